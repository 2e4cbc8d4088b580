// The counters of IRedbookDiscMaster (imapi.md Q1, Q5, Q20, Part 3) and the capacity.
#include "disc_master_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr Blocks two_seconds{150};

}  // namespace

REDBOOK_TEST(test_counters_follow_imapi) {
  Staging staging{{.gap = two_seconds}};
  auto &master = staging.master;
  assert_text(staging.counters(), "0/359849/0");

  master.create_audio_track();
  assert_text(staging.counters(), "0/359849/1");
  master.append_silence(Blocks{1000}.bytes());
  assert_text(staging.counters(), "1000/358849/1");
  master.close_audio_track();
  assert_text(staging.counters(), "1000/358699/1");

  master.create_audio_track();
  assert_text(staging.counters(), "1150/358699/2");
  master.append_silence(Blocks{100}.bytes());
  assert_text(staging.counters(), "1250/358599/2");
  master.close_audio_track();
  assert_text(staging.counters(), "1450/358249/2");
}

REDBOOK_TEST(test_begun_block_counts_as_used) {
  Staging staging;
  staging.master.create_audio_track();

  staging.master.append(silence(2352 + 4));

  assert_text(staging.counters(), "2/359847/1");
  ck_assert_int_eq(staging.master.open_track_bytes(), 2356);
}

REDBOOK_TEST(test_full_disc_keeps_what_fits) {
  Staging staging{{.capacity = Blocks{1000}}};
  staging.master.create_audio_track();

  const auto result = staging.master.append(counting_audio(Blocks{1001}));

  assert_result(result, disc_full);
  assert_text(staging.counters(), "1000/0/1");
  ck_assert(staging.master.track_is_open());
  assert_result(staging.master.close_audio_track().result, ok);
  ck_assert(staging.recorded() == counting_audio(Blocks{1000}));
}

REDBOOK_TEST(test_full_disc_takes_no_more) {
  Staging staging{{.capacity = Blocks{300}}};
  staging.stage(Blocks{300});

  assert_text(staging.counters(), "300/0/1");
  assert_result(staging.master.create_audio_track(), ok);
  assert_result(staging.master.append(silence(1)), disc_full);
  assert_result(staging.master.append_silence(1), disc_full);
  const auto closed = staging.master.close_audio_track();

  ck_assert_int_eq(closed.number, 0);
  assert_text(staging.tracks(), "0+0+300 ");
}

REDBOOK_TEST(test_disc_is_full_to_the_byte) {
  Staging staging{{.capacity = Blocks{400}}};
  staging.master.create_audio_track();

  assert_result(staging.master.append(silence(Blocks{400}.bytes() - 1)), ok);
  assert_result(staging.master.append_silence(1), ok);
  assert_result(staging.master.append_silence(1), disc_full);

  ck_assert_int_eq(staging.master.next_byte(), Blocks{400}.bytes());
}

REDBOOK_TEST(test_silence_stops_at_the_capacity_too) {
  Staging staging{{.capacity = Blocks{500}}};
  staging.master.create_audio_track();

  assert_result(staging.master.append_silence(Blocks{501}.bytes()), disc_full);

  assert_text(staging.counters(), "500/0/1");
}

REDBOOK_TEST(test_gap_takes_room_from_the_next_track) {
  Staging staging{{.capacity = Blocks{1000}, .gap = two_seconds}};
  staging.stage(Blocks{500});
  assert_text(staging.counters(), "500/350/1");
  staging.master.create_audio_track();

  assert_result(staging.master.append(silence(Blocks{351})), disc_full);

  assert_text(staging.counters(), "1000/0/2");
  staging.master.close_audio_track();
  assert_text(staging.tracks(), "0+0+500 500+150+350 ");
}

REDBOOK_TEST(test_no_track_fits_where_the_gap_does_not) {
  Staging staging{{.capacity = Blocks{1000}, .gap = two_seconds}};
  staging.stage(Blocks{900});

  assert_text(staging.counters(), "900/0/1");
  staging.master.create_audio_track();
  assert_result(staging.master.append(silence(1)), disc_full);
  staging.master.close_audio_track();

  assert_text(staging.counters(), "900/0/1");
}

REDBOOK_TEST(test_available_is_never_negative) {
  Staging staging{{.capacity = Blocks{1000}, .gap = two_seconds}};
  staging.stage(Blocks{900});

  staging.master.create_audio_track();

  assert_blocks(staging.master.available_audio_track_blocks(), 0);
}

REDBOOK_TEST(test_99_tracks_fit_and_no_more) {
  Staging staging{{.gap = two_seconds}};
  for (int number = 1; number <= 99; ++number) {
    staging.master.create_audio_track();
    staging.master.append_silence(Blocks{300}.bytes());
    ck_assert_int_eq(staging.master.close_audio_track().number, number);
  }

  const auto result = staging.master.create_audio_track();

  assert_result(result, track_limit);
  assert_text(staging.counters(), "44400/0/99");
}

REDBOOK_TEST(test_99th_track_may_still_grow) {
  Staging staging;
  staging.master.create_audio_track();
  staging.master.append_silence(Blocks{98 * 300}.bytes());
  for (int number = 1; number <= 98; ++number)
    staging.master.divide_open_track(Blocks{300});

  staging.master.append_silence(Blocks{700}.bytes());

  assert_text(staging.counters(), "30100/329749/99");
  assert_result(staging.master.divide_open_track(Blocks{300}).result, track_limit);
  ck_assert_int_eq(staging.master.close_audio_track().number, 99);
}
