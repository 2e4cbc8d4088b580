#include "redbook-burner/serve/burn_report.hpp"

#include "report/format/report_files.hpp"

namespace redbook {

void ReportingObserver::tracks_written(int written) noexcept {
  tracks_written_ = written;
  PostingObserver::tracks_written(written);
}

void ReportingObserver::chosen(const char *write_mode, int write_speed) noexcept {
  chosen_ = {write_mode, write_speed};
  PostingObserver::chosen(write_mode, write_speed);
}

void ReportingObserver::found(const Finding &finding) noexcept {
  findings_.push_back(finding);
  PostingObserver::found(finding);
}

void BurnReport::write(const std::exception_ptr &exception) {
  const auto &draft = burn_.report;
  if (draft.location.empty() || burn_.disc.tracks.empty()) return;
  Report report{.program = program_with_version(), .created = time_now()};
  const auto &chosen = observer_.chosen().write_mode;
  report.destination = {burn_.device,
                        chosen.empty() ? name_of(burn_.settings.write_mode) : chosen,
                        burn_.settings.simulate, draft.which};
  report.outcome = outcome_of(exception, observer_.tracks_written());
  report.disc = burn_.disc;
  report.sums = draft.sums;
  report.capacity = draft.capacity;
  report.loudness = draft.loudness;
  report.findings = draft.findings;
  const auto &found = observer_.findings();
  report.findings.insert(report.findings.end(), found.begin(), found.end());
  const auto files = report_files(draft.location);
  add_waveform(report, files, audio_);
  try {
    write_report(report, files);
  } catch (const Error &) {
    observer_.found({"REPORT_NOT_WRITTEN", Severity::warning, 0,
                     "the report of the burn could not be written.", "It was left out."});
  }
}

void BurnReport::write_how_it_ends(const std::function<void()> &work) {
  try {
    work();
  } catch (...) {
    write(std::current_exception());
    throw;
  }
  write(nullptr);
}

}  // namespace redbook
