/// A test drive that redbooksink burns on.
#pragma once

#include <sys/wait.h>

#include "drive/drive.hpp"
#include "drive/stock.hpp"
#include "element_support.hpp"

namespace redbook::test {

/// A player whose destination is /dev/sr0, a test drive in a folder of its own.
class Recorder {
 public:
  explicit Recorder(const std::string &medium = "cd-r-80") {
    drive::Drive::create(folder_ / "sr0");
    if (!medium.empty()) insert(medium);
    ::setenv("TEST_DRIVE_FOLDER", folder_.path().c_str(), 1);
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    player.set("location", "").set("device", "/dev/sr0");
  }

  /// Instead of what is in it.
  void insert(const std::string &medium) const {
    std::filesystem::remove_all(folder_ / "sr0/medium");
    drive::make_medium(folder_ / "sr0/medium", medium);
  }
  void set(const std::string &name, const std::string &value) const {
    auto settings = drive::Settings::read(folder_ / "sr0/settings");
    settings.set(name, value);
    settings.write(folder_ / "sr0/settings");
  }
  /// So slow, and with so small a buffer, that a burn can be met in the middle.
  void slow_down() const {
    set("speed", "4");
    set("buffer-kb", "64");
  }
  void plan(const std::string &faults) const {
    write_file(folder_ / "sr0/plan", faults + '\n');
  }

  bool tray_is_locked() const { return state().removal_prevented; }
  bool tray_is_open() const { return state().tray_open; }
  /// The disc's sound from LBA 0 on.
  std::string audio(Blocks length) const {
    const auto sound = drive::Medium{folder_ / "sr0/medium"}.program().read(
        drive::Lba{0}, static_cast<int>(length.count()));
    return {reinterpret_cast<const char *>(sound.data()), sound.size()};
  }
  /// Where its tracks start.
  std::string tracks() const {
    std::string text;
    const auto disc = drive::Medium{folder_ / "sr0/medium"};
    for (const auto &track : disc.catalogue().all_tracks())
      text += std::to_string(track.start.value) + ' ';
    return text;
  }

 private:
  drive::DriveState state() const {
    return *drive::Mapped<drive::DriveState>{folder_ / "sr0/state"};
  }

  TempDir folder_;

 public:
  Player player;  // goes first
};

/// All tests at the same time, each in a process of its own: libburn sleeps more than it
/// works. The exit code of main().
inline int run_at_once(int argc, char **argv, const char *name) {
  for (const auto &test : Registered::all())
    if (::fork() == 0) {
      ::setenv("GST_CHECKS", test.name, 1);
      ::_exit(run(argc, argv, name));
    }
  int status = 0;
  bool good = true;
  while (::wait(&status) > 0)
    good = good && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return good ? 0 : 1;
}

}  // namespace redbook::test
