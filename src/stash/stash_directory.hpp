/// The folder of a stash, and the files in it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "handle.hpp"

namespace redbook {

/// A folder that is held open, so that what others do with its name does not matter.
/// Links in it are not followed, and what is no plain file is refused. Throws Error
/// (stash) whose detail begins with the file.
class StashDirectory {
 public:
  /// To read what is in `path`.
  static StashDirectory existing(const std::filesystem::path &path);

  /// To stage into `path`, which is made if it is missing. It must be the user's, and
  /// nobody else may write into it.
  static StashDirectory own(const std::filesystem::path &path);

  bool has(const std::string &name) const noexcept;
  std::vector<std::string> names() const;

  FileDescriptor open(const std::string &name, int flags) const;
  /// A file that must not exist; it is for the user only.
  FileDescriptor create(const std::string &name) const;
  void remove(const std::string &name) const noexcept;
  void rename(const std::string &from, const std::string &to) const;

  /// Removes the folder if it was made here and is empty.
  void remove_if_new() const noexcept;

  /// Waits until the names in the folder are on the disk.
  void sync() const;

  std::filesystem::path path_of(const std::string &name) const { return path_ / name; }
  const std::filesystem::path &path() const noexcept { return path_; }

 private:
  StashDirectory(std::filesystem::path path, FileDescriptor folder, bool is_new)
      : path_{std::move(path)}, folder_{std::move(folder)}, is_new_{is_new} {}

  std::filesystem::path path_;
  FileDescriptor folder_;
  bool is_new_;
};

/// The size of the file, or Error.
std::int64_t size_of_file(const FileDescriptor &file, const std::filesystem::path &name);

}  // namespace redbook
