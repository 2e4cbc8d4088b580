/// A burned disc, verified.
#pragma once

#include <stop_token>

#include "disc/finding.hpp"
#include "drive/burn_event.hpp"
#include "error.hpp"
#include "verify/sent_disc.hpp"

namespace redbook {

/// A disc as a drive reads it.
class DiscReader {
 public:
  virtual ~DiscReader() = default;

  virtual ReadDisc layout() = 0;

  /// Fills `into` with whole blocks from `first` on. Throws UnreadableBlock, and Error
  /// if the drive or the disc is gone.
  virtual void read(Lba first, std::span<std::byte> into) = 0;

  /// Fills `into` with the formatted Q data of blocks from `first` on,
  /// `formatted_q_bytes` each. False if the drive can't or won't; throws Error if
  /// it or the disc is gone.
  virtual bool read_q(Lba first, std::span<std::byte> into) = 0;
};

/// A block that could not be read, again and again. Not for users: verify() names it.
struct UnreadableBlock {
  Lba block{};
  std::string why{};  ///< what the drive says
};

/// Compares the disc in `reader` with what was staged: its layout, and if that is
/// right the indexes of a session at once, and with Verify::full the audio. The findings
/// are errors if the disc is not what it should be: those of compare_layout(),
/// compare_indexes(), findings_of(), and VERIFY_UNREADABLE.
/// Else the last one is a note, VERIFIED. Tells `observer` of its progress. Throws what
/// the readers throw, and Cancelled.
Findings verify(const SentDisc &sent, Verify kind, DiscReader &reader,
                BurnObserver &observer, const std::stop_token &stop);

/// The first of `findings` that is an error, as an Error (medium, verification_failed);
/// the others are in the detail. There must be one.
Error error_of(const Findings &findings, const std::string &device);

bool has_error(const Findings &findings);

}  // namespace redbook
