// Dividing the open track, describing it, and going back to a checkpoint.
#include "disc_master_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

void open_with(Staging &staging, Blocks length) {
  staging.master.create_audio_track();
  staging.master.append(counting_audio(length));
}

}  // namespace

REDBOOK_TEST(test_dividing_moves_no_audio) {
  Staging staging;
  open_with(staging, Blocks{1000});

  const auto one = staging.master.divide_open_track(Blocks{300});
  const auto two = staging.master.divide_open_track(Blocks{400});
  const auto three = staging.master.close_audio_track();

  ck_assert_int_eq(one.number, 1);
  ck_assert_int_eq(two.number, 2);
  ck_assert_int_eq(three.number, 3);
  assert_text(staging.tracks(), "0+0+300 300+0+400 700+0+300 ");
  ck_assert(staging.recorded() == counting_audio(Blocks{1000}));
}

REDBOOK_TEST(test_dividing_takes_no_gap) {
  Staging staging{{.gap = Blocks{150}}};
  open_with(staging, Blocks{600});

  staging.master.divide_open_track(Blocks{300});
  staging.master.close_audio_track();

  assert_text(staging.tracks(), "0+0+300 300+0+300 ");
}

REDBOOK_TEST(test_dividing_leaves_the_audio_behind_the_mark_open) {
  Staging staging;
  open_with(staging, Blocks{1000});

  staging.master.divide_open_track(Blocks{300});

  assert_text(staging.tracks(), "0+0+300 open ");
  assert_text(staging.counters(), "1000/358849/2");
  ck_assert_int_eq(staging.master.open_track_bytes(), Blocks{700}.bytes());
}

REDBOOK_TEST(test_track_divided_at_its_end_leaves_no_empty_one) {
  Staging staging;
  open_with(staging, Blocks{300});

  assert_result(staging.master.divide_open_track(Blocks{300}).result, ok);
  const auto rest = staging.master.close_audio_track();

  ck_assert_int_eq(rest.number, 0);
  assert_text(staging.tracks(), "0+0+300 ");
}

REDBOOK_TEST(test_dividing_refuses_places_without_audio) {
  Staging staging;
  open_with(staging, Blocks{400});

  assert_result(staging.master.divide_open_track(Blocks{401}).result, invalid_argument);
  assert_result(staging.master.divide_open_track(Blocks{299}).result,
                track_not_big_enough);
  assert_result(staging.master.divide_open_track(Blocks{-1}).result,
                track_not_big_enough);

  assert_text(staging.tracks(), "open ");
}

REDBOOK_TEST(test_dividing_counts_from_the_carried_samples_on) {
  Staging staging;
  staging.stage_bytes(300 * 2352 + 400, Join::gapless);
  open_with(staging, Blocks{600});

  staging.master.divide_open_track(Blocks{300});
  staging.master.close_audio_track();

  assert_text(staging.tracks(), "0+0+300 300+0+300 600+0+301 ");
}

REDBOOK_TEST(test_each_part_keeps_its_own_description) {
  Staging staging;
  auto &master = staging.master;
  open_with(staging, Blocks{1000});
  master.describe_open_track({"One", "A"}, Blocks{100}, {Blocks{50}});
  master.divide_open_track(Blocks{500});

  master.describe_open_track({"Two", "B"});
  master.close_audio_track();

  const std::vector<Track> wanted{
      {Lba{0}, Blocks{100}, Blocks{500}, {Blocks{50}}, {"One", "A"}},
      {Lba{500}, Blocks{0}, Blocks{500}, {}, {"Two", "B"}}};
  ck_assert(master.layout().tracks == wanted);
  ck_assert_int_eq(master.layout().tracks[0].index_1().value(), 100);
  ck_assert_int_eq(master.layout().lead_out().value(), 1000);
  assert_blocks(master.layout().length(), 1000);
}

REDBOOK_TEST(test_description_needs_an_open_track) {
  Staging staging;
  staging.master.describe_open_track({"Nobody's", ""});

  staging.stage(Blocks{300});

  ck_assert(staging.master.layout().tracks[0].texts == Texts{});
  ck_assert_int_eq(Disc{}.lead_out().value(), 0);
}

REDBOOK_TEST(test_returning_forgets_what_came_after) {
  Staging staging;
  staging.stage(Blocks{300});
  const auto point = staging.master.checkpoint();
  staging.stage(Blocks{400});
  open_with(staging, Blocks{500});

  assert_result(staging.master.return_to(point), ok);

  assert_text(staging.tracks(), "0+0+300 ");
  assert_text(staging.counters(), "300/359549/1");
  ck_assert(staging.recorded() == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_returning_reopens_the_track_that_was_open) {
  Staging staging;
  open_with(staging, Blocks{300});
  staging.master.describe_open_track({"Kept", ""});
  const auto point = staging.master.checkpoint();
  staging.master.append(silence(Blocks{100}));
  staging.master.close_audio_track();

  staging.master.return_to(point);
  staging.master.append(counting_audio(Blocks{100}, 300 * 588));
  staging.master.close_audio_track();

  assert_text(staging.tracks(), "0+0+400 ");
  assert_text(staging.master.layout().tracks[0].texts.title, "Kept");
  ck_assert(staging.recorded() == counting_audio(Blocks{400}));
}

REDBOOK_TEST(test_returning_keeps_what_was_carried_then) {
  Staging staging;
  staging.stage_bytes(300 * 2352 + 400, Join::gapless);
  const auto point = staging.master.checkpoint();
  staging.stage(Blocks{1000});

  staging.master.return_to(point);
  staging.stage_bytes(300 * 2352, Join::gapless, 300 * 588 + 100);

  auto wanted = counting_audio(600 * 2352 + 400);
  wanted.resize(601 * 2352);
  ck_assert(staging.recorded() == wanted);
}

REDBOOK_TEST(test_returning_to_the_very_start_empties_the_disc) {
  Staging staging;
  const auto point = staging.master.checkpoint();
  staging.stage(Blocks{1000});

  staging.master.return_to(point);

  assert_text(staging.counters(), "0/359849/0");
  assert_result(staging.master.begin_recording(), invalid_image);
}

REDBOOK_TEST(test_returning_works_more_than_once) {
  Staging staging;
  open_with(staging, Blocks{300});
  const auto point = staging.master.checkpoint();

  for (int times = 0; times < 3; ++times) {
    staging.master.append(silence(Blocks{1000}));
    assert_result(staging.master.return_to(point), ok);
  }

  staging.master.close_audio_track();
  ck_assert(staging.recorded() == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_checkpoint_from_before_clear_brings_no_track_back) {
  Staging staging;
  staging.stage(Blocks{300});
  const auto point = staging.master.checkpoint();
  staging.master.clear();

  staging.master.return_to(point);

  assert_text(staging.tracks(), "");
  assert_result(staging.master.begin_recording(), invalid_image);
}

REDBOOK_TEST(test_point_of_an_earlier_disc_leaves_an_empty_one) {
  Staging staging;
  staging.stage(Blocks{900});
  const auto point = staging.master.checkpoint();
  staging.master.clear();
  staging.stage(Blocks{300});

  assert_result(staging.master.return_to(point), ok);

  assert_text(staging.counters(), "0/359849/0");
}
