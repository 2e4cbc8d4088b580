/// What the records of a journal say.
///
/// `begun` opens every journal: `lead-bytes` of silence precede LBA 0 in the file of the
/// sound. `closed_track` is a track (`track`) that is complete; `disc` tells what the
/// disc is called, its codes and packs (`disc`, without tracks); `finished` that no
/// further track is to come. `staged-bytes` promises that so much sound, from LBA 0 on,
/// reached the disk before the record did. Members are written as json/fields.hpp says.
#pragma once

#include <cstdint>
#include <string_view>

#include "disc/disc.hpp"
#include "stash/journal_format.hpp"

namespace redbook {

/// What a journal promises.
struct Promised {
  std::int64_t lead_bytes = 0;
  std::int64_t staged_bytes = 0;
  Disc disc{};  ///< the closed tracks, and what the disc is called
  bool finished = false;
};

Record begun_record(std::int64_t lead_bytes);
Record closed_track_record(const Track &track, std::int64_t staged_bytes);
Record disc_record(Disc disc);
Record finished_record(std::int64_t staged_bytes);

/// What `records` come to, one after another. Throws Error (stash) where one contradicts
/// those before; its detail says which.
Promised promised_by(const std::vector<Record> &records);

}  // namespace redbook
