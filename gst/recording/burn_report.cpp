#include "recording/burn_report.hpp"

#include "report/format/report_files.hpp"
#include "util/absolute_location.hpp"

namespace redbook {

// Seen to before an hour is staged. A player may change its folder meanwhile.
std::string checked_report_location(const Settings &settings) {
  if (settings.report_location.empty()) return {};
  const auto location = absolute_location(settings.report_location);
  check_report_files(report_files(location));
  return location.string();
}

Report report_of(const BurnSubject &subject, const Outcome &outcome) {
  return {
      program_with_version(),
      time_now(),
      {subject.destination, subject.write_mode, subject.simulate, subject.report.which},
      outcome,
      subject.disc,
      subject.report.sums,
      subject.report.findings,
      subject.report.capacity,
      {},
      subject.report.loudness};
}

}  // namespace redbook
