// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/progress_meter.hpp"

#include <algorithm>

namespace redbook {
namespace {

/// A lead-out of 90 s at a speed that all drives have, and the lead-in.
constexpr std::chrono::seconds closing_time{30};

}  // namespace

void ProgressMeter::begin() {
  observer_.on(event::TracksWritten{0});
  observer_.on(event::BlocksWritten{Blocks{0}});
}

void ProgressMeter::tell_blocks(Blocks written) {
  if (written <= blocks_) return;
  blocks_ = written;
  observer_.on(event::BlocksWritten{written});
}

void ProgressMeter::tell_tracks_before(std::size_t track) {
  for (; tracks_ < std::min(track, disc_.tracks.size()); ++tracks_) {
    tell_blocks(disc_.tracks[tracks_].end() - Lba{0});
    observer_.on(event::TracksWritten{static_cast<int>(tracks_) + 1});
  }
}

void ProgressMeter::tell_closing() {
  if (closing_) return;
  tell_tracks_before(disc_.tracks.size());
  closing_ = true;
  observer_.on(event::Closing{closing_time});
}

// Before the first answer of the drive libburn's figures are whatever was in memory.
void ProgressMeter::tell_buffer(const DriveProgress &progress) {
  const bool sane = progress.buffer_bytes > 0 && progress.buffer_free >= 0 &&
                    progress.buffer_free <= progress.buffer_bytes;
  if (!sane) return;
  const auto filled = progress.buffer_bytes - progress.buffer_free;
  observer_.on(
      event::BufferFilled{static_cast<int>(filled * 100 / progress.buffer_bytes)});
}

void ProgressMeter::update(const DriveProgress &progress) {
  if (closing_) return;
  if (progress.closing) return tell_closing();
  const auto track = static_cast<std::size_t>(std::max(progress.track, 0));
  if (track >= disc_.tracks.size()) return;
  tell_buffer(progress);
  tell_tracks_before(track);
  const auto &now = disc_.tracks[track];
  const auto within = std::clamp<std::int64_t>(progress.block, 0, now.length.count());
  tell_blocks(now.start + Blocks{within} - Lba{0});
}

void ProgressMeter::finish() { tell_closing(); }

}  // namespace redbook
