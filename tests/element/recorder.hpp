/// A test drive that redbooksink burns on.
#pragma once

#include <sys/wait.h>

#include <vector>

#include "element_support.hpp"
#include "test_drive/drive.hpp"
#include "test_drive/stock.hpp"

namespace redbook::test {

/// A test drive.
class TestDrive {
 public:
  TestDrive(std::filesystem::path folder, const std::string &medium)
      : folder_{std::move(folder)} {
    drive::Drive::create(folder_);
    if (!medium.empty()) insert(medium);
  }

  /// Instead of what is in it.
  void insert(const std::string &medium) const {
    std::filesystem::remove_all(folder_ / "medium");
    drive::make_medium(folder_ / "medium", medium);
  }
  /// Takes the medium out, and keeps it.
  std::filesystem::path take(const std::filesystem::path &place) const {
    std::filesystem::rename(folder_ / "medium", place);
    return place;
  }
  std::filesystem::path medium() const { return folder_ / "medium"; }
  void close_tray() const {
    state_of_mapped([](auto &state) { state.tray_open = false; });
  }

  void set(const std::string &name, const std::string &value) const {
    auto settings = drive::Settings::read(folder_ / "settings");
    settings.set(name, value);
    settings.write(folder_ / "settings");
  }
  /// So slow, and with so small a buffer, that a burn can be met in the middle.
  void slow_down() const {
    set("speed", "4");
    set("buffer-kb", "64");
  }
  void plan(const std::string &faults) const {
    write_file(folder_ / "plan", faults + '\n');
  }

  bool tray_is_locked() const { return state().removal_prevented; }
  bool tray_is_open() const { return state().tray_open; }
  /// The disc's audio from LBA 0 on.
  std::string audio(Blocks length) const { return audio_on(folder_ / "medium", length); }
  static std::string audio_on(const std::filesystem::path &medium, Blocks length) {
    const auto audio = drive::Medium{medium}.program().read(
        drive::Lba{0}, static_cast<int>(length.count()));
    return {reinterpret_cast<const char *>(audio.data()), audio.size()};
  }
  /// Where its tracks start.
  std::string tracks() const {
    std::string text;
    const auto disc = drive::Medium{folder_ / "medium"};
    for (const auto &track : disc.catalogue().all_tracks())
      text += std::to_string(track.start.value) + ' ';
    return text;
  }

 private:
  template <typename Change>
  void state_of_mapped(Change &&change) const {
    change(*drive::Mapped<drive::DriveState>{folder_ / "state"});
  }
  drive::DriveState state() const {
    return *drive::Mapped<drive::DriveState>{folder_ / "state"};
  }

  std::filesystem::path folder_;
};

/// Where the drives of a test lie.
class DriveFolder {
 public:
  DriveFolder() {
    ::setenv("TEST_DRIVE_FOLDER", folder_.path().c_str(), 1);
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
  }
  const TempDir &path() const { return folder_; }

 private:
  TempDir folder_;
};

/// A player whose destination is /dev/sr0.
class Recorder : private DriveFolder, public TestDrive {
 public:
  explicit Recorder(const std::string &medium = "cd-r-80")
      : TestDrive{DriveFolder::path() / "sr0", medium} {
    player.set("location", "").set("device", "/dev/sr0");
  }

 private:
  using DriveFolder::path;

 public:
  Player player;  // goes first
};

/// A player whose destinations are /dev/sr0, /dev/sr1 and so on.
class Tower : private DriveFolder {
 public:
  explicit Tower(int count) {
    std::string devices;
    for (int i = 0; i < count; ++i) {
      const auto name = "sr" + std::to_string(i);
      drives.emplace_back(path() / name, "cd-r-80");
      devices += (i == 0 ? "</dev/" : ",/dev/") + name;
    }
    player.set("location", "").set("devices", devices + '>');
  }

  std::vector<TestDrive> drives;
  Player player;  // goes first
};

}  // namespace redbook::test
