/// The records of a DDP 2.00 image set. ("DDP" is a trademark of its owner; it is named
/// here to say what the files are.)
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "disc/disc.hpp"

namespace redbook {

/// The pregap of track 1, with which the audio file of a set begins.
inline constexpr Blocks ddp_pregap{150};

/// The 128 bytes of DDPID: what the set is, and its catalogue number.
std::string ddp_id(const Disc &disc);

/// DDPMS, 128 bytes for each stream: CD-TEXT if the disc has any, PQ, audio.
std::string ddp_map(const Disc &disc);

/// The PQ stream (SD), 64 bytes for each index point. Times count from the start of the
/// pregap of track 1.
std::string ddp_pq(const Disc &disc);

/// A file of a set with its checksums.
struct DdpChecksum {
  std::string name;
  std::string md5;  ///< lower case hexadecimal digits
  std::uint32_t crc32 = 0;
};

/// CHECKSUM.MD5, as md5sum reads it.
std::string ddp_md5_file(const std::vector<DdpChecksum> &checksums);

/// CHECKSUM.TXT.
std::string ddp_crc_file(const std::vector<DdpChecksum> &checksums);

}  // namespace redbook
