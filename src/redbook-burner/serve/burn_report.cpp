#include "redbook-burner/serve/burn_report.hpp"

#include "overloaded.hpp"
#include "report/format/report_files.hpp"

namespace redbook {

BurnReport::BurnReport(const request::Burn &burn, const Stash &audio, EventQueue &events)
    : PostingObserver{events},
      location_{burn.report.location},
      audio_{audio},
      report_{report_of(burn.report, burn.disc, burn.device,
                        name_of(burn.settings.write_mode), burn.settings.simulate)} {}

void BurnReport::on(const BurnEvent &event) noexcept {
  std::visit(
      Overloaded{[this](const event::TracksWritten &e) { tracks_written_ = e.written; },
                 [this](const event::Chosen &e) {
                   report_.destination.write_mode = name_of(e.write_mode);
                 },
                 [this](const event::Found &e) { report_.findings.push_back(e.finding); },
                 [](const auto &) {}},
      event);
  PostingObserver::on(event);
}

void BurnReport::write(const std::exception_ptr &exception) {
  if (location_.empty() || report_.disc.tracks.empty()) return;
  report_.created = time_now();
  report_.outcome = outcome_of(exception, tracks_written_);
  const auto files = report_files(location_);
  add_waveform(report_, files, audio_);
  try {
    write_report(report_, files);
  } catch (const Error &) {
    on(event::Found{{"REPORT_NOT_WRITTEN", Severity::warning, 0,
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
