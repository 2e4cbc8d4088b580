#include "burner/report.hpp"

#include <nlohmann/json.hpp>

#include "burn/drive_json.hpp"
#include "disc/disc_json.hpp"
#include "image/replacement.hpp"

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

void BurnReport::write(const char *outcome, const Error *error) {
  if (burn_.report.empty()) return;
  Json report{{"redbook-burn-report", 1}, {"device", burn_.device}, {"outcome", outcome}};
  if (error) report["error"] = json_of(*error);
  report["write-mode"] = observer_.chosen().write_mode;
  report["write-speed"] = observer_.chosen().write_speed;
  report["tracks-written"] = observer_.tracks_written();
  report["findings"] = Json::array();
  for (const auto &finding : observer_.findings())
    report["findings"].push_back(json_of(finding));
  report["settings"] = json_of(burn_.settings);
  report["disc"] = json_of(burn_.disc);
  try {
    Replacement file{burn_.report};
    write_new_file(file.temporary_name(), line_of(report) + '\n');
    file.swap_in();
    file.keep();
  } catch (const Error &) {
    observer_.found({"REPORT_NOT_WRITTEN", Severity::warning, 0,
                     "the report of the burn could not be written.", "It was left out."});
  }
}

void BurnReport::write_how_it_ends(const std::function<void()> &work) {
  try {
    work();
  } catch (const Cancelled &) {
    write("cancelled", nullptr);
    throw;
  } catch (const Error &error) {
    write("failed", &error);
    throw;
  }
  write("done", nullptr);
}

}  // namespace redbook
