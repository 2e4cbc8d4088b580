/// The checksums of a file as it is written or read.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "bytes.hpp"

namespace redbook {

/// CRC-32 and, if it is wanted, MD5 of bytes in order.
class FileSums {
 public:
  enum class Kind { crc32, crc32_and_md5 };

  explicit FileSums(Kind kind = Kind::crc32_and_md5);
  ~FileSums();
  FileSums(const FileSums &) = delete;
  FileSums &operator=(const FileSums &) = delete;

  void add(Bytes bytes);

  /// Lower case hexadecimal digits; of crc32_and_md5 only. Nothing can be added after it.
  std::string md5();
  std::uint32_t crc32() const { return crc32_; }

 private:
  struct Md5;
  std::unique_ptr<Md5> md5_;
  std::uint32_t crc32_ = 0;
};

}  // namespace redbook
