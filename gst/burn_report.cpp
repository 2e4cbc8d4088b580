#include "burn_report.hpp"

namespace redbook {

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
      {}};
}

}  // namespace redbook
