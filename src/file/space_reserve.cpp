#include "file/space_reserve.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "file/unnamed_file.hpp"

namespace redbook {

// Where there are no unnamed files, the name goes at once.
SpaceReserve::SpaceReserve(const std::filesystem::path &folder) noexcept {
  std::filesystem::path name;
  file_ = new_unnamed_file(folder, name);
  if (!file_) return;
  if (!name.empty()) ::unlink(name.c_str());
  if (::posix_fallocate(file_.get(), 0, bytes) != 0) file_ = {};
}

bool SpaceReserve::release() noexcept {
  const bool had = static_cast<bool>(file_);
  file_ = {};
  return had;
}

}  // namespace redbook
