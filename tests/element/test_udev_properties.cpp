// What udev's properties say of a drive and its medium.
#include <map>
#include <sstream>

#include "device/udev_properties.hpp"
#include "element_support.hpp"
#include "udev_readings.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The properties of a reading.
class Reading {
 public:
  explicit Reading(const std::string &text) {
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
      const auto equals = line.find('=');
      values_[line.substr(3, equals - 3)] = line.substr(equals + 1);
    }
  }
  UdevProperty property() const {
    return [this](const char *name) {
      const auto found = values_.find(name);
      return found == values_.end() ? nullptr : found->second.c_str();
    };
  }

 private:
  std::map<std::string, std::string> values_;
};

KnownDrive drive_of(const std::string &text) {
  return drive_of_udev("/dev/sr0", Reading{text}.property());
}

void assert_medium(const std::string &medium, MediumType type, MediumState state) {
  const auto drive = drive_of(empty_writer + medium);
  fail_unless(drive.is_medium_known);
  fail_unless(drive.status.medium.type == type);
  fail_unless(drive.status.medium.state == state);
}

}  // namespace

REDBOOK_TEST(test_writer_has_its_name_and_what_it_writes) {
  const auto drive = drive_of(empty_writer);

  assert_text(drive.status.device, "/dev/sr0");
  assert_text(drive.status.vendor, "HL-DT-ST");
  assert_text(drive.status.product, "DVDRAM GH24NSD1");
  assert_text(drive.status.revision, "LG00");
  fail_unless(drive.writable == (WritableMedia{true, true}));
  fail_if(drive.is_looked_at);
}

REDBOOK_TEST(test_reader_writes_nothing) {
  const auto drive = drive_of("E: ID_CDROM=1\nE: ID_CDROM_CD=1\nE: ID_CDROM_DVD=1\n");

  fail_unless(drive.writable == WritableMedia{});
  fail_if(drive.is_recorder());
}

REDBOOK_TEST(test_drive_that_was_in_use_is_not_described) {
  const auto drive = drive_of("E: ID_CDROM=1\nE: ID_MODEL=DVDRAM_GH24NSD1\n");

  fail_if(drive.writable);
  fail_if(drive.is_medium_known);
}

REDBOOK_TEST(test_media_have_their_types_and_states) {
  assert_medium("", MediumType::unknown, MediumState::none);
  assert_medium(blank_cd_r, MediumType::cd_r, MediumState::blank);
  assert_medium(audio_cd_rw, MediumType::cd_rw, MediumState::complete);
  assert_medium(open_data_cd_r, MediumType::cd_r, MediumState::appendable);
  assert_medium(pressed_cd, MediumType::cd_rom, MediumState::complete);
  assert_medium(blank_dvd, MediumType::other, MediumState::unsuitable);
}

REDBOOK_TEST(test_disc_with_files_is_known) {
  fail_unless(drive_of(empty_writer + open_data_cd_r).holds_files);
  fail_if(drive_of(empty_writer + audio_cd_rw).holds_files);
}

REDBOOK_TEST(test_button_of_the_tray_is_told_from_a_new_medium) {
  fail_unless(
      is_eject_request(Reading{"E: ID_CDROM=1\nE: DISK_EJECT_REQUEST=1\n"}.property()));
  fail_if(
      is_eject_request(Reading{empty_writer + "E: DISK_MEDIA_CHANGE=1\n"}.property()));
}
