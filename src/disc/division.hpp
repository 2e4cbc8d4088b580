/// How the table of contents of a stream divides the audio that came with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "disc/disc.hpp"

namespace redbook {

/// A track as a table of contents has it, in samples from the start of what it describes.
struct TocTrack {
  std::int64_t start = 0;
  Blocks pregap{};  ///< of its audio, from the start on
  std::optional<std::int64_t> stop;
  std::vector<std::int64_t> chapters;  ///< starts of what becomes index 02 and on
  Texts texts;
  Subcode subcode{};
};

/// Audio staged in one go, and where the samples of a table of contents are in it.
struct StagedSpan {
  std::int64_t first_byte = 0;    ///< on the disc, from LBA 0
  std::int64_t first_sample = 0;  ///< what the table counts from
  std::int64_t samples = 0;
  Lba track_start;  ///< of the open track, which the span is the end of

  std::int64_t end_sample() const { return first_sample + samples; }
};

/// One part of the open track. The last one's length is what is left.
struct Piece {
  Blocks length;
  Blocks pregap;
  std::vector<Blocks> indexes;
  Texts texts;
  Subcode subcode{};
};

struct Division {
  std::vector<Piece> pieces;
  std::vector<std::string> warnings;  ///< sentences for the user
  int too_short = 0;                  ///< tracks that were joined to the one before
};

/// What becomes of the audio before the first track of a table of contents: part of track
/// 1, or its pregap, a hidden track.
enum class Opening { in_track, hidden };

/// The pieces that `tracks`, at least one, make of `span`. Places go to the nearest
/// block. Marks that lie past the end, or less than 300 blocks behind the one before, are
/// left out with a complaint; the last piece may be short.
Division divide(const std::vector<TocTrack> &tracks, const StagedSpan &span,
                Opening opening);

/// Where divide() may find that tracks start, whatever the length of the span turns out
/// to be.
std::vector<Lba> possible_starts(const std::vector<TocTrack> &tracks,
                                 const StagedSpan &span);

/// Why `tracks` cannot be used at all, or nothing: their times must rise.
std::optional<std::string> fault_of(const std::vector<TocTrack> &tracks);

/// Whether a table of contents belongs to the stream it came with.
enum class Fit {
  fits,
  ended_early,  ///< the stream came out shorter or longer, from damage, say
  unrelated,    ///< of the whole disc, say, if the stream is one track of it
};

/// `announced`: the length of the stream in samples as its source tells it, if that is
/// evidence.
Fit fit_of(const std::vector<TocTrack> &tracks, const StagedSpan &span,
           std::optional<std::int64_t> announced);

}  // namespace redbook
