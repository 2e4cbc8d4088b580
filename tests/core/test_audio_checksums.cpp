#include "checksum_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr TrackPlace places[] = {TrackPlace::first, TrackPlace::middle, TrackPlace::last,
                                 TrackPlace::only};

/// The sums of all audio so far, as one track.
AudioSums sums_of(const TrackChecksums &checksums, TrackPlace place) {
  const auto end = checksums.position();
  return checksums.track({0, end - end % bytes_per_sample}, place);
}

/// Appends in pieces of these lengths, in turn.
AudioSums sums_in_pieces(const Pcm &audio, std::vector<std::size_t> lengths,
                         TrackPlace place, const Kernels &kernels = best_kernels()) {
  TrackChecksums checksums{kernels};
  checksums.track_starts(0);
  Bytes left{audio};
  for (std::size_t i = 0; !left.empty(); ++i) {
    const auto piece = left.first(std::min(left.size(), lengths[i % lengths.size()]));
    checksums.append(piece);
    left = left.subspan(piece.size());
  }
  return sums_of(checksums, place);
}

AudioSums sums_of(const Pcm &audio, TrackPlace place,
                  const Kernels &kernels = best_kernels()) {
  return sums_in_pieces(audio, {audio.size()}, place, kernels);
}

// Blocks whose samples are all 1: left 1, right 0.
Pcm ones(Blocks length) {
  auto audio = silence(length);
  for (std::size_t i = 0; i < audio.size(); i += 4) audio[i] = std::byte{1};
  return audio;
}

}  // namespace

REDBOOK_TEST(test_first_track_of_the_vector_disc) {
  assert_text(line_of(sums_of(generated_audio(Blocks{450}, 1), TrackPlace::first)),
              "6fd39a42 7e83d26b b0412847 66391242 32768");
}

REDBOOK_TEST(test_middle_track_of_the_vector_disc) {
  assert_text(line_of(sums_of(generated_audio(Blocks{300}, 2), TrackPlace::middle)),
              "8a58eae0 57026257 c618cb6a b15d190f 32768");
}

REDBOOK_TEST(test_sample_1_repeated_tells_the_places_apart) {
  const char *wanted[] = {"9f1afcbe", "9f5ce908", "80b56192", "80737548"};
  for (std::size_t i = 0; i < std::size(places); ++i) {
    const auto [v1, v2] = sums_of(ones(Blocks{300}), places[i]).accurate_rip;
    assert_text(hexadecimal(v1), wanted[i]);
    assert_text(hexadecimal(v2), wanted[i]);
  }
}

REDBOOK_TEST(test_all_places_agree_with_the_slow_way) {
  const auto audio = generated_audio(Blocks{320}, 9);
  for (const auto place : places)
    ck_assert(sums_of(audio, place) == slow_sums(audio, place));
}

REDBOOK_TEST(test_pieces_of_any_length_give_the_same) {
  const auto audio = generated_audio(Blocks{310}, 5);
  const auto wanted = line_of(slow_sums(audio, TrackPlace::only));
  for (const std::vector<std::size_t> &lengths :
       std::vector<std::vector<std::size_t>>{{1, 2, 3, 5, 7},
                                             {4095, 1, 4097},
                                             {2352},
                                             {65536},
                                             {65537, 131072, 3},
                                             {400000}})
    assert_text(line_of(sums_in_pieces(audio, lengths, TrackPlace::only)), wanted);
}

REDBOOK_TEST(test_plain_kernels_give_the_same) {
  const auto audio = generated_audio(Blocks{400}, 6);
  ck_assert(sums_of(audio, TrackPlace::only, plain_kernels) ==
            sums_of(audio, TrackPlace::only));
}

REDBOOK_TEST(test_sums_can_be_asked_for_in_between) {
  const auto audio = generated_audio(Blocks{400}, 7);
  TrackChecksums checksums;
  checksums.track_starts(0);
  for (std::size_t i = 0; i < 4; ++i) {
    checksums.append(Bytes{audio}.subspan(i * 235200, 235200));
    const auto so_far = Bytes{audio}.first((i + 1) * 235200);
    ck_assert(sums_of(checksums, TrackPlace::only) ==
              slow_sums(so_far, TrackPlace::only));
  }
}

REDBOOK_TEST(test_audio_shorter_than_what_is_left_out_has_no_accurate_rip_sum) {
  const auto audio = generated_audio(Blocks{4}, 8);
  for (const auto place : places)
    ck_assert(sums_of(audio, place) == slow_sums(audio, place));
  ck_assert(sums_of(audio, TrackPlace::only).accurate_rip == AccurateRip{});
}

REDBOOK_TEST(test_no_audio_has_empty_sums) {
  ck_assert(sums_of(Pcm{}, TrackPlace::only) == AudioSums{});
}

REDBOOK_TEST(test_bytes_short_of_a_sample_are_left_out) {
  auto audio = generated_audio(Blocks{300}, 4);
  const auto wanted = slow_sums(audio, TrackPlace::last);
  audio.insert(audio.end(), 3, std::byte{1});

  ck_assert(sums_of(audio, TrackPlace::last) == wanted);
}

REDBOOK_TEST(test_silence_has_a_crc_but_nothing_else) {
  TrackChecksums checksums;
  checksums.track_starts(0);
  checksums.append_silence(300 * 2352);

  const auto sums = sums_of(checksums, TrackPlace::only);

  ck_assert(sums == slow_sums(silence(Blocks{300}), TrackPlace::only));
  assert_text(line_of(sums),
              "00000000 00000000 " + hexadecimal(sums.crc32) + " 00000000 0");
}
