// Burns that end early, and those that never begin.
#include <sys/stat.h>

#include "at_once.hpp"
#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Burns, and asks it to stop once so many blocks are told as written.
bool stops_at(Rig &rig, Blocks place, const DriveSettings &settings) {
  std::stop_source stop;
  rig.notes.at_blocks = [&](Blocks written) {
    if (written >= place) stop.request_stop();
  };
  try {
    const auto disc = disc_of({Blocks{2000}, Blocks{2000}});
    rig.burn(disc, counting_sound(disc.length()), settings, stop.get_token());
    return false;
  } catch (const Cancelled &) {
    return true;
  }
}

/// A drive slow enough to be interrupted: 16x, 300 blocks in its buffer.
void slow_down(const Rig &rig) {
  rig.set("speed", "16");
  rig.set("buffer-kb", "700");
}

std::string refusal(const std::string &device) {
  const auto error = error_of([&] { LibburnDrive{device}; });
  ck_assert(error.fault() == Fault::drive);
  return std::string{name_of(error.result())} + ": " + error.what();
}

/// The medium, and why it is not burned.
std::string refusal_of_medium(const std::string &medium) {
  Rig rig{medium};
  const auto error = error_of([&] { rig.burn(short_album()); });
  return medium + ": " + name_of(error.result());
}

}  // namespace

START_TEST(test_stop_before_the_first_block_leaves_the_medium_blank) {
  Rig rig;

  ck_assert(stops_at(rig, Blocks{0}, {}));

  ck_assert(rig.medium().catalogue().blank());
  ck_assert(!rig.state().removal_prevented);
}
END_TEST

START_TEST(test_stop_in_a_session_at_once_frees_the_tray) {
  Rig rig;
  slow_down(rig);
  const auto begin = std::chrono::steady_clock::now();

  ck_assert(stops_at(rig, Blocks{700}, {}));

  ck_assert(std::chrono::steady_clock::now() - begin < std::chrono::seconds{10});
  ck_assert(!rig.state().removal_prevented);
  ck_assert(!rig.medium().catalogue().finalised);
}
END_TEST

START_TEST(test_stop_in_a_later_track_at_once_frees_the_tray) {
  Rig rig;
  slow_down(rig);

  ck_assert(stops_at(rig, Blocks{2300}, {.write_mode = WriteMode::tao}));

  ck_assert(!rig.state().removal_prevented);
  ck_assert_int_eq(rig.medium().catalogue().track_count, 2);
}
END_TEST

START_TEST(test_stopped_simulation_leaves_the_medium_blank) {
  Rig rig;
  slow_down(rig);

  ck_assert(stops_at(rig, Blocks{700}, {.simulate = true}));

  ck_assert(rig.medium().catalogue().blank());
}
END_TEST

START_TEST(test_drive_is_usable_after_a_stop) {
  Rig rig{"cd-rw-80"};
  slow_down(rig);
  stops_at(rig, Blocks{700}, {});
  rig.notes.at_blocks = {};
  rig.set("speed", "0");

  const auto sound = rig.burn(short_album(), {.blank = Blanking::fast});

  ck_assert(rig.recorded(Blocks{1125}) == sound);
}
END_TEST

START_TEST(test_stash_that_ends_early_is_no_silence_on_a_good_disc) {
  Rig rig;
  auto sound = counting_sound(short_album().length());
  sound.resize(sound.size() / 2);

  const auto error = error_of([&] { rig.burn(short_album(), sound, {}); });

  ck_assert(error.fault() == Fault::stash);
  assert_text(error.what(), "The staged audio could not be read again.");
  ck_assert(!rig.medium().catalogue().finalised);
  ck_assert(!rig.state().removal_prevented);
}
END_TEST

START_TEST(test_stash_that_ends_early_is_told_of_tracks_at_once) {
  Rig rig;
  auto sound = counting_sound(short_album().length());
  sound.resize(sound.size() / 2);

  const auto error =
      error_of([&] { rig.burn(short_album(), sound, {.write_mode = WriteMode::tao}); });

  ck_assert(error.fault() == Fault::stash);
}
END_TEST

START_TEST(test_devices_that_are_no_drives_are_named) {
  Rig rig;
  const auto file = rig.folder() / "file";
  write_file(file, "");
  ::symlink(file.c_str(), (rig.folder() / "link").c_str());
  const auto is_file =
      "device-not-present: The device is a file, not a drive: redbook-burner --list "
      "shows "
      "the drives.";
  const auto no_drive =
      "device-not-present: The device is not a CD drive: redbook-burner --list shows the "
      "drives.";

  assert_text(refusal("/dev/sr7"),
              "device-not-present: There is no such device: redbook-burner --list shows "
              "the drives.");
  assert_text(refusal(file), is_file);
  assert_text(refusal(rig.folder() / "link"), is_file);
  assert_text(refusal(rig.folder()), is_file);
  assert_text(refusal("/dev/null"), no_drive);
  assert_text(refusal(""),
              "device-not-present: There is no such device: redbook-burner --list shows "
              "the drives.");
}
END_TEST

START_TEST(test_drive_that_may_not_be_used_says_what_would_let) {
  Rig rig;
  rig.plan("open every errno EACCES");

  const auto said = refusal("/dev/sr0");

  ck_assert_msg(said.starts_with("device-not-accessible: You may not use the drive: "),
                "%s", said.c_str());
  ck_assert(said.find("group") != std::string::npos);
}
END_TEST

