/// The layout of a disc that was read, compared with the one that was staged.
#pragma once

#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "drive/drive_settings.hpp"
#include "verify/read_disc.hpp"

namespace redbook {

/// How `read` must have been written: track at once if its tracks lie as far apart as
/// that makes them, else session at once.
WriteMode mode_of(const Disc &disc, const ReadDisc &read);

/// The four control bits that `subcode` gets.
std::uint8_t control_of(const Subcode &subcode);

/// Compares `read` with `disc`, burned in `mode`, field by field. Differences are errors:
/// VERIFY_TOC, VERIFY_CONTROL, VERIFY_ISRC, VERIFY_MCN, VERIFY_CDTEXT. A field that the
/// drive does not tell is a warning, VERIFY_NOT_TOLD. Empty: all is as it should be.
Findings compare_layout(const Disc &disc, const ReadDisc &read, WriteMode mode);

/// Compares the packs of CD-TEXT `read` with `staged`; names the packs that are missing.
Findings compare_packs(const std::vector<std::byte> &staged,
                       const std::vector<std::byte> &read);

}  // namespace redbook
