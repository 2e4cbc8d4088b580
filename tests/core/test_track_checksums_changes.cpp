// Discs whose tracks end otherwise than they were said to.
#include <random>
#include <stdexcept>

#include "track_checksums_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const std::vector<std::int64_t> table{0, 80 * block, 160 * block, 260 * block};

// A stream of 340 blocks whose table of contents came after `early` blocks.
Summing stream_with_table(std::int64_t early) {
  Summing summing;
  const auto audio = generated_audio(Blocks{340}, 1);
  const auto split = audio.begin() + early * block;
  summing.checksums.track_starts(0);
  summing.append(Pcm(audio.begin(), split));
  for (const auto start : table) summing.checksums.track_may_start(start);
  summing.append(Pcm(split, audio.end()));
  return summing;
}

// One track of 100 blocks and 35 samples, and the start of a second, gapless one.
Summing gapless_pair(std::int64_t second_blocks) {
  Summing summing;
  summing.checksums.track_starts(0);
  summing.append(generated_audio(Blocks{100}, 1));
  summing.append(Pcm(140, std::byte{3}));
  summing.start_gapless();
  summing.append(generated_audio(Blocks{second_blocks}, 2));
  return summing;
}

std::int64_t up_to(std::int64_t most, std::minstd_rand &random) {
  return std::uniform_int_distribution<std::int64_t>{0, most}(random);
}

void do_anything(Summing &summing, std::minstd_rand &random) {
  const auto position = summing.position();
  switch (up_to(5, random)) {
    case 0: return summing.checksums.track_starts(up_to(position + 90000, random));
    case 1: return summing.checksums.track_may_start(up_to(position + 90000, random));
    case 2: return summing.rewind(position - up_to(std::min(position, 200000L), random));
    case 3: summing.start_gapless(); return;
    default:
      const auto audio =
          generated_audio(Blocks{60}, static_cast<std::uint32_t>(random()));
      const auto from = audio.begin() + up_to(size_of(audio), random);
      summing.append(Pcm(from, audio.end()),
                     static_cast<std::size_t>(1 + up_to(50000, random)));
  }
}

// Ends with more audio than AccurateRip and CTDB leave out, in whole samples.
Summing summing_after_anything(std::minstd_rand &random) {
  Summing summing;
  for (int i = 0; i < 25; ++i) do_anything(summing, random);
  summing.append(generated_audio(Blocks{up_to(30, random)}, 1));
  summing.pad();
  while (summing.position() < 100 * block) summing.append(generated_audio(Blocks{50}, 2));
  return summing;
}

}  // namespace

REDBOOK_TEST(test_early_table_costs_no_reading_when_it_is_kept) {
  assert_sums_cost(stream_with_table(0), table, 0);
}

REDBOOK_TEST(test_early_table_costs_no_reading_when_it_is_dropped) {
  assert_sums_cost(stream_with_table(0), {0}, 0);
}

REDBOOK_TEST(test_table_that_comes_after_some_audio_costs_none_before_its_first_mark) {
  const auto summing = stream_with_table(70);

  assert_sums_cost(summing, table, 0);
  assert_sums_cost(summing, {0}, 0);
}

REDBOOK_TEST(test_late_table_costs_reading_what_it_came_too_late_for) {
  const auto again = assert_sums(stream_with_table(240), table);

  ck_assert_int_gt(again, 0);
  ck_assert_int_le(again, (240 - 21) * block);  // 21 were held when it came
}

REDBOOK_TEST(test_mark_left_out_costs_reading_its_track) {
  assert_sums_cost(stream_with_table(0), {0, 80 * block, 260 * block}, 100 * block);
}

REDBOOK_TEST(test_tracks_between_no_marks_are_read) {
  const auto again = assert_sums(stream_with_table(0), {0, 100 * block, 200 * block});

  ck_assert_int_le(again, 340 * block);
}

REDBOOK_TEST(test_hidden_track_costs_no_reading) {
  Summing summing;
  summing.checksums.track_starts(0);
  summing.checksums.track_may_start(75 * block);
  summing.append(generated_audio(Blocks{200}, 1));

  assert_sums_cost(summing, {75 * block}, 0);
}

