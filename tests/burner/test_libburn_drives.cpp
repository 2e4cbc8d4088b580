// Drives and media that are looked at, and those that won't do.
#include <unistd.h>

#include "at_once.hpp"
#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

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

REDBOOK_TEST(test_devices_that_are_no_drives_are_named) {
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

REDBOOK_TEST(test_drive_that_may_not_be_used_says_what_would_let) {
  Rig rig;
  rig.plan("open every errno EACCES");

  const auto said = refusal("/dev/sr0");

  ck_assert_msg(said.starts_with("device-not-accessible: You may not use the drive: "),
                "%s", said.c_str());
  ck_assert(said.find("group") != std::string::npos);
}

REDBOOK_TEST(test_drive_in_use_is_told_at_once) {
  Rig rig;
  const LibburnDrive holder{"/dev/sr0"};

  assert_text(refusal("/dev/sr0"),
              "device-still-in-use: Another program uses the drive, or its disc is "
              "mounted: close or unmount it (fuser names it).");
}

REDBOOK_TEST(test_drive_that_has_gone_is_told) {
  Rig rig;
  rig.plan("open every gone");

  assert_text(refusal("/dev/sr0"),
              "device-not-present: The drive has gone: check its cable and its power.");
}

REDBOOK_TEST(test_drive_that_refuses_inquiry_is_told) {
  Rig rig;
  rig.plan("inquiry every sense 5/20/00");

  assert_text(refusal("/dev/sr0"),
              "device-not-accessible: The device does not answer as a CD drive does.");
}

REDBOOK_TEST(test_media_that_will_not_do_are_refused) {
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

REDBOOK_TEST(test_only_a_cd_rw_can_be_erased) {
  Rig rig{"written"};

  const auto error =
      error_of([&] { LibburnDrive{"/dev/sr0"}.erase(Blanking::fast, rig.notes, {}); });

  assert_text(error.what(), "The disc in the drive can't be erased: only a CD-RW can.");
  ck_assert(rig.medium().catalogue().finalised);
}

REDBOOK_TEST(test_refused_erasing_is_told) {
  Rig rig{"written-rw"};
  rig.plan("blank sense 3/51/00");

  const auto error =
      error_of([&] { LibburnDrive{"/dev/sr0"}.erase(Blanking::fast, rig.notes, {}); });

  assert_text(error.what(), "The drive could not erase the disc.");
  ck_assert(error.result() == Result::erase_failed);
  ck_assert(!rig.state().removal_prevented);
}

REDBOOK_TEST(test_status_tells_of_drive_and_medium) {
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

REDBOOK_TEST(test_status_follows_the_settings_of_the_drive) {
  Rig rig{"cd-r-74"};
  rig.set("simulation", "no");
  rig.set("buf", "no");
  rig.set("session-at-once", "no");

  const auto status = LibburnDrive{"/dev/sr0"}.status();

  ck_assert(status.capabilities == (DriveCapabilities{false, true, false, false, true}));
  ck_assert(status.medium.state == MediumState::blank);
  ck_assert(status.medium.free == status.medium.capacity);
}

REDBOOK_TEST(test_tray_opens_and_closes) {
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

REDBOOK_TEST(test_tray_that_does_not_open_is_told) {
  Rig rig;
  LibburnDrive drive{"/dev/sr0"};
  rig.plan("start-stop every sense 5/53/02");

  const auto error = error_of([&] { drive.eject(); });

  assert_text(error.what(), "The drive did not move its tray.");
}
