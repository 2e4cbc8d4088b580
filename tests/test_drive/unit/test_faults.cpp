// Every kind of fault a plan can ask for.

#include "test_drive/unit/support.hpp"

using namespace redbook::drive;
using namespace std::chrono_literals;

namespace {

/// A drive in the middle of a session at once, at LBA 0.
struct BurningRecorder : Recorder {
  BurningRecorder() {
    choose(session_at_once);
    send_cue_sheet(short_cue_sheet());
    write(Lba{-150}, blocks_of_value(150, 0));
  }
};

std::uint8_t byte_at(Recorder &recorder, Lba lba, std::size_t at) {
  return recorder.medium().program().read(lba, 1)[at];
}

const char *const bad_plans[] = {
    "write",
    "write 3",
    "write 3 sense",
    "write 3 sense 3/0C",
    "write 3 sense 3/0C/0x",
    "wriite 3 busy",
    "write x busy",
    "write 3 host",
    "write lba busy",
    "2 busy",
};

}  // namespace

REDBOOK_TEST(test_nth_command_gets_the_sense) {
  BurningRecorder recorder;
  recorder.plan("# the first WRITE was the pregap\nwrite 3 sense 3/0C/00\n");

  assert_good(recorder.write(Lba{0}, blocks_of_value(10, 1)));
  assert_refused(recorder.write(Lba{10}, blocks_of_value(10, 2)), sense::write_error);
  assert_good(recorder.write(Lba{10}, blocks_of_value(10, 3)));

  ck_assert_uint_eq(byte_at(recorder, Lba{10}, 0), 3);
}

REDBOOK_TEST(test_range_of_commands_and_of_places) {
  BurningRecorder recorder;
  recorder.plan("tur 2..3 sense 2/04/08\nwrite lba 15..16 sense 4/44/00\n");

  assert_refused(recorder.test_ready(), sense::long_write_in_progress);
  assert_refused(recorder.test_ready(), sense::long_write_in_progress);
  assert_good(recorder.test_ready());
  assert_good(recorder.write(Lba{0}, blocks_of_value(15, 1)));
  assert_refused(recorder.write(Lba{15}, blocks_of_value(1, 1)), Sense{4, 0x44, 0});
}

REDBOOK_TEST(test_recovered_error_is_told_after_the_work) {
  BurningRecorder recorder;
  recorder.plan("write 2 after sense 1/0C/00\n");

  const auto reply = recorder.write(Lba{0}, blocks_of_value(10, 5));

  assert_refused(reply, Sense{1, 0x0C, 0});
  ck_assert_uint_eq(byte_at(recorder, Lba{9}, 0), 5);
}

REDBOOK_TEST(test_busy_and_host_errors_lose_the_data) {
  BurningRecorder recorder;
  recorder.plan("write 2 busy\nwrite 3 host 7\nwrite 4 errno EIO\n");

  const auto busy = recorder.write(Lba{0}, blocks_of_value(1, 5));
  const auto host = recorder.write(Lba{0}, blocks_of_value(1, 5));
  const auto error = recorder.write(Lba{0}, blocks_of_value(1, 5));

  ck_assert_uint_eq(busy.status, status_busy);
  ck_assert_uint_eq(host.host_status, 7);
  ck_assert_int_eq(error.error_number, EIO);
  ck_assert_uint_eq(byte_at(recorder, Lba{0}, 0), 0);
}

REDBOOK_TEST(test_hang_lasts_until_the_time_out) {
  Recorder recorder;
  recorder.plan("tur 2 hang\ntur 3 hang 2\n");
  const auto before = recorder.clock().now();

  const auto first = recorder.test_ready();
  const auto between = recorder.clock().now();
  recorder.test_ready();

  ck_assert_uint_eq(first.host_status, 3);
  ck_assert(between - before == 30s);
  ck_assert(recorder.clock().now() - between == 2s);
}

REDBOOK_TEST(test_drive_that_has_gone_answers_no_more) {
  Recorder recorder;
  recorder.plan("tur 2 gone\n");

  const auto going = recorder.test_ready();
  const auto gone = recorder.disc_info();

  ck_assert_int_eq(going.error_number, ENODEV);
  ck_assert(gone.empty());
  ck_assert_int_eq((Drive{recorder.folder(), recorder.clock()}.opened()), ENXIO);
}

REDBOOK_TEST(test_short_and_replaced_data) {
  Recorder recorder{"audio-cd"};
  recorder.plan("read-cd 1 short 1000\n51 1 data 00 01 02\n");

  ck_assert_uint_eq(recorder.read_cd(Lba{0}, 1).data.size(), 1000);
  ck_assert(recorder.disc_info() == (Bytes{0, 1, 2}));
  ck_assert_uint_eq(recorder.disc_info().size(), 34);
}

REDBOOK_TEST(test_delay_takes_time_and_does_the_work) {
  BurningRecorder recorder;
  recorder.plan("write 2 delay 250\n");
  const auto before = recorder.clock().now();

  assert_good(recorder.write(Lba{0}, blocks_of_value(1, 5)));

  ck_assert(recorder.clock().now() - before == 250ms);
  ck_assert_uint_eq(byte_at(recorder, Lba{0}, 0), 5);
}

REDBOOK_TEST(test_flipped_bit_and_dropped_block_go_unnoticed) {
  BurningRecorder recorder;
  recorder.plan("write lba 3 flip 17\nwrite lba 12..13 drop\n");

  assert_good(recorder.write(Lba{0}, blocks_of_value(10, 0xF0)));
  assert_good(recorder.write(Lba{10}, blocks_of_value(10, 0xF0)));

  ck_assert_uint_eq(byte_at(recorder, Lba{3}, 2), 0xF2);
  ck_assert_uint_eq(byte_at(recorder, Lba{2}, 2), 0xF0);
  ck_assert_uint_eq(byte_at(recorder, Lba{11}, 0), 0xF0);
  ck_assert_uint_eq(byte_at(recorder, Lba{12}, 0), 0);
  ck_assert_uint_eq(byte_at(recorder, Lba{13}, 2351), 0);
  ck_assert_uint_eq(byte_at(recorder, Lba{14}, 0), 0xF0);
}

REDBOOK_TEST(test_bit_can_flip_while_reading) {
  Recorder recorder{"audio-cd"};
  const auto audio = recorder.read_cd(Lba{10}, 1).data;
  recorder.plan("read-cd 2 flip 0\n");

  const auto damaged = recorder.read_cd(Lba{10}, 1).data;

  ck_assert_uint_eq(damaged[0], audio[0] ^ 1);
}

REDBOOK_TEST(test_opening_can_fail) {
  Recorder recorder;
  recorder.plan("open 1 busy\nopen 2 errno EACCES\n");
  Drive drive{recorder.folder(), recorder.clock()};

  ck_assert_int_eq(drive.opened(), EBUSY);
  ck_assert_int_eq(drive.opened(), EACCES);
  ck_assert_int_eq(drive.opened(), 0);
}

REDBOOK_LOOP_TEST(test_plan_that_makes_no_sense_is_refused, std::size(bad_plans)) {
  bool refused = false;
  try {
    FaultPlan::parse(bad_plans[_i]);
  } catch (const std::invalid_argument &) {
    refused = true;
  }

  ck_assert_msg(refused, "accepted: %s", bad_plans[_i]);
}
