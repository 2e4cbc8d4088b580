#include "checksum/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include <algorithm>
#include <array>

#define REDBOOK_AVX2 __attribute__((target("avx2,popcnt")))

namespace redbook {
namespace {

constexpr std::size_t vector_bytes = 32;
constexpr std::size_t vector_samples = 8;
constexpr std::size_t unrolled = 4;

REDBOOK_AVX2 inline __m256i load(const std::byte *place) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(place));
}

// Four products are 64 bits wide, and the sums of their halves do not touch: one addition
// of 32-bit lanes does both.
struct Lanes {
  __m256i even_numbers;
  __m256i odd_numbers;
  __m256i even_sums;
  __m256i odd_sums;
};

// Reads one sample more than the eight it adds: the odd ones are the even ones of what
// begins a sample later.
REDBOOK_AVX2 inline void add_eight(const std::byte *place, Lanes &lanes) {
  const auto eight = _mm256_set1_epi32(vector_samples);
  lanes.even_sums = _mm256_add_epi32(lanes.even_sums,
                                     _mm256_mul_epu32(load(place), lanes.even_numbers));
  lanes.odd_sums = _mm256_add_epi32(lanes.odd_sums,
                                    _mm256_mul_epu32(load(place + 4), lanes.odd_numbers));
  lanes.even_numbers = _mm256_add_epi32(lanes.even_numbers, eight);
  lanes.odd_numbers = _mm256_add_epi32(lanes.odd_numbers, eight);
}

REDBOOK_AVX2 AccurateRipSum sum_of(const Lanes &lanes) {
  const auto both = _mm256_add_epi32(lanes.even_sums, lanes.odd_sums);
  auto half =
      _mm_add_epi32(_mm256_castsi256_si128(both), _mm256_extracti128_si256(both, 1));
  half = _mm_add_epi32(half, _mm_unpackhi_epi64(half, half));
  return {static_cast<std::uint32_t>(_mm_extract_epi32(half, 0)),
          static_cast<std::uint32_t>(_mm_extract_epi32(half, 1))};
}

REDBOOK_AVX2 void accurate_rip(Bytes audio, std::uint32_t number,
                               AccurateRipSum &sum) noexcept {
  const auto first = _mm256_set1_epi32(static_cast<int>(number));
  Lanes lanes{_mm256_add_epi32(first, _mm256_setr_epi32(0, 0, 2, 0, 4, 0, 6, 0)),
              _mm256_add_epi32(first, _mm256_setr_epi32(1, 0, 3, 0, 5, 0, 7, 0)),
              _mm256_setzero_si256(), _mm256_setzero_si256()};
  const auto *place = audio.data();
  auto left = audio.size() / 4;
  for (; left > unrolled * vector_samples; left -= unrolled * vector_samples) {
    add_eight(place, lanes);
    add_eight(place + vector_bytes, lanes);
    add_eight(place + 2 * vector_bytes, lanes);
    add_eight(place + 3 * vector_bytes, lanes);
    place += unrolled * vector_bytes;
  }
  for (; left > vector_samples; left -= vector_samples, place += vector_bytes)
    add_eight(place, lanes);
  sum += sum_of(lanes);
  const auto done = static_cast<std::size_t>(place - audio.data());
  plain_kernels.accurate_rip(audio.subspan(done),
                             number + static_cast<std::uint32_t>(done / 4), sum);
}

struct Extremes {
  __m256i highest;
  __m256i lowest;
};

// The absolute value of -32768 is 32768 where words have no sign.
REDBOOK_AVX2 inline void see(const std::byte *place, Extremes &extremes) {
  const auto words = _mm256_abs_epi16(load(place));
  extremes.highest = _mm256_max_epu16(extremes.highest, words);
  extremes.lowest = _mm256_min_epu16(extremes.lowest, words);
}

REDBOOK_AVX2 Loudness loudness_of(const Extremes &extremes) {
  std::array<std::uint16_t, 16> highest{};
  _mm256_storeu_si256(reinterpret_cast<__m256i *>(highest.data()), extremes.highest);
  const auto nulls = _mm256_cmpeq_epi16(extremes.lowest, _mm256_setzero_si256());
  return {*std::max_element(highest.begin(), highest.end()),
          _mm256_testz_si256(nulls, nulls) == 0};
}

