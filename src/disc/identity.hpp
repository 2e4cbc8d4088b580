/// What databases of discs know a disc by, all computed from where its tracks start.
#pragma once

#include <string>

#include "disc/disc.hpp"

namespace redbook {

struct Identity {
  std::string musicbrainz;       ///< 28 characters
  std::string musicbrainz_full;  ///< as in GStreamer's tag musicbrainz-discid-full
  std::string
      musicbrainz_toc;      ///< first, last, lead-out, offsets: what MusicBrainz looks up
  std::string freedb;       ///< 8 hexadecimal digits
  std::string freedb_full;  ///< as in GStreamer's tag discid-full
  std::string accurate_rip_1;  ///< 8 hexadecimal digits
  std::string accurate_rip_2;
  std::string accurate_rip_path;  ///< of the disc's entry, below the database's URL
  std::string ctdb;               ///< CUETools' TOC id, 28 characters
  bool operator==(const Identity &) const = default;
};

/// Index 01 of each track and the lead-out count; `disc` has 1 to 99 tracks.
Identity identity_of(const Disc &disc);

}  // namespace redbook
