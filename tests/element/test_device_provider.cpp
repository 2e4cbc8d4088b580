// The drives as device monitors list them, on a machine of the test's.
#include "machine.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const std::string described =
    "PIONEER BD-RW (/dev/sr0) Sink/Disc redbook-drive, "
    "device.api=(string)redbook, device.path=(string)/dev/sr0, "
    "device.vendor=(string)PIONEER, device.model=(string)BD-RW, "
    "device.revision=(string)1.0, capabilities.cd-r=(boolean)true, "
    "capabilities.cd-rw=(boolean)true, ";
const std::string capabilities =
    "capabilities.sao=(boolean)true, capabilities.tao=(boolean)true, "
    "capabilities.simulate=(boolean)true, "
    "capabilities.buffer-underrun-free=(boolean)false, "
    "capabilities.cd-text=(boolean)true, ";
const std::string blank =
    "medium.state=(string)blank, medium.type=(GstRedbookMediaType)cd-r";
const std::string looked_at_blank =
    blank +
    ", medium.tracks=(int)0, medium.total-blocks=(int)359849, "
    "medium.free-blocks=(int)359849, medium.write-speeds=(int)< 3600, 600 >";

const auto with_nothing = described + "medium.state=(string)none;";
const auto with_blank_as_seen = described + blank + ";";
const auto with_blank = described + capabilities + looked_at_blank + ";";

}  // namespace

REDBOOK_TEST(test_drives_are_listed_complete_when_asked) {
  Machine machine{{described_drive("/dev/sr0")}};

  assert_text(machine.listed(), with_blank + "\n");
}

REDBOOK_TEST(test_drive_that_records_nothing_is_not_listed) {
  auto reader = described_drive("/dev/sr0");
  reader.writable = WritableMedia{false, false};
  Machine machine{{reader}};

  assert_text(machine.listed(), "");
  fail_unless_equals_int(machine.drives.probes, 0);
}

REDBOOK_TEST(test_drive_that_turns_out_to_record_nothing_is_not_listed) {
  Machine machine{{nameless_drive("/dev/sr0")}};
  machine.drives.probe = [](const std::string &, const std::stop_token &) {
    return DriveStatus{.vendor = "ACME", .product = "READER"};
  };

  machine.start();

  assert_text(machine.listed(), "");
}

REDBOOK_TEST(test_start_does_not_wait_for_a_drive_that_has_a_name) {
  Gate probe;
  Machine machine{{described_drive("/dev/sr0", MediumState::blank, MediumType::cd_r)}};
  machine.drives.probe = [&](const std::string &device, const std::stop_token &) {
    probe.pass();
    return looked_at(device);
  };

  machine.start();
  const auto at_first = machine.next_message();
  probe.open();
  const auto afterwards = machine.next_message();

  assert_text(at_first, "added " + with_blank_as_seen);
  assert_text(afterwards, "changed " + with_blank);
  assert_text(machine.listed(), with_blank + "\n");
}

REDBOOK_TEST(test_start_finds_the_names_of_drives_that_have_none) {
  Machine machine{{nameless_drive("/dev/sr0")}};

  machine.start();

  fail_unless(machine.has_message());
  assert_text(machine.next_message(),
              "added PIONEER BD-RW (/dev/sr0) Sink/Disc redbook-drive, "
              "device.api=(string)redbook, device.path=(string)/dev/sr0, "
              "device.vendor=(string)PIONEER, device.model=(string)BD-RW, "
              "device.revision=(string)1.0, " +
                  capabilities + looked_at_blank + ";");
}

REDBOOK_TEST(test_busy_drive_stays_as_the_system_describes_it) {
  Machine machine{{described_drive("/dev/sr0", MediumState::blank, MediumType::cd_r)}};
  machine.drives.probe = [](const std::string &, const std::stop_token &) -> DriveStatus {
    throw busy_error();
  };

  assert_text(machine.listed(), with_blank_as_seen + "\n");
}

REDBOOK_TEST(test_busy_recorder_without_a_name_is_listed_by_its_path) {
  auto drive = nameless_drive("/dev/sr0");
  drive.writable = all_media;
  Machine machine{{drive}};
  machine.drives.probe = [](const std::string &, const std::stop_token &) -> DriveStatus {
    throw busy_error();
  };

  machine.start();

  assert_text(machine.next_message(),
              "added CD recorder (/dev/sr0) Sink/Disc redbook-drive, "
              "device.api=(string)redbook, device.path=(string)/dev/sr0, "
              "capabilities.cd-r=(boolean)true, capabilities.cd-rw=(boolean)true;");
}

