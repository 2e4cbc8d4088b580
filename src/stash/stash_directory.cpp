#include "stash/stash_directory.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

FileDescriptor opened_folder(const fs::path &path, int flags) {
  FileDescriptor folder{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)};
  if (!folder)
    throw Error::of_errno(Fault::stash, "The folder of the stash can't be opened.", path);
  return folder;
}

void check_nobody_else_writes(const FileDescriptor &folder, const fs::path &path) {
  struct stat status {};
  if (::fstat(folder.get(), &status) != 0)
    throw Error::of_errno(Fault::stash, "The folder of the stash can't be opened.", path);
  const bool shared = (status.st_mode & (S_IWGRP | S_IWOTH)) != 0;
  if (status.st_uid == ::geteuid() && !shared) return;
  throw Error{
      Fault::stash, Result::file_access,
      "Others may write into the folder of the stash: choose one that is yours alone.",
      path.string()};
}

void sync_parent_of(const fs::path &path) {
  const auto parent = path.has_parent_path() ? path.parent_path() : fs::path{"."};
  const FileDescriptor folder{::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (folder) ::fsync(folder.get());  // one that can't be read may hold it all the same
}

/// Without the slash at the end, behind which a link would be followed.
fs::path without_slash(const fs::path &path) {
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

StashDirectory StashDirectory::existing(const fs::path &path) {
  return {path, opened_folder(path, 0), false};
}

StashDirectory StashDirectory::own(const fs::path &path) {
  const auto name = without_slash(path);
  constexpr mode_t for_the_user_only = 0700;
  const bool is_new = ::mkdir(name.c_str(), for_the_user_only) == 0;
  if (is_new)
    sync_parent_of(name);
  else if (errno != EEXIST)
    throw Error::of_errno(Fault::stash, "The folder of the stash can't be made.", name);
  StashDirectory directory{name, opened_folder(name, O_NOFOLLOW), is_new};
  check_nobody_else_writes(directory.folder_, name);
  return directory;
}

bool StashDirectory::has(const std::string &name) const noexcept {
  struct stat status {};
  return ::fstatat(folder_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

std::vector<std::string> StashDirectory::names() const {
  std::vector<std::string> all;
  std::error_code error;
  for (fs::directory_iterator at{path_, error}; !error && at != fs::end(at);
       at.increment(error))
    all.push_back(at->path().filename().string());
  if (!error) return all;
  errno = error.value();
  throw Error::of_errno(Fault::stash, "The folder of the stash can't be read.", path_);
}

FileDescriptor StashDirectory::open(const std::string &name, int flags) const {
  constexpr auto sentence = "A file of the stash can't be opened.";
  constexpr int always = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  FileDescriptor file{::openat(folder_.get(), name.c_str(), flags | always, 0600)};
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0)
    throw Error::of_errno(Fault::stash, sentence, path_ / name);
  if (S_ISREG(status.st_mode)) return file;
  throw Error{Fault::stash, Result::file_access, sentence,
              (path_ / name).string() + ": not a file"};
}

FileDescriptor StashDirectory::create(const std::string &name) const {
  return open(name, O_RDWR | O_CREAT | O_EXCL);
}

void StashDirectory::remove(const std::string &name) const noexcept {
  ::unlinkat(folder_.get(), name.c_str(), 0);
}

void StashDirectory::rename(const std::string &from, const std::string &to) const {
  if (::renameat(folder_.get(), from.c_str(), folder_.get(), to.c_str()) != 0)
    throw Error::of_errno(Fault::stash, "A file of the stash can't be given its name.",
                          path_ / to);
}

void StashDirectory::remove_if_new() const noexcept {
  if (is_new_) ::rmdir(path_.c_str());
}

void StashDirectory::sync() const {
  if (::fsync(folder_.get()) != 0)
    throw Error::of_errno(Fault::stash, "The folder of the stash can't be written.",
                          path_);
}

std::int64_t size_of_file(const FileDescriptor &file, const fs::path &name) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0)
    throw Error::of_errno(Fault::stash, "A file of the stash can't be read.", name);
  return status.st_size;
}

}  // namespace redbook
