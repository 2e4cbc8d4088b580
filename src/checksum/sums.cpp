#include "checksum/sums.hpp"

#include <algorithm>
#include <array>

#include "checksum/crc32.hpp"
#include "units.hpp"

namespace redbook {
namespace {

// The CRC of a piece moves both CRCs alike, so that the second one needs no look at the
// piece where that has no null.
void add_words_without_nulls(Bytes piece, std::uint32_t crc_before,
                             const Kernels &kernels, bool has_null, Sums &sums) {
  auto &crc = sums.crc_without_nulls;
  auto length = piece.size();
  if (has_null) {
    std::array<std::byte, crc32_piece_bytes + copy_slack> words;
    length = kernels.copy_without_nulls(piece, words.data());
    crc = crc32(crc, Bytes{words}.first(length));
  } else if (size_of(piece) == crc32_piece_bytes) {
    crc = sums.crc ^ crc32_moved_by_a_piece(crc_before ^ crc);
  } else {
    crc = crc32(crc, piece);
  }
  sums.bytes_without_nulls += static_cast<std::int64_t>(length);
}

void add_piece(Bytes piece, std::int64_t position, const Kernels &kernels, Sums &sums,
               std::span<AnchoredSum> anchored) {
  const auto crc_before = sums.crc;
  sums.bytes += size_of(piece);
  sums.crc = crc32(sums.crc, piece);
  const auto loudness = kernels.loudness(piece);
  if (loudness.peak == 0) return;
  sums.peak = std::max(sums.peak, loudness.peak);
  add_words_without_nulls(piece, crc_before, kernels, loudness.has_null, sums);
  for (auto &[start, sum] : anchored) {
    const auto number = (position - start) / bytes_per_sample + 1;
    kernels.accurate_rip(piece, static_cast<std::uint32_t>(number), sum);
  }
}

}  // namespace

Sums &Sums::operator+=(const Sums &next) {
  bytes += next.bytes;
  crc = crc32_moved(crc, next.bytes) ^ next.crc;
  crc_without_nulls =
      crc32_moved(crc_without_nulls, next.bytes_without_nulls) ^ next.crc_without_nulls;
  bytes_without_nulls += next.bytes_without_nulls;
  peak = std::max(peak, next.peak);
  return *this;
}

void add_audio(Bytes audio, std::int64_t position, const Kernels &kernels, Sums &sums,
               std::span<AnchoredSum> anchored) {
  while (!audio.empty()) {
    const auto piece =
        audio.first(std::min<std::size_t>(audio.size(), crc32_piece_bytes));
    add_piece(piece, position, kernels, sums, anchored);
    audio = audio.subspan(piece.size());
    position += size_of(piece);
  }
}

}  // namespace redbook
