#include "image/file_sums.hpp"

#include <glib.h>

#include "checksum/crc32.hpp"

namespace redbook {

struct FileSums::Md5 {
  GChecksum *sum = g_checksum_new(G_CHECKSUM_MD5);
  Md5() = default;
  ~Md5() { g_checksum_free(sum); }
  Md5(const Md5 &) = delete;
  Md5 &operator=(const Md5 &) = delete;
};

FileSums::FileSums(Kind kind)
    : md5_{kind == Kind::crc32_and_md5 ? std::make_unique<Md5>() : nullptr} {}
FileSums::~FileSums() = default;

void FileSums::add(Bytes bytes) {
  if (md5_)
    g_checksum_update(md5_->sum, reinterpret_cast<const guchar *>(bytes.data()),
                      static_cast<gssize>(bytes.size()));
  crc32_ = redbook::crc32(crc32_, bytes);
}

std::string FileSums::md5() { return g_checksum_get_string(md5_->sum); }

}  // namespace redbook
