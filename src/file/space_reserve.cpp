#include "file/space_reserve.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace redbook {

// Where there are no unnamed files, the name goes at once.
SpaceReserve::SpaceReserve(const std::filesystem::path &folder) noexcept {
  auto name = folder.string() + "/.redbooksink-XXXXXX";
  file_ = FileDescriptor{::mkostemp(name.data(), O_CLOEXEC)};
  if (!file_) return;
  ::unlink(name.c_str());
  if (::posix_fallocate(file_.get(), 0, bytes) != 0) file_ = {};
}

bool SpaceReserve::release() noexcept {
  const bool had = static_cast<bool>(file_);
  file_ = {};
  return had;
}

}  // namespace redbook
