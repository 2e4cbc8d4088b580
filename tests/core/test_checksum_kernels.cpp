#include "checksum/crc32.hpp"
#include "checksum/kernels.hpp"
#include "checksum_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

// All that the kernels say of `audio`.
std::string kernel_result(const Kernels &kernels, Bytes audio, std::uint32_t number) {
  AccurateRipSum sum{1, 2};
  kernels.accurate_rip(audio, number, sum);
  const auto [peak, has_null] = kernels.loudness(audio);
  Pcm words(audio.size() + copy_slack);
  words.resize(kernels.copy_without_nulls(audio, words.data()));
  return hexadecimal(sum.low) + ' ' + hexadecimal(sum.high) + ' ' + std::to_string(peak) +
         (has_null ? " null " : " ") + std::to_string(words.size()) + ' ' +
         hexadecimal(slow_crc32(words));
}

// The same the slow way.
std::string reference_result(Bytes audio, std::uint32_t number) {
  AccurateRipSum sum{1, 2};
  for (std::size_t i = 0; i < audio.size() / 4; ++i, ++number) {
    const auto product = std::uint64_t{slow_sample(audio, i)} * number;
    sum +=
        {static_cast<std::uint32_t>(product), static_cast<std::uint32_t>(product >> 32)};
  }
  const auto words = slow_without_nulls(audio);
  return hexadecimal(sum.low) + ' ' + hexadecimal(sum.high) + ' ' +
         std::to_string(slow_peak(audio)) +
         (words.size() < audio.size() ? " null " : " ") + std::to_string(words.size()) +
         ' ' + hexadecimal(slow_crc32(words));
}

// What this processor runs.
std::vector<const Kernels *> all_kernels() {
  std::vector<const Kernels *> all{&plain_kernels};
  if (avx2_kernels()) all.push_back(avx2_kernels());
  return all;
}

// Audio where `nulls` of 256 words are zero.
Pcm random_audio(std::size_t bytes, unsigned nulls, std::uint32_t seed) {
  Pcm pcm(bytes);
  auto x = seed;
  for (std::size_t i = 0; i + 1 < bytes; i += 2) {
    x = x * 1664525 + 1013904223;
    const auto word = (x >> 24) < nulls ? 0 : (x >> 8) | 0x10;
    pcm[i] = static_cast<std::byte>(word);
    pcm[i + 1] = static_cast<std::byte>(word >> 8);
  }
  return pcm;
}

void assert_all_agree(Bytes audio, std::uint32_t number) {
  const auto wanted = reference_result(audio, number);
  for (const auto *kernels : all_kernels())
    assert_text(kernel_result(*kernels, audio, number), wanted);
}

}  // namespace

REDBOOK_TEST(test_all_kernels_agree_on_any_length) {
  const auto audio = random_audio(4 * 300, 20, 7);
  for (std::size_t samples = 0; samples <= 300; ++samples)
    assert_all_agree(Bytes{audio}.first(4 * samples), 1);
}

REDBOOK_TEST(test_all_kernels_agree_at_any_address) {
  const auto audio = random_audio(4 * 200, 20, 11);
  for (std::size_t offset = 0; offset <= 64; ++offset)
    assert_all_agree(Bytes{audio}.subspan(offset, 4 * 133), 5);
}

REDBOOK_TEST(test_all_kernels_agree_however_many_nulls) {
  for (const unsigned nulls : {0U, 1U, 16U, 128U, 240U, 256U})
    assert_all_agree(random_audio(4 * 4001, nulls, nulls + 1), 1);
}

REDBOOK_TEST(test_sample_numbers_go_up_to_the_longest_disc) {
  const auto audio = random_audio(4 * 133, 0, 3);
  for (const std::uint32_t number : {2940U, 211591212U, 0xfffffff0U})
    assert_all_agree(audio, number);
}

REDBOOK_TEST(test_lowest_word_peaks_at_32768) {
  for (std::size_t position = 0; position < 200; position += 2) {
    auto audio = silence(200);
    audio[position + 1] = std::byte{0x80};
    for (const auto *kernels : all_kernels())
      ck_assert_int_eq(kernels->loudness(audio).peak, 32768);
  }
}

REDBOOK_TEST(test_single_null_is_seen_and_left_out) {
  const Pcm loud(200, std::byte{1});
  for (std::size_t position = 0; position < 200; position += 2) {
    auto audio = loud;
    audio[position] = audio[position + 1] = std::byte{0};
    assert_all_agree(audio, 1);
  }
}

REDBOOK_TEST(test_half_zero_words_are_no_nulls) {
  Pcm audio(128);
  for (std::size_t i = 0; i < audio.size(); i += 4)
    audio[i] = audio[i + 3] = std::byte{1};

  for (const auto *kernels : all_kernels()) {
    Pcm words(audio.size() + copy_slack);
    ck_assert(!kernels->loudness(audio).has_null);
    ck_assert_uint_eq(kernels->copy_without_nulls(audio, words.data()), audio.size());
  }
}

REDBOOK_TEST(test_crcs_of_parts_join_to_that_of_the_whole) {
  const auto audio = random_audio(10000, 20, 1);
  for (const std::size_t length : {0U, 1U, 3U, 588U, 4096U, 9999U, 10000U}) {
    const auto [first, second] =
        std::pair{Bytes{audio}.first(length), Bytes{audio}.subspan(length)};
    const auto moved = crc32_moved(crc32(0, first), size_of(second));
    ck_assert_uint_eq(moved ^ crc32(0, second), slow_crc32(audio));
  }
}

REDBOOK_TEST(test_no_bytes_leave_a_crc_as_it_is) {
  ck_assert_uint_eq(crc32(0xcbf43926, {}), 0xcbf43926);
}

REDBOOK_TEST(test_crc_moves_by_the_table_as_by_multiplication) {
  for (const std::uint32_t crc : {0U, 1U, 0x80000000U, 0xdeadbeefU, 0xffffffffU})
    ck_assert_uint_eq(crc32_moved_by_a_piece(crc), crc32_moved(crc, crc32_piece_bytes));
}

REDBOOK_TEST(test_crc_moves_by_more_than_any_disc) {
  const std::int64_t disc = 1058044848;
  const auto in_two_steps = crc32_moved(crc32_moved(0xdeadbeef, disc - 5), 8 * disc + 5);
  ck_assert_uint_eq(in_two_steps, crc32_moved(0xdeadbeef, 9 * disc));
}
