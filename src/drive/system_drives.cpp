#include "drive/system_drives.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <sstream>

namespace redbook {
namespace {

/// The words behind the colon.
std::vector<std::string> words_of(const std::string &line) {
  std::istringstream words{line.substr(line.find(':') + 1)};
  std::vector<std::string> all;
  for (std::string word; words >> word;) all.push_back(word);
  return all;
}

/// A line with a flag for each drive, in the order of their names.
void take_flags(std::vector<SystemDrive> &drives, bool SystemDrive::*ability,
                const std::string &line) {
  const auto flags = words_of(line);
  for (std::size_t i = 0; i < std::min(drives.size(), flags.size()); ++i)
    drives[i].*ability = flags[i] == "1";
}

struct Closes {
  void operator()(std::FILE *file) const { std::fclose(file); }
};

}  // namespace

// Linux has one line for each thing to know, with a column for each drive, the newest
// drive first (drivers/cdrom/cdrom.c).
std::vector<SystemDrive> drives_listed_in(const std::string &info) {
  std::istringstream lines{info};
  std::vector<SystemDrive> drives;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("drive name:"))
      for (const auto &name : words_of(line))
        drives.push_back({.device = "/dev/" + name});
    if (line.starts_with("Can write CD-R:")) take_flags(drives, &SystemDrive::cd_r, line);
    if (line.starts_with("Can write CD-RW:"))
      take_flags(drives, &SystemDrive::cd_rw, line);
  }
  std::sort(drives.begin(), drives.end(),
            [](const auto &a, const auto &b) { return a.device < b.device; });
  return drives;
}

std::vector<SystemDrive> drives_of_system() {
  const std::unique_ptr<std::FILE, Closes> file{
      std::fopen("/proc/sys/dev/cdrom/info", "re")};
  std::string info;
  std::array<char, 4096> part{};
  while (file && std::fgets(part.data(), part.size(), file.get())) info += part.data();
  return drives_listed_in(info);
}

}  // namespace redbook
