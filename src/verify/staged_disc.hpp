/// The audio of a disc, and where a drive reads it.
#pragma once

#include "drive/drive.hpp"
#include "verify/read_disc.hpp"
#include "verify/staged_and_read.hpp"

namespace redbook {

/// Fills `into` with whole blocks from `first` on.
using BlockReader = std::function<void(Lba first, std::span<std::byte> into)>;

/// How a disc was sent to its drive.
struct StagedDisc {
  const Disc &disc;    ///< must outlive this
  AudioReader sent{};  ///< what was sent, from LBA 0 on, as early as `write_offset` says
  int write_offset = 0;
  WriteMode mode = WriteMode::sao;
};

/// `staged` and what `read` has of it, block by block. Tracks are those of rippers in a
/// session at once, from index 01 to the next, and what was written as a track else.
StagedAndRead audio_of(const StagedDisc &staged, const ReadDisc &read,
                       BlockReader read_blocks);

/// Where in its track a block of the disc is: "track 2, 00:04.00".
std::string place_in_track(Lba block, const ReadDisc &read);

/// mm:ss.ff of a sample, counted from 0.
std::string time_of(std::int64_t sample);

}  // namespace redbook
