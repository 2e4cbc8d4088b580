#pragma once

#include "test_drive/bytes.hpp"
#include "test_drive/mapped.hpp"
#include "test_drive/place.hpp"

namespace redbook::drive {

/// One record of fixed size for each block of a disc. What was never written is zeros.
class RecordFile {
 public:
  /// The file starts some blocks before the first pregap, so that audio shifted by an
  /// offset has somewhere to go.
  static constexpr Lba origin{-first_pregap_blocks - 10};

  RecordFile(const std::filesystem::path &path, int record_bytes)
      : file_{path, O_RDWR | O_CREAT}, record_bytes_{record_bytes} {}

  /// Reads or writes whole records from `lba` on, all moved by `shift_bytes`.
  Bytes read(Lba lba, int blocks, int shift_bytes = 0) const;
  void write(Lba lba, View records, int shift_bytes = 0);

 private:
  off_t at(Lba lba, int shift_bytes) const {
    return off_t{lba - origin} * record_bytes_ + shift_bytes;
  }

  Descriptor file_;
  int record_bytes_;
};

/// Adds `bytes` to the end of a file; reads it whole (empty if there is none).
void append_file(const std::filesystem::path &, View bytes);
Bytes read_file(const std::filesystem::path &);

}  // namespace redbook::drive
