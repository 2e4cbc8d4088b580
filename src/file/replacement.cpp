#include "file/replacement.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <string_view>
#include <system_error>
#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

std::string random_ending() {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::random_device random;
  std::string ending = ".";
  for (int i = 0; i < 8; ++i) ending += letters[random() % letters.size()];
  return ending;
}

fs::path name_beside(const fs::path &target) {
  return target.parent_path() /
         ("." + target.filename().string().substr(0, 200) + random_ending());
}

bool rename_with(const fs::path &from, const fs::path &to, unsigned flags) {
  return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0;
}

bool is_folder(const fs::path &name) {
  std::error_code none;
  return fs::is_directory(fs::symlink_status(name, none));
}

Error in_the_way(const fs::path &name) {
  errno = EISDIR;
  return Error::of_errno(Fault::image, "A folder stands where the disc image is to be.",
                         name);
}

Error came_in_between(const fs::path &folder) {
  return {Fault::image, Result::file_access,
          "Something else was put where the disc image is to be: it was left as it is.",
          folder.string()};
}

void write_all(int fd, std::string_view text, const fs::path &name) {
  while (!text.empty()) {
    const auto written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      throw Error::of_errno(Fault::image,
                            "The sheet of the disc image could not be written.", name);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

Replacement::Replacement(fs::path target)
    : target_{std::move(target)}, temporary_{name_beside(target_)} {}

Replacement::~Replacement() {
  if (!kept_) put_back();
  ::unlink(temporary_.c_str());
  if (!older_.empty()) ::unlink(older_.c_str());
}

void Replacement::put_back() {
  if (place_ == Place::swapped) rename_with(temporary_, target_, RENAME_EXCHANGE);
  if (place_ != Place::moved) return;
  if (older_.empty())
    ::unlink(target_.c_str());
  else
    ::rename(older_.c_str(), target_.c_str());
}

void Replacement::swap_in() {
  if (is_folder(target_)) throw in_the_way(target_);
  if (!exchange()) move_in();
}

FileDescriptor Replacement::keep() noexcept {
  kept_ = true;
  if (place_ == Place::aside || (place_ == Place::moved && older_.empty())) return {};
  const auto &older = place_ == Place::swapped ? temporary_ : older_;
  return FileDescriptor{::open(older.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC)};
}

// The exchange keeps the older file until the whole image is in place.
bool Replacement::exchange() {
  if (!rename_with(temporary_, target_, RENAME_EXCHANGE)) return false;
  if (is_folder(temporary_)) {  // it came in between
    rename_with(temporary_, target_, RENAME_EXCHANGE);
    throw in_the_way(target_);
  }
  place_ = Place::swapped;
  return true;
}

// There is no older file, or the file system knows no exchange: then there is a moment in
// which the name is free.
void Replacement::move_in() {
  const fs::path aside = temporary_.string() + ".older";
  if (::rename(target_.c_str(), aside.c_str()) == 0) older_ = aside;
  if (::rename(temporary_.c_str(), target_.c_str()) == 0) {
    place_ = Place::moved;
    return;
  }
  const auto error = Error::of_errno(
      Fault::image, "The disc image could not be given its name.", target_);
  if (!older_.empty()) ::rename(older_.c_str(), target_.c_str());
  throw error;
}

FolderReplacement::FolderReplacement(fs::path target, IsOurs is_ours)
    : target_{std::move(target)}, temporary_{name_beside(target_)}, is_ours_{is_ours} {
  if (::mkdir(temporary_.c_str(), 0777) != 0)
    throw Error::of_errno(Fault::image, "The folder of the disc image could not be made.",
                          temporary_);
}

FolderReplacement::~FolderReplacement() {
  try {
    for (const auto &entry : entries_of(temporary_))
      if (is_ours_(entry.path().filename())) ::unlink(entry.path().c_str());
  } catch (const Error &) {
    // The folder stays if it cannot be read.
  }
  ::rmdir(temporary_.c_str());
}

void FolderReplacement::swap_in() {
  if (!exchange()) move_in();
  sync_folder(target_.parent_path());
}

bool FolderReplacement::is_all_ours(const fs::path &folder) const {
  if (!is_folder(folder)) return false;
  try {
    const auto entries = entries_of(folder);
    return std::all_of(entries.begin(), entries.end(), [this](const auto &entry) {
      return is_ours_(entry.path().filename()) && !is_folder(entry.path());
    });
  } catch (const Error &) {
    return false;  // what cannot be read may be anybody's
  }
}

// Only what nobody can put anything into under the name of the target any more is looked
// at.
bool FolderReplacement::exchange() {
  if (!rename_with(temporary_, target_, RENAME_EXCHANGE)) return false;
  if (is_all_ours(temporary_)) return true;
  rename_with(temporary_, target_, RENAME_EXCHANGE);
  throw came_in_between(target_);
}

// As with files: the older folder goes aside first, and comes back if need be.
void FolderReplacement::move_in() {
  const auto aside = name_beside(target_);
  const bool had_older = ::rename(target_.c_str(), aside.c_str()) == 0;
  const bool may_go = !had_older || is_all_ours(aside);
  if (may_go && ::rename(temporary_.c_str(), target_.c_str()) == 0) {
    if (had_older) temporary_ = aside;  // which the destructor removes
    return;
  }
  const auto error =
      may_go ? Error::of_errno(
                   Fault::image,
                   "The folder of the disc image could not be given its name.", target_)
             : came_in_between(target_);
  if (had_older) ::rename(aside.c_str(), target_.c_str());
  throw error;
}

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

void write_new_file(const fs::path &name, const std::string &text) {
  const FileDescriptor file{
      ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)};
  if (!file)
    throw Error::of_errno(Fault::image, "The sheet of the disc image could not be made.",
                          name);
  write_all(file.get(), text, name);
  if (::fsync(file.get()) != 0)
    throw Error::of_errno(Fault::image,
                          "The sheet of the disc image could not be written.", name);
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

}  // namespace redbook
