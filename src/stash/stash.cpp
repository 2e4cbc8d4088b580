#include "stash/stash.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "error.hpp"
#include "file/size_limit.hpp"
#include "file/unnamed_file.hpp"

namespace redbook {
namespace {

Bytes bytes_of(const iovec &piece) {
  return {static_cast<const std::byte *>(piece.iov_base), piece.iov_len};
}

bool write_all(int fd, Bytes bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

/// Copies what is behind `offset`.
bool copy_by_hand(int from, off_t offset, int to) {
  std::vector<std::byte> piece(std::size_t{1} << 20);
  for (;;) {
    const auto count = ::pread(from, piece.data(), piece.size(), offset);
    if (count == 0) return true;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    const auto bytes = std::span{piece}.first(static_cast<std::size_t>(count));
    if (!write_all(to, bytes)) return false;
    offset += count;
  }
}

/// Linux' ways to say that the kernel does not copy between these two file systems.
bool says_no_such_copy(int number) {
  return number == EXDEV || number == EINVAL || number == EOPNOTSUPP || number == ENOSYS;
}

bool copy_all(int from, int to) {
  constexpr std::size_t piece = 16 << 20;
  off_t offset = 0;
  for (;;) {
    const auto copied = ::copy_file_range(from, &offset, to, nullptr, piece, 0);
    if (copied == 0) return true;
    if (copied < 0 && says_no_such_copy(errno)) return copy_by_hand(from, offset, to);
    if (copied < 0 && errno != EINTR) return false;
  }
}

}  // namespace

Stash::Stash(const std::filesystem::path &folder, std::int64_t lead_bytes)
    : folder_{folder.empty() ? "." : folder},
      lead_bytes_{lead_bytes},
      file_{new_unnamed_file(folder_, hidden_name_)} {
  if (!file_)
    throw Error::of_errno(Fault::stash, "The folder for the audio cannot be written to.",
                          folder_);
}

Stash::Stash(FileDescriptor file, std::int64_t lead_bytes)
    : lead_bytes_{lead_bytes}, file_{std::move(file)} {}

Stash::~Stash() {
  if (!hidden_name_.empty()) ::unlink(hidden_name_.c_str());
}

std::int64_t Stash::write_some(std::int64_t offset, std::span<const iovec> pieces) {
  const auto count = static_cast<int>(std::min<std::size_t>(pieces.size(), IOV_MAX));
  auto end = lead_bytes_ + offset;
  for (const auto &piece : pieces.first(static_cast<std::size_t>(count)))
    end += static_cast<std::int64_t>(piece.iov_len);
  while (!exceeds_size_limit(end)) {
    const auto written = ::pwritev(fd(), pieces.data(), count, lead_bytes_ + offset);
    if (written >= 0) return written;
    if (errno != EINTR) break;
  }
  throw Error::of_errno(Fault::stash, "The audio could not be written to the disk.",
                        folder_);
}

void Stash::write(std::int64_t offset, Bytes bytes) {
  while (!bytes.empty()) {
    const iovec piece{const_cast<std::byte *>(bytes.data()), bytes.size()};
    const auto written = write_some(offset, {&piece, 1});
    offset += written;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

// If the kernel stops in the middle of a piece, the rest of that goes by itself.
void Stash::write_pieces(std::int64_t offset, std::span<const iovec> pieces) {
  const auto next = [&pieces] { pieces = pieces.subspan(1); };
  while (!pieces.empty()) {
    auto written = write_some(offset, pieces);
    offset += written;
    for (; !pieces.empty() && written >= size_of(bytes_of(pieces.front())); next())
      written -= size_of(bytes_of(pieces.front()));
    if (written == 0) continue;
    const auto rest = bytes_of(pieces.front()).subspan(static_cast<std::size_t>(written));
    write(offset, rest);
    offset += size_of(rest);
    next();
  }
}

void Stash::read(std::int64_t offset, std::span<std::byte> into) const {
  offset += lead_bytes_;
  while (!into.empty()) {
    const auto count = ::pread(fd(), into.data(), into.size(), offset);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0)
      throw Error::of_errno(Fault::stash, "The staged audio could not be read again.",
                            folder_);
    offset += count;
    into = into.subspan(static_cast<std::size_t>(count));
  }
}

void Stash::resize(std::int64_t bytes) {
  if (exceeds_size_limit(lead_bytes_ + bytes) ||
      ::ftruncate(fd(), lead_bytes_ + bytes) != 0)
    throw Error::of_errno(Fault::stash,
                          "The staged audio could not be cut to its length.", folder_);
}

void Stash::check_nothing_lost() const {
  if (lost_ == 0) return;
  errno = lost_;
  throw Error::of_errno(Fault::stash, "The audio could not be written to the disk.",
                        folder_);
}

// If the file system has no such thing, sync() does it.
void Stash::move_to_disk(std::int64_t offset, std::int64_t length,
                         unsigned how) noexcept {
  if (::sync_file_range(fd(), lead_bytes_ + offset, length, how) == 0) return;
  if (errno != ENOSYS && errno != ESPIPE && errno != EINVAL) lost_ = errno;
}

void Stash::begin_writing_to_disk(std::int64_t offset, std::int64_t length) noexcept {
  move_to_disk(offset, length, SYNC_FILE_RANGE_WRITE);
}

void Stash::push_to_disk(std::int64_t offset, std::int64_t length) {
  check_nothing_lost();
  move_to_disk(
      offset, length,
      SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
  check_nothing_lost();
}

void Stash::sync() {
  check_nothing_lost();
  if (::fdatasync(fd()) != 0) lost_ = errno;
  check_nothing_lost();
}

void Stash::publish_as(const std::filesystem::path &name, mode_t mode) {
  if (!link_as(name)) return copy_as(name, mode);
  if (::fchmod(fd(), mode) != 0)
    throw Error::of_errno(Fault::stash, "The audio could not be given its access rights.",
                          name);
}

// The file itself, also if it has a name: others may have taken that by now.
bool Stash::link_as(const std::filesystem::path &name) {
  const auto own_name = "/proc/self/fd/" + std::to_string(fd());
  return ::linkat(AT_FDCWD, own_name.c_str(), AT_FDCWD, name.c_str(),
                  AT_SYMLINK_FOLLOW) == 0;
}

void Stash::copy_as(const std::filesystem::path &name, mode_t mode) {
  const FileDescriptor copy{
      ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
  if (!copy)
    throw Error::of_errno(Fault::stash, "The audio could not be given its name.", name);
  if (copy_all(fd(), copy.get()) && ::fdatasync(copy.get()) == 0) return;
  const auto error =
      Error::of_errno(Fault::stash, "The audio could not be copied to its name.", name);
  ::unlink(name.c_str());
  throw error;
}

}  // namespace redbook