REDBOOK_TEST(test_dropped_track_costs_no_reading) {
  for (std::int64_t length = 100; length < 110; length += 3) {
    Summing summing;
    summing.checksums.track_starts(0);
    summing.append(generated_audio(Blocks{length}, 1));
    summing.checksums.track_starts(summing.position());
    summing.append(generated_audio(Blocks{90}, 2));
    summing.rewind(length * block);
    assert_sums_cost(summing, {0}, 0);

    summing.checksums.track_starts(summing.position());
    summing.append(generated_audio(Blocks{70}, 3));
    assert_sums_cost(summing, {0, length * block}, 0);
  }
}

REDBOOK_TEST(test_marks_behind_a_rewind_are_forgotten) {
  Summing summing;
  summing.checksums.track_starts(0);
  summing.append(generated_audio(Blocks{100}, 1));
  summing.checksums.track_starts(200 * block);
  summing.rewind(90 * block);
  summing.append(generated_audio(Blocks{250}, 2));

  assert_sums_cost(summing, {0}, 0);
}

REDBOOK_TEST(test_audio_between_samples_hides_nothing) {
  const auto table_dropped =
      std::vector<Extent>{{0, 100 * block}, {100 * block, 340 * block}};
  for (std::size_t odd = 1; odd < 4; ++odd) {
    auto summing = stream_with_table(0);
    summing.append(Pcm(odd, std::byte{7}));

    const auto sums = summing.checksums.disc(table_dropped, summing.reader());

    assert_text(lines_of(sums), slow_lines_of(summing.disc, table_dropped));
  }
}

REDBOOK_TEST(test_short_dropped_track_is_forgotten_in_memory) {
  auto summing = gapless_pair(10);
  summing.rewind(100 * block + 140);
  summing.pad();

  assert_sums_cost(summing, {0}, 0);
}

REDBOOK_TEST(test_long_dropped_gapless_track_costs_a_block) {
  auto summing = gapless_pair(90);
  summing.rewind(100 * block + 140);
  summing.pad();

  assert_sums_cost(summing, {0}, 140);
}

REDBOOK_TEST(test_audio_may_be_rewound_to_anywhere) {
  for (const std::int64_t to : {1L, 2L, 1000L, 60 * block, 61 * block + 3, 139 * block}) {
    Summing summing;
    summing.checksums.track_starts(0);
    summing.append(generated_audio(Blocks{70}, 1));
    summing.checksums.track_starts(70 * block);
    summing.append(generated_audio(Blocks{70}, 2));
    summing.rewind(to);
    summing.append(generated_audio(Blocks{90}, 3));
    summing.pad();

    const auto starts = to < 70 * block ? std::vector<std::int64_t>{0}
                                        : std::vector<std::int64_t>{0, 70 * block};
    ck_assert_int_le(assert_sums(summing, starts), 70 * block);
  }
}

REDBOOK_TEST(test_sums_are_right_whatever_happens) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    std::minstd_rand random{seed};
    const auto summing = summing_after_anything(random);
    const auto end = summing.position() / 4;
    std::vector<std::int64_t> starts{up_to(end / 3, random) * 4};
    for (int track = 0; track < 3; ++track)
      if (const auto next = up_to(end, random) * 4; next > starts.back())
        starts.push_back(next);

    const auto again = assert_sums(summing, starts);
    ck_assert_int_le(again, 2 * summing.position());
  }
}

REDBOOK_TEST(test_disc_may_start_anew) {
  Summing summing;
  summing.checksums.track_starts(0);
  summing.append(generated_audio(Blocks{140}, 1));
  summing.rewind(0);
  summing.checksums.track_starts(0);
  summing.append(generated_audio(Blocks{140}, 2));

  assert_sums_cost(summing, {0}, 0);
}

REDBOOK_TEST(test_audio_that_is_gone_is_missed_without_a_reader) {
  const auto summing = stream_with_table(0);
  bool missed = false;
  try {
    summing.checksums.disc(summing.extents({0, 100 * block}));
  } catch (const std::logic_error &) {
    missed = true;
  }
  ck_assert(missed);
}

REDBOOK_TEST(test_what_the_reader_throws_is_passed_on) {
  const auto summing = stream_with_table(0);

  const auto error = error_of([&summing] {
    summing.checksums.disc(summing.extents({0, 100 * block}),
                           [](std::int64_t, std::span<std::byte>) {
                             throw Error{Fault::stash, Result::generic, "Gone."};
                           });
  });

  assert_text(error.what(), "Gone.");
}