START_TEST(test_drive_in_use_is_told_at_once) {
  Rig rig;
  const LibburnDrive holder{"/dev/sr0"};

  assert_text(refusal("/dev/sr0"),
              "device-still-in-use: Another program uses the drive, or its disc is "
              "mounted: close or unmount it (fuser names it).");
}
END_TEST

START_TEST(test_drive_that_has_gone_is_told) {
  Rig rig;
  rig.plan("open every gone");

  assert_text(refusal("/dev/sr0"),
              "device-not-present: The drive has gone: check its cable and its power.");
}
END_TEST

START_TEST(test_drive_that_refuses_inquiry_is_told) {
  Rig rig;
  rig.plan("inquiry every sense 5/20/00");

  assert_text(refusal("/dev/sr0"),
              "device-not-accessible: The device does not answer as a CD drive does.");
}
END_TEST

START_TEST(test_media_that_will_not_do_are_refused) {
  const std::vector<std::string> media{"",       "written",  "appendable", "written-rw",
                                       "spoilt", "audio-cd", "data-cd",    "dvd"};

  const auto outcomes = outcomes_of(media, refusal_of_medium);

  assert_text(outcomes, R"(: medium-not-present
written: medium-not-blank
appendable: medium-not-blank
written-rw: medium-not-blank
spoilt: medium-invalid-type
audio-cd: medium-invalid-type
data-cd: medium-invalid-type
dvd: medium-invalid-type
)");
}
END_TEST

START_TEST(test_only_a_cd_rw_can_be_erased) {
  Rig rig{"written"};

  const auto error =
      error_of([&] { LibburnDrive{"/dev/sr0"}.erase(Blanking::fast, rig.notes, {}); });

  assert_text(error.what(), "The disc in the drive can't be erased: only a CD-RW can.");
  ck_assert(rig.medium().catalogue().finalised);
}
END_TEST

START_TEST(test_refused_erasing_is_told) {
  Rig rig{"written-rw"};
  rig.plan("blank sense 3/51/00");

  const auto error =
      error_of([&] { LibburnDrive{"/dev/sr0"}.erase(Blanking::fast, rig.notes, {}); });

  assert_text(error.what(), "The drive could not erase the disc.");
  ck_assert(error.result() == Result::erase_failed);
  ck_assert(!rig.state().removal_prevented);
}
END_TEST

START_TEST(test_status_tells_of_drive_and_medium) {
  Rig rig{"written-rw"};

  const auto status = LibburnDrive{"/dev/sr0"}.status();

  assert_text(status.vendor + "|" + status.product + "|" + status.revision,
              "REDBOOK|TEST DRIVE|1.0");
  ck_assert(status.capabilities == (DriveCapabilities{true, true, true, true, true}));
  ck_assert(status.medium == (Medium{MediumType::cd_rw,
                                     MediumState::complete,
                                     eighty_minutes,
                                     Blocks{},
                                     {Lba{0}, Lba{450}, Lba{900}},
                                     Lba{1350},
                                     {3600, 2400, 1800, 1200, 600, 300},
                                     3600}));
}
END_TEST

START_TEST(test_status_follows_the_settings_of_the_drive) {
  Rig rig{"cd-r-74"};
  rig.set("simulation", "no");
  rig.set("buf", "no");
  rig.set("session-at-once", "no");

  const auto status = LibburnDrive{"/dev/sr0"}.status();

  ck_assert(status.capabilities == (DriveCapabilities{false, true, false, false, true}));
  ck_assert(status.medium.state == MediumState::blank);
  ck_assert(status.medium.free == status.medium.capacity);
}
END_TEST

START_TEST(test_tray_opens_and_closes) {
  Rig rig;
  LibburnDrive drive{"/dev/sr0"};

  drive.eject();
  const bool opened = rig.state().tray_open;
  const auto without = drive.status().medium.state;
  drive.load();

  ck_assert(opened);
  ck_assert(without == MediumState::none);
  ck_assert(!rig.state().tray_open);
  ck_assert(drive.status().medium.state == MediumState::blank);
}
END_TEST

START_TEST(test_tray_that_does_not_open_is_told) {
  Rig rig;
  LibburnDrive drive{"/dev/sr0"};
  rig.plan("start-stop every sense 5/53/02");

  const auto error = error_of([&] { drive.eject(); });

  assert_text(error.what(), "The drive did not move its tray.");
}
END_TEST

int main() {
  return run_at_once(
      "ends",
      {test_stop_before_the_first_block_leaves_the_medium_blank,
       test_stop_in_a_session_at_once_frees_the_tray,
       test_stop_in_a_later_track_at_once_frees_the_tray,
       test_stopped_simulation_leaves_the_medium_blank, test_drive_is_usable_after_a_stop,
       test_stash_that_ends_early_is_no_silence_on_a_good_disc,
       test_stash_that_ends_early_is_told_of_tracks_at_once,
       test_devices_that_are_no_drives_are_named,
       test_drive_that_may_not_be_used_says_what_would_let,
       test_drive_in_use_is_told_at_once, test_drive_that_has_gone_is_told,
       test_drive_that_refuses_inquiry_is_told, test_media_that_will_not_do_are_refused,
       test_only_a_cd_rw_can_be_erased, test_refused_erasing_is_told,
       test_status_tells_of_drive_and_medium,
       test_status_follows_the_settings_of_the_drive, test_tray_opens_and_closes,
       test_tray_that_does_not_open_is_told});
}
