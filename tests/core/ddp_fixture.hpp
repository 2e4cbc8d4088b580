/// A DDP set in the making, and what is checked of it.
#pragma once

#include <sstream>

#include "discs.hpp"
#include "image/ddp.hpp"
#include "image/ddp_writer.hpp"

namespace redbook::test {

inline constexpr const char *whole_set =
    "CDTEXT.BIN CHECKSUM.MD5 CHECKSUM.TXT DDPID DDPMS IMAGE.DAT SD ";

/// The names in `folder`, hidden ones too, sorted, each with a blank behind it.
inline std::string names_in(const std::filesystem::path &folder) {
  std::vector<std::string> all;
  for (const auto &entry : std::filesystem::directory_iterator{folder})
    all.push_back(entry.path().filename().string());
  std::sort(all.begin(), all.end());
  std::string text;
  for (const auto &name : all) text += name + ' ';
  return text;
}

/// A DDP set in the making: golden 3, in a folder of its own.
struct Mastering {
  TempDir folder;
  Disc disc = disc_of_ddp_golden_3();
  std::shared_ptr<Stash> stash;

  Mastering() : stash{std::make_shared<Stash>(folder.path(), ddp_pregap.bytes())} {
    stash->write(0, counting_audio(disc.length()));
  }

  std::filesystem::path set() const { return folder / "album.ddp"; }

  void write() const { write_to(set()); }
  void write_to(const std::filesystem::path &target) const {
    FileSums sums;
    sums.add(staged(*stash));
    write_ddp(disc, target, *stash, sums);
  }

  Error refusal() const {
    return error_of([this] { write(); });
  }

  /// An earlier set, of other packs, which this one has to take the place of.
  void leave_older_set() const {
    std::filesystem::create_directory(set());
    for (const auto *name : {"DDPID", "DDPMS", "SD", "CDTEXT.BIN", "IMAGE.DAT"})
      write_file(set() / name, "older");
  }
};

/// As `md5sum -c` in `folder`: the names that are as they should be.
inline std::string checked_by_md5(const std::filesystem::path &folder) {
  std::istringstream lines{contents(folder / "CHECKSUM.MD5")};
  std::string good;
  for (std::string line; std::getline(lines, line);) {
    const auto name = line.substr(34);
    const bool right = line.substr(32, 2) == " *" &&
                       md5_of(contents(folder / name)) == line.substr(0, 32);
    good += name + (right ? " " : "! ");
  }
  return good;
}

}  // namespace redbook::test
