// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/program_area_reader.hpp"

#include <fcntl.h>

#include <algorithm>

namespace redbook {
namespace {

/// 23 s of audio, so that a sluggish disk is asked long before the drive's buffer is low.
constexpr std::int64_t ahead_bytes = 4 << 20;

}  // namespace

ProgramAreaReader::ProgramAreaReader(const Stash &stash, Blocks length, int early)
    : stash_{stash}, length_{length.bytes()}, early_{early * bytes_per_sample} {}

void ProgramAreaReader::ask_for(std::int64_t offset) const noexcept {
  const auto begin = stash_.lead_bytes() + offset;
  const auto since = begin % ahead_bytes;
  if (since < bytes_per_block)
    ::posix_fadvise(stash_.fd(), begin - since + ahead_bytes, ahead_bytes,
                    POSIX_FADV_WILLNEED);
}

void ProgramAreaReader::read(std::int64_t offset, std::span<std::byte> into) const {
  const auto size = static_cast<std::int64_t>(into.size());
  const auto from = offset + early_;
  const auto first = std::clamp<std::int64_t>(-from, 0, size);
  const auto last = std::clamp<std::int64_t>(length_ - from, first, size);
  std::fill(into.begin(), into.begin() + first, std::byte{});
  std::fill(into.begin() + last, into.end(), std::byte{});
  if (first == last) return;
  ask_for(from + first);
  stash_.read(from + first, into.subspan(static_cast<std::size_t>(first),
                                         static_cast<std::size_t>(last - first)));
}

}  // namespace redbook
