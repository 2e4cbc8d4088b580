#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

namespace redbook::test {

/// A folder of its own, gone with all that is in it when the test ends.
class TempDir {
 public:
  TempDir() {
    auto name = (std::filesystem::temp_directory_path() / "redbook-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error{"no temporary folder"};
    path_ = name;
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir &) = delete;
  TempDir &operator=(const TempDir &) = delete;

  const std::filesystem::path &path() const { return path_; }
  std::filesystem::path operator/(const std::string &name) const { return path_ / name; }

  /// The names in the folder, hidden ones too, sorted, each with a blank behind it.
  std::string names() const {
    std::vector<std::string> all;
    for (const auto &entry : std::filesystem::directory_iterator{path_})
      all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    std::string text;
    for (const auto &name : all) text += name + ' ';
    return text;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace redbook::test
