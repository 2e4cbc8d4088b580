// The drive at a speed: its buffer, underruns, waiting.

#include "test_drive/unit/support.hpp"

using namespace redbook::drive;
using namespace std::chrono_literals;

namespace {

constexpr double bytes_per_second = 75.0 * bytes_per_block;

/// A drive that records at single speed from a buffer of 1 MB.
struct SlowRecorder : Recorder {
  explicit SlowRecorder(const std::string &medium = "cd-r-80") : Recorder{medium} {
    set("speed", "1");
    set("buffer-kb", "1024");
  }

  void begin(std::uint8_t flags) {
    assert_good(choose(session_at_once | flags));
    assert_good(send_cue_sheet(short_cue_sheet()));
  }
  /// Bytes the buffer has room for.
  unsigned room() { return get_32(run({0x5C, 0, 0, 0, 0, 0, 0, 0, 12, 0}).data, 8); }
};

double seconds(Clock::Nanoseconds length) {
  return std::chrono::duration<double>{length}.count();
}

}  // namespace

REDBOOK_TEST(test_instant_drive_takes_no_time_and_is_always_empty) {
  Recorder recorder;
  recorder.choose(session_at_once);
  recorder.send_cue_sheet(short_cue_sheet());
  const auto before = recorder.clock().now();

  assert_good(recorder.write(Lba{-150}, blocks_of_value(450, 0)));

  ck_assert(recorder.clock().now() == before);
  const auto buffer = recorder.run({0x5C, 0, 0, 0, 0, 0, 0, 0, 12, 0}).data;
  ck_assert_uint_eq(get_32(buffer, 4), get_32(buffer, 8));
}

REDBOOK_TEST(test_buffer_fills_and_runs_down) {
  SlowRecorder recorder;
  recorder.begin(underrun_proof);

  recorder.write(Lba{-150}, blocks_of_value(150, 0));
  const auto not_yet = recorder.room();
  recorder.write(Lba{0}, blocks_of_value(100, 0));
  const auto fuller = recorder.room();
  recorder.clock().pass(1s);
  const auto later = recorder.room();

  ck_assert_uint_eq(not_yet, 1024 * 1024 - 150 * 2352);
  ck_assert_uint_eq(fuller, 1024 * 1024 - 250 * 2352);
  ck_assert_uint_eq(later, fuller + static_cast<unsigned>(bytes_per_second));
}

REDBOOK_TEST(test_full_buffer_makes_the_host_wait) {
  SlowRecorder recorder;
  recorder.begin(underrun_proof);
  recorder.write(Lba{-150}, blocks_of_value(440, 0));
  const auto before = recorder.clock().now();

  recorder.write(Lba{290}, blocks_of_value(10, 0));

  const double missing = 450 * 2352 - 1024.0 * 1024;
  ck_assert_double_eq_tol(seconds(recorder.clock().now() - before),
                          missing / bytes_per_second, 0.001);
}

REDBOOK_TEST(test_starved_laser_spoils_the_medium) {
  SlowRecorder recorder;
  recorder.begin(0);
  recorder.write(Lba{-150}, blocks_of_value(300, 0));
  recorder.clock().pass(5s);

  const auto reply = recorder.write(Lba{150}, blocks_of_value(10, 0));

  assert_refused(reply, sense::loss_of_streaming);
  ck_assert(recorder.medium().catalogue().spoilt);
  recorder.choose(session_at_once);
  assert_refused(recorder.send_cue_sheet(short_cue_sheet()), sense::write_error);
}

REDBOOK_TEST(test_starved_laser_pauses_if_it_may) {
  SlowRecorder recorder;
  recorder.begin(underrun_proof);
  recorder.write(Lba{-150}, blocks_of_value(300, 7));
  recorder.clock().pass(5s);

  assert_good(recorder.write(Lba{150}, blocks_of_value(150, 7)));

  ck_assert_int_eq(recorder.state().pace.pauses, 1);
  ck_assert(recorder.read_cd(Lba{0}, 300).data == blocks_of_value(300, 7));
}

REDBOOK_TEST(test_immediate_synchronize_leaves_the_drive_busy) {
  SlowRecorder recorder;
  recorder.begin(underrun_proof);
  recorder.write(Lba{-150}, blocks_of_value(400, 0));
  recorder.write(Lba{250}, blocks_of_value(50, 0));

  assert_good(recorder.run({0x35, 2, 0, 0, 0, 0, 0, 0, 0, 0}));
  const auto at_once = recorder.test_ready();
  recorder.clock().pass(7s);
  const auto later = recorder.test_ready();

  assert_refused(at_once, sense::long_write_in_progress);
  assert_good(later);
}

REDBOOK_TEST(test_slower_host_speed_slows_the_drive) {
  SlowRecorder recorder;
  recorder.set("speed", "8");
  assert_good(
      recorder.run({0xBB, 0, 0x1B, 0x90, 353 >> 8, 353 & 0xFF, 0, 0, 0, 0, 0, 0}));
  recorder.begin(underrun_proof);
  recorder.write(Lba{-150}, blocks_of_value(300, 0));
  const auto before = recorder.room();

  recorder.clock().pass(1s);

  ck_assert_uint_eq(recorder.room(), before + 353000);
}

REDBOOK_TEST(test_blanking_takes_its_time) {
  SlowRecorder recorder{"written-rw"};

  assert_good(recorder.run({0xA1, 0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
  const auto at_once = recorder.test_ready();
  recorder.clock().pass(121s);

  assert_refused(at_once, sense::long_write_in_progress);
  assert_good(recorder.test_ready());
}