REDBOOK_TEST(test_drive_that_only_the_kernel_lists_and_is_not_there_is_left_out) {
  auto drive = nameless_drive("/dev/sr0");
  drive.writable = all_media;
  Machine machine{{drive}};
  machine.drives.probe = [](const std::string &, const std::stop_token &) -> DriveStatus {
    throw Error{Fault::drive, Result::device_not_present, "There is no such device."};
  };

  assert_text(machine.listed(), "");
}

REDBOOK_TEST(test_drive_that_appears_and_goes_is_announced) {
  Machine machine;
  machine.start();

  machine.drives.events->seen(described_drive("/dev/sr0"));
  const auto appeared = machine.next_message();
  const auto looked = machine.next_message();
  machine.drives.events->gone("/dev/sr0");
  const auto gone = machine.next_message();

  assert_text(appeared, "added " + with_nothing);
  assert_text(looked, "changed " + with_blank);
  assert_text(gone, "removed " + with_blank);
  assert_text(machine.listed(), "");
}

REDBOOK_TEST(test_reader_that_goes_is_no_news) {
  Machine machine{{described_drive("/dev/sr1")}};
  machine.start();
  machine.next_message();
  machine.next_message();

  machine.drives.events->gone("/dev/sr0");

  fail_if(machine.has_message());
}

REDBOOK_TEST(test_drive_can_go_while_it_is_looked_at) {
  Machine machine{{described_drive("/dev/sr0")}};
  machine.drives.probe = [](const std::string &, const std::stop_token &stop) {
    return hang(stop);
  };
  machine.start();
  machine.next_message();

  machine.drives.events->gone("/dev/sr0");

  assert_text(machine.next_message(), "removed " + with_nothing);
}

REDBOOK_TEST(test_blank_disc_that_comes_is_told_and_looked_at) {
  Machine machine{{described_drive("/dev/sr0")}};
  machine.drives.probe = [&](const std::string &device, const std::stop_token &) {
    auto status = looked_at(device);
    if (machine.drives.probes == 1) status.medium = {};
    return status;
  };
  machine.start();
  machine.next_message();
  machine.next_message();

  machine.drives.events->seen(
      described_drive("/dev/sr0", MediumState::blank, MediumType::cd_r));

  assert_text(machine.next_message(),
              "changed " + described + capabilities + blank + ";");
  assert_text(machine.next_message(), "changed " + with_blank);
}

REDBOOK_TEST(test_disc_that_goes_is_told_and_not_looked_for) {
  Machine machine{{described_drive("/dev/sr0", MediumState::blank, MediumType::cd_r)}};
  machine.start();
  machine.next_message();
  machine.next_message();

  machine.drives.events->seen(described_drive("/dev/sr0"));

  assert_text(machine.next_message(),
              "changed " + described + capabilities + "medium.state=(string)none;");
  fail_unless_equals_int(machine.drives.probes, 1);
}

REDBOOK_TEST(test_disc_that_may_get_mounted_is_left_alone) {
  auto data = described_drive("/dev/sr0", MediumState::appendable, MediumType::cd_r);
  data.holds_files = true;
  Machine machine{{described_drive("/dev/sr0")}};
  machine.start();
  machine.next_message();
  machine.next_message();

  machine.drives.events->seen(data);

  assert_text(machine.next_message(), "changed " + described + capabilities +
                                          "medium.state=(string)appendable, "
                                          "medium.type=(GstRedbookMediaType)cd-r;");
  fail_unless_equals_int(machine.drives.probes, 1);
}

REDBOOK_TEST(test_system_that_repeats_itself_or_knows_nothing_changes_nothing) {
  const auto drive = described_drive("/dev/sr0");
  Machine machine{{drive}};
  machine.start();
  machine.next_message();
  machine.next_message();

  machine.drives.events->seen(drive);
  machine.drives.events->seen(nameless_drive("/dev/sr0"));

  fail_if(machine.has_message());
  fail_unless_equals_int(machine.drives.probes, 1);
}

REDBOOK_TEST(test_stopping_does_not_wait_for_a_look) {
  Machine machine{{described_drive("/dev/sr0"), described_drive("/dev/sr1")}};
  machine.drives.probe = [](const std::string &, const std::stop_token &stop) {
    return hang(stop);
  };
  machine.start();

  machine.stop();

  fail_unless(machine.drives.events == nullptr);
}

REDBOOK_TEST(test_provider_can_be_started_again) {
  Machine machine{{described_drive("/dev/sr0")}};
  machine.start();
  machine.stop();

  machine.start();
  const auto first = machine.next_message();
  machine.next_message();

  assert_text(first, "added " + with_nothing);
  assert_text(machine.listed(), with_blank + "\n");
}
