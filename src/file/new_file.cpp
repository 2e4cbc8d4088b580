#include "file/new_file.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include <cerrno>
#include <string_view>
#include <system_error>

#include "error.hpp"
#include "file/size_limit.hpp"
#include "handle.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

Error not_written(const fs::path &name) {
  return Error::of_errno(Fault::image,
                         "The sheet of the disc image could not be written.", name);
}

}  // namespace

std::vector<fs::directory_entry> entries_of(const fs::path &folder) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at{folder, error}; !error && at != fs::end(at);
       at.increment(error))
    entries.push_back(*at);
  if (!error) return entries;
  errno = error.value();
  throw Error::of_errno(Fault::image, "The folder of the disc image cannot be read.",
                        folder);
}

void write_to_disk(int fd, std::string_view text, const fs::path &name) {
  while (!text.empty()) {
    const auto written = exceeds_size_limit(static_cast<std::int64_t>(text.size()))
                             ? -1
                             : ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw not_written(name);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(fd) != 0) throw not_written(name);
}

void write_new_file(const fs::path &name, const std::string &text) {
  const FileDescriptor file{
      ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)};
  if (!file)
    throw Error::of_errno(Fault::image, "The sheet of the disc image could not be made.",
                          name);
  write_to_disk(file.get(), text, name);
}

mode_t rights_of(const fs::path &name) {
  struct stat status {};
  return ::stat(name.c_str(), &status) == 0 ? status.st_mode & 0777 : 0600;
}

void sync_folder(const fs::path &folder) {
  const FileDescriptor directory{
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (directory) ::fsync(directory.get());
}

bool is_folder(const fs::path &name) {
  std::error_code none;
  return fs::is_directory(fs::symlink_status(name, none));
}

bool is_taken(const fs::path &name) {
  std::error_code none;
  return fs::exists(fs::symlink_status(name, none));
}

bool rename_to(const fs::path &from, const fs::path &to) {
  return ::rename(from.c_str(), to.c_str()) == 0;
}

}  // namespace redbook
