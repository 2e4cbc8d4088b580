#include "redbook-burner/serve/burn_report.hpp"

#include "overloaded.hpp"
#include "report/format/report_files.hpp"

namespace redbook {

void ReportingObserver::on(const BurnEvent &event) noexcept {
  std::visit(
      overloaded{[this](const event::TracksWritten &e) { tracks_written_ = e.written; },
                 [this](const event::Chosen &e) { write_mode_ = e.write_mode; },
                 [this](const event::Found &e) { findings_.push_back(e.finding); },
                 [](const auto &) {}},
      event);
  PostingObserver::on(event);
}

void BurnReport::write(const std::exception_ptr &exception) {
  const auto &draft = burn_.report;
  if (draft.location.empty() || burn_.disc.tracks.empty()) return;
  Report report{.program = program_with_version(), .created = time_now()};
  report.destination = {
      burn_.device, name_of(observer_.write_mode().value_or(burn_.settings.write_mode)),
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
    observer_.on(event::Found{{"REPORT_NOT_WRITTEN", Severity::warning, 0,
                               "the report of the burn could not be written.",
                               "It was left out."}});
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
