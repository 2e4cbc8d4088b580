/// All that a report tells of a burn.
#pragma once

#include <exception>
#include <optional>
#include <string>

#include "checksum/track_checksums.hpp"
#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "disc/which_disc.hpp"
#include "loudness/loudness.hpp"
#include "report/waveform.hpp"
#include "result.hpp"

namespace redbook {

/// Where the disc was put.
struct ReportedDestination {
  std::string name{};        ///< an image's sheet, a drive's device
  std::string write_mode{};  ///< image, sao or tao; auto: not chosen any more
  bool simulate = false;     ///< nothing was left there
  WhichDisc which{};
  bool operator==(const ReportedDestination &) const = default;
};

/// How the burn ended.
struct Outcome {
  Result result = Result::ok;
  std::string sentence{};  ///< of the error, for the user; empty if there was none
  std::string detail{};
  int tracks_written = 0;
  bool operator==(const Outcome &) const = default;
};

struct Report {
  std::string program{};  ///< who made the disc, with the version
  std::string created{};  ///< ISO 8601, UTC
  ReportedDestination destination{};
  Outcome outcome{};
  Disc disc{};
  std::optional<DiscSums> sums{};  ///< of its tracks; none if they were not computed
  Findings findings{};
  Waveform waveform{};  ///< for a picture; empty: none is wanted or known
  std::optional<DiscLoudness> loudness{};  ///< none if the audio is as it came
};

/// What a report will say that only who staged the disc knows.
struct ReportDraft {
  std::string location{};  ///< see report_files(); empty: no report is wanted
  std::optional<DiscSums> sums{};
  Findings findings{};
  WhichDisc which{};
  std::optional<DiscLoudness> loudness{};
  bool operator==(const ReportDraft &) const = default;
};

/// What is known of a report when the burn of `disc` begins: all but `created`, `outcome`
/// and `waveform`, and the write mode if the drive has not chosen it.
Report report_of(const ReportDraft &draft, Disc disc, std::string destination,
                 std::string write_mode, bool simulate);

/// "redbooksink 1.0"
std::string program_with_version();

/// Now, as `created` has it.
std::string time_now();

/// How a burn ended that threw `exception`, or null.
Outcome outcome_of(const std::exception_ptr &exception, int tracks_written);

}  // namespace redbook
