#include "file/unnamed_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

#include "file/temporary_name.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = ".redbooksink-";

struct stat status_of(const FileDescriptor &file) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return {};
  return status;
}

// The lock of a dead process is nobody's.
void remove_if_dead(const fs::path &name) {
  const FileDescriptor file{
      ::open(name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
  if (!file) return;
  const auto status = status_of(file);
  if (!S_ISREG(status.st_mode) || status.st_uid != ::geteuid()) return;
  if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) ::unlink(name.c_str());
}

void remove_dead_ones(const fs::path &folder) {
  std::error_code error;
  for (fs::directory_iterator at{folder, error}; !error && at != fs::end(at);
       at.increment(error))
    if (is_of_template(at->path().filename().string(), prefix))
      remove_if_dead(at->path());
}

// Another process may take it for a dead one's before it is locked. The lock is shared
// with those who read the audio from a stash that has the file.
FileDescriptor hidden_file(const fs::path &folder, fs::path &name) {
  remove_dead_ones(folder);
  for (;;) {
    auto text = name_template(folder, prefix);
    FileDescriptor file{::mkostemp(text.data(), O_CLOEXEC)};
    if (!file) return file;
    ::flock(file.get(), LOCK_SH);
    name = text;
    if (status_of(file).st_nlink > 0) return file;
  }
}

}  // namespace

FileDescriptor new_unnamed_file(const fs::path &folder, fs::path &name) noexcept {
  const auto there = folder.empty() ? fs::path{"."} : folder;
  FileDescriptor file{::open(there.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)};
  if (file || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return file;
  return hidden_file(there, name);
}

}  // namespace redbook
