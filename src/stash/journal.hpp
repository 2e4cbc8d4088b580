/// What the records of a journal say.
///
/// `begun` opens a journal, and a further disc in the same folder: `audio` is the number
/// of the file with its audio, where `lead-bytes` of silence precede LBA 0.
/// `open_track` is a track (`track`, the length of which means nothing) that is being
/// staged, its own audio beginning at `first-byte`; a later one supersedes it.
/// `closed_track` is one that is complete; if it says `goes-on`, the next one is open
/// behind it. `mark`: the open track may come to be divided at `place`. `cut`: all but
/// the first `tracks` tracks and all audio behind `staged-bytes` are dropped; a track
/// `open` goes on, but audio behind `staged-bytes` does not count before the next
/// `open_track` record. `disc` tells what the disc is called, its codes and packs; if
/// it has tracks, they are called like that: as long as all of them fit into one record.
/// `finished`: the last track reaches to
/// `staged-bytes`, and no other is to come for now. `image`: the file of the audio is
/// about to become the file `sound` of a disc image with this `sheet`, and the stash is
/// kept afterwards or not.
///
/// `staged-bytes` of closed tracks and finished discs are on the disk before the record
/// is; a cut is on the disk before the audio is cut off. Audio of an open track counts as
/// far as the file has it. Members are written as text/json_value.hpp says.
///
/// A stash may be longer than a disc, and have more than 99 tracks: as much as 99 discs
/// take. `lead-bytes` is 0 or 150 blocks, or more if the file has other discs before
/// this one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "disc/disc.hpp"
#include "stash/journal_format.hpp"
#include "stash/staging_journal.hpp"

namespace redbook {

/// A disc image that adopts the file of the audio.
struct Adoption {
  std::string sheet{};
  std::string audio{};       ///< the file of the image that the stash's becomes
  bool keeps_stash = false;  ///< when the image is finished
  bool operator==(const Adoption &) const = default;
};

/// What a journal promises.
struct Promised {
  int audio = 1;
  std::int64_t lead_bytes = 0;
  std::int64_t staged_bytes = 0;
  Disc disc{};  ///< the closed tracks, and what the disc is called
  std::optional<BegunTrack> open{};
  std::optional<std::int64_t> open_end{};  ///< where the open track's audio ends, if told
  std::vector<Lba> marks{};                ///< in the open track
  bool finished = false;
  std::optional<Adoption> image{};  ///< the last one that was begun

  /// Whether there is no audio to keep.
  bool is_empty() const { return disc.tracks.empty() && !open; }
};

inline constexpr int max_audio_files = 1'000'000;

Record begun_record(int audio, std::int64_t lead_bytes);
Record open_track_record(const BegunTrack &track);
Record closed_track_record(const Track &track, std::int64_t staged_bytes,
                           Following behind);
Record mark_record(Lba place);
Record cut_record(std::size_t tracks, std::int64_t staged_bytes,
                  const std::optional<BegunTrack> &open);
Record disc_record(const Disc &disc);
Record finished_record(std::int64_t staged_bytes);
Record image_record(const Adoption &image);

/// Whether records that contradict each other are an Error, or are made the best of, as
/// if some are lost: audio without a track becomes one without a name.
enum class Contradictions { refused, settled };

/// What `records` come to, one after another. Throws Error (stash), the detail of which
/// says where.
Promised promised_by(const std::vector<Record> &records,
                     Contradictions contradictions = Contradictions::refused);

}  // namespace redbook