REDBOOK_AVX2 Loudness loudness(Bytes audio) noexcept {
  Extremes extremes{_mm256_setzero_si256(), _mm256_set1_epi16(-1)};
  std::size_t i = 0;
  for (; i + unrolled * vector_bytes <= audio.size(); i += unrolled * vector_bytes) {
    see(audio.data() + i, extremes);
    see(audio.data() + i + vector_bytes, extremes);
    see(audio.data() + i + 2 * vector_bytes, extremes);
    see(audio.data() + i + 3 * vector_bytes, extremes);
  }
  for (; i + vector_bytes <= audio.size(); i += vector_bytes)
    see(audio.data() + i, extremes);
  const auto most = loudness_of(extremes);
  const auto rest = plain_kernels.loudness(audio.subspan(i));
  return {std::max(most.peak, rest.peak), most.has_null || rest.has_null};
}

// For each set of nulls among eight words the shuffle that moves the others to the front.
using Shuffle = std::array<std::uint8_t, 16>;

constexpr auto shuffles = [] {
  std::array<Shuffle, 256> all{};
  for (std::size_t nulls = 0; nulls < 256; ++nulls) {
    std::size_t to = 0;
    for (std::size_t word = 0; word < 8; ++word) {
      if ((nulls >> word & 1) != 0) continue;
      all[nulls][to++] = static_cast<std::uint8_t>(2 * word);
      all[nulls][to++] = static_cast<std::uint8_t>(2 * word + 1);
    }
  }
  return all;
}();

// Where the next words go, behind those of `eight` that are not among `nulls`.
REDBOOK_AVX2 inline std::byte *copy_others(__m128i eight, unsigned nulls,
                                           std::byte *words) {
  const auto shuffle =
      _mm_loadu_si128(reinterpret_cast<const __m128i *>(shuffles[nulls].data()));
  _mm_storeu_si128(reinterpret_cast<__m128i *>(words), _mm_shuffle_epi8(eight, shuffle));
  const auto others = std::size_t{8} - static_cast<unsigned>(__builtin_popcount(nulls));
  return words + 2 * others;
}

REDBOOK_AVX2 inline std::byte *copy_others(__m256i sixteen, std::byte *words) {
  const auto zero = _mm256_setzero_si256();
  const auto nulls = static_cast<unsigned>(
      _mm256_movemask_epi8(_mm256_packs_epi16(_mm256_cmpeq_epi16(sixteen, zero), zero)));
  words = copy_others(_mm256_castsi256_si128(sixteen), nulls & 0xff, words);
  return copy_others(_mm256_extracti128_si256(sixteen, 1), nulls >> 16, words);
}

REDBOOK_AVX2 inline bool has_null(__m256i words) {
  const auto nulls = _mm256_cmpeq_epi16(words, _mm256_setzero_si256());
  return _mm256_movemask_epi8(nulls) != 0;
}

REDBOOK_AVX2 inline void store(__m256i words, std::byte *place) {
  _mm256_storeu_si256(reinterpret_cast<__m256i *>(place), words);
}

REDBOOK_AVX2 std::size_t copy_without_nulls(Bytes audio, std::byte *words) noexcept {
  auto *next = words;
  std::size_t i = 0;
  for (; i + 2 * vector_bytes <= audio.size(); i += 2 * vector_bytes) {
    const auto one = load(audio.data() + i);
    const auto two = load(audio.data() + i + vector_bytes);
    if (has_null(_mm256_min_epu16(one, two))) {
      next = copy_others(two, copy_others(one, next));
    } else {
      store(one, next);
      store(two, next + vector_bytes);
      next += 2 * vector_bytes;
    }
  }
  next += plain_kernels.copy_without_nulls(audio.subspan(i), next);
  return static_cast<std::size_t>(next - words);
}

constexpr Kernels kernels{"AVX2", accurate_rip, loudness, copy_without_nulls};

}  // namespace

const Kernels *avx2_kernels() noexcept {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? &kernels
                                                                            : nullptr;
}

}  // namespace redbook

#else

namespace redbook {

const Kernels *avx2_kernels() noexcept { return nullptr; }

}  // namespace redbook

#endif
