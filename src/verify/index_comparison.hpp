/// Where the indexes of a disc begin, compared with what was staged.
#pragma once

#include <stop_token>

#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "verify/index_scan.hpp"

namespace redbook {

/// An index may seem to begin so much earlier or later than it was staged, 27 ms: drives
/// that number the blocks themselves, instead of passing on the time in Q, are off by a
/// block or two. What the block itself tells is what counts, so that a drive whose Q runs
/// ahead of its audio does no harm.
inline constexpr Blocks index_tolerance{2};

/// Looks at some blocks around each place where an index of a disc written as a session
/// at once begins, except if that is the start of the disc. VERIFY_INDEX, an error,
/// for each that begins elsewhere, is not there, or has another one before it that was
/// not staged; it has been seen twice. VERIFY_INDEX_UNREADABLE, a note, if the drive
/// does not tell. Throws what `read_q` throws, and Cancelled, between two readings.
Findings compare_indexes(const Disc &disc, const QReader &read_q,
                         const std::stop_token &stop);

}  // namespace redbook
