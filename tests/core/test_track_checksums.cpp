// Discs whose tracks end as they were said to.
#include "track_checksums_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_vector_disc_has_its_sums) {
  Summing summing;
  for (std::uint32_t number = 1; number <= 3; ++number) {
    const auto &track = vector_tracks[number - 1];
    summing.checksums.track_starts(track.first_byte);
    summing.append(
        generated_audio(Blocks{(track.end_byte - track.first_byte) / block}, number));
  }

  const auto sums = summing.checksums.disc(vector_tracks);

  assert_text(lines_of(sums),
              "6fd39a42 7e83d26b b0412847 66391242 32768\n"
              "8a58eae0 57026257 c618cb6a b15d190f 32768\n"
              "34e9a73e f224adcd 7b420359 71511385 32768\n"
              "f6a8855d 7d37b4b6 2116544a 32768\n");
  ck_assert_int_eq(sums.bytes_read_again, 0);
}

REDBOOK_TEST(test_padded_tracks_cost_no_reading) {
  Summing summing;
  std::vector<std::int64_t> starts;
  for (std::uint32_t number = 1; number <= 4; ++number) {
    starts.push_back(summing.position());
    summing.checksums.track_starts(summing.position());
    auto audio = generated_audio(Blocks{330}, number);
    audio.resize(audio.size() - 1001 * number);
    summing.append(audio, 4608);
    summing.pad();
  }

  assert_sums_cost(summing, starts, 0);
}

REDBOOK_TEST(test_gapless_tracks_cost_no_reading) {
  Summing summing;
  std::vector<std::int64_t> starts;
  for (std::uint32_t number = 1; number <= 4; ++number) {
    starts.push_back(summing.start_gapless());
    auto audio = generated_audio(Blocks{330}, number);
    audio.resize(audio.size() - 4 * 137 * number);
    summing.append(audio, 4608);
  }
  summing.pad();

  ck_assert_int_eq(starts[1], 329 * block);
  assert_sums_cost(summing, starts, 0);
}

REDBOOK_TEST(test_last_block_costs_no_reading_when_a_gapless_track_gets_no_audio) {
  Summing summing;
  summing.checksums.track_starts(0);
  summing.append(generated_audio(Blocks{330}, 1));
  const auto second = summing.start_gapless();
  auto audio = generated_audio(Blocks{330}, 2);
  audio.resize(audio.size() - 100);
  summing.append(audio);
  summing.start_gapless();
  summing.pad();

  assert_sums_cost(summing, {0, second}, 0);
}

REDBOOK_TEST(test_silence_before_a_track_is_part_of_the_one_before) {
  Summing summing;
  summing.checksums.track_starts(0);
  summing.append(generated_audio(Blocks{300}, 1));
  const auto second = summing.position() + 150 * block;
  summing.checksums.track_starts(second);
  summing.append(silence(Blocks{150}));
  summing.append(generated_audio(Blocks{300}, 2));

  assert_sums_cost(summing, {0, second}, 0);
}

REDBOOK_TEST(test_short_track_is_summed_with_its_silence) {
  Summing summing;
  summing.checksums.track_starts(0);
  summing.append(generated_audio(Blocks{3}, 1));
  summing.append(silence(Blocks{297}));
  summing.checksums.track_starts(300 * block);
  summing.append(generated_audio(Blocks{300}, 2));

  assert_sums_cost(summing, {0, 300 * block}, 0);
}

REDBOOK_TEST(test_any_length_of_disc_has_its_ctdb_crc) {
  for (std::int64_t length = 70; length <= 80; ++length) {
    Summing summing;
    summing.checksums.track_starts(0);
    summing.append(generated_audio(Blocks{length}, 1));
    summing.checksums.track_starts(length * block);
    summing.append(generated_audio(Blocks{60}, 2));

    assert_sums_cost(summing, {0, length * block}, 0);
  }
}

REDBOOK_TEST(test_99_tracks_cost_no_reading) {
  Summing summing;
  std::vector<std::int64_t> starts;
  const auto audio = generated_audio(Blocks{25}, 1);
  for (int number = 1; number <= 99; ++number) {
    starts.push_back(summing.position());
    summing.checksums.track_starts(summing.position());
    summing.append(audio, 65536);
  }

  const auto sums = summing.sums(starts);

  ck_assert_int_eq(sums.bytes_read_again, 0);
  const auto middle = slow_sums(audio, TrackPlace::middle);
  for (std::size_t i = 1; i < 98; ++i) ck_assert(sums.tracks[i] == middle);
  ck_assert(sums.tracks[98] == slow_sums(audio, TrackPlace::last));
}

REDBOOK_TEST(test_more_can_come_after_an_answer) {
  Summing summing;
  summing.checksums.track_starts(0);
  summing.append(generated_audio(Blocks{300}, 1));
  assert_sums_cost(summing, {0}, 0);

  summing.checksums.track_starts(summing.position());
  summing.append(generated_audio(Blocks{300}, 2));

  assert_sums_cost(summing, {0, 300 * block}, 0);
}

REDBOOK_TEST(test_tracks_are_read_from_index_01_to_index_01) {
  Disc disc;
  disc.tracks.push_back({Lba{0}, Blocks{75}, Blocks{375}, {}, {}});
  disc.tracks.push_back({Lba{375}, Blocks{150}, Blocks{450}, {}, {}});

  ck_assert(extents_of(disc) ==
            (std::vector<Extent>{{75 * block, 525 * block}, {525 * block, 825 * block}}));
}

REDBOOK_TEST(test_disc_without_tracks_has_no_sums) {
  const auto sums = TrackChecksums{}.disc({});

  ck_assert(sums.tracks.empty());
  ck_assert_uint_eq(sums.crc32, 0);
}
