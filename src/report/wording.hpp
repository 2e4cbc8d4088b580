/// What reports for people say in words.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace redbook {

/// Sentences on how the burn ended.
std::string outcome_sentence(const Report &report);

/// "12", or "3 of 12" if not all of them were written.
std::string tracks_written(const Report &report);

/// "copy pre-emphasis"; empty if nothing is out of the ordinary.
std::string flags_of(const Subcode &subcode);

/// The times of index 02 and on, from LBA 0.
std::string indexes_of(const Track &track);

/// Its length; empty if there is none.
std::string pregap_of(const Track &track);

/// "Performer - Title"; one of them, or nothing, if that is all there is.
std::string performer_and_title(const Texts &texts);

/// Name, place, length, ISRC and checksums of a track in a row. `i` counts from 0.
std::string words_of_track(const Report &report, std::size_t i);

/// Of each track, and of "all" at last: its number, peak, CRC-32, the same without nulls,
/// AccurateRip v1 and v2, which "all" has not.
std::vector<std::vector<std::string>> checksum_rows(const DiscSums &sums);

/// What was measured, and what was done then.
std::string loudness_sentence(const DiscLoudness &loudness);

/// Of each track, and of "all" at last: its number, LUFS, range in LU, true peak in dBTP,
/// gain in dB.
std::vector<std::vector<std::string>> loudness_rows(const DiscLoudness &loudness);

}  // namespace redbook
