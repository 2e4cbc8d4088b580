#include "stash/stash_lock.hpp"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <array>

#include "error.hpp"
#include "text/terminal_text.hpp"

namespace redbook {
namespace {

/// What another program wrote, as far as it can be shown.
std::string content_of(const FileDescriptor &file) {
  std::array<char, 80> bytes{};
  const auto count = ::pread(file.get(), bytes.data(), bytes.size(), 0);
  return count > 0 ? terminal_text({bytes.data(), static_cast<std::size_t>(count)}) : "";
}

bool is_still_there(const FileDescriptor &file) {
  struct stat status {};
  return ::fstat(file.get(), &status) == 0 && status.st_nlink > 0;
}

void sign(const FileDescriptor &file) {
  const auto text = "process " + std::to_string(::getpid()) + " (" +
                    std::string{program_invocation_short_name}.substr(0, 40) + ")";
  const bool written = ::ftruncate(file.get(), 0) == 0 &&
                       ::pwrite(file.get(), text.data(), text.size(), 0) >= 0;
  static_cast<void>(written);  // it is for people only
}

}  // namespace

void throw_in_use(const StashDirectory &directory) {
  const auto holder = StashLock::holder_of(directory);
  throw Error{Fault::stash, Result::busy,
              "The stash is in use" + (holder.empty() ? "." : ": by " + holder + "."),
              directory.path().string()};
}

// Whoever holds the lock may remove the file: then the next one is locked.
StashLock::StashLock(const StashDirectory &directory) {
  do {
    file_ = directory.open(lock_name, O_RDWR | O_CREAT);
    if (::flock(file_.get(), LOCK_EX | LOCK_NB) == 0) continue;
    if (errno == EWOULDBLOCK) throw_in_use(directory);
    throw Error::of_errno(Fault::stash, "The stash can't be locked.",
                          directory.path_of(lock_name).string());
  } while (!is_still_there(file_));
  sign(file_);
}

std::string StashLock::holder_of(const StashDirectory &directory) {
  if (!directory.has(lock_name)) return {};
  return content_of(directory.open(lock_name, O_RDONLY));
}

bool StashLock::is_held(const StashDirectory &directory) {
  if (!directory.has(lock_name)) return false;
  const auto file = directory.open(lock_name, O_RDONLY);
  return ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

void lock_audio(const FileDescriptor &audio, Sharing sharing,
                const StashDirectory &directory) {
  const int kind = sharing == Sharing::shared ? LOCK_SH : LOCK_EX;
  if (::flock(audio.get(), kind | LOCK_NB) == 0) return;
  if (errno == EWOULDBLOCK) throw_in_use(directory);
  throw Error::of_errno(Fault::stash, "The stash can't be locked.",
                        directory.path().string());
}

}  // namespace redbook
