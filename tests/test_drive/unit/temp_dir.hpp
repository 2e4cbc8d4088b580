#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace redbook::drive {

/// A folder that goes when it goes.
class TempDir {
 public:
  TempDir() {
    auto name = (std::filesystem::temp_directory_path() / "drive-XXXXXX").string();
    if (!::mkdtemp(name.data()))
      throw std::system_error{errno, std::generic_category(), name};
    path_ = name;
  }
  TempDir(const TempDir &) = delete;
  TempDir &operator=(const TempDir &) = delete;
  ~TempDir() { std::filesystem::remove_all(path_); }

  std::filesystem::path operator/(const std::string &name) const { return path_ / name; }
  const std::filesystem::path &path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace redbook::drive
