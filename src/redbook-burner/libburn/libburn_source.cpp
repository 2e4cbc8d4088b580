// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/libburn_source.hpp"

#include <algorithm>
#include <cstdlib>
#include <span>

namespace redbook {
namespace {

struct TrackSource {
  const ProgramAreaReader &audio;
  SourceFailure &failure;
  std::int64_t at;  ///< bytes from LBA 0
  std::int64_t end;
  std::int64_t size;
};

TrackSource &audio_behind(burn_source *source) {
  return *static_cast<TrackSource *>(source->data);
}

int fill(TrackSource &track, std::span<std::byte> into) noexcept {
  const auto left = static_cast<std::size_t>(track.end - track.at);
  into = into.first(std::min(into.size(), left));
  try {
    track.audio.read(track.at, into);
  } catch (...) {
    track.failure.error = std::current_exception();
    burn_drive_cancel(track.failure.drive);  // acts before the next WRITE
    return -1;
  }
  track.at += static_cast<std::int64_t>(into.size());
  return static_cast<int>(into.size());
}

int read(burn_source *source, unsigned char *buffer, int size) {
  return fill(audio_behind(source),
              std::as_writable_bytes(std::span{buffer, static_cast<std::size_t>(size)}));
}

off_t get_size(burn_source *source) { return audio_behind(source).size; }

int set_size(burn_source *, off_t) { return 1; }  // libburn's note to itself

void free_data(burn_source *source) { delete &audio_behind(source); }

int cancel(burn_source *) { return 1; }

}  // namespace

// libburn frees it with free().
OwnedSource source_of(const ProgramAreaReader &audio, Lba start, Blocks length,
                      SourceFailure &failure) {
  const auto at = (start - Lba{0}).bytes();
  auto data = std::make_unique<TrackSource>(
      TrackSource{audio, failure, at, at + length.bytes(), length.bytes()});
  OwnedSource source{static_cast<burn_source *>(std::calloc(1, sizeof(burn_source)))};
  if (!source) throw std::bad_alloc{};
  source->refcount = 1;
  source->version = 1;
  source->read_xt = read;
  source->get_size = get_size;
  source->set_size = set_size;
  source->free_data = free_data;
  source->cancel = cancel;
  source->data = data.release();
  return source;
}

}  // namespace redbook
