#include "recording/burn_reporter.hpp"

#include <algorithm>
#include <utility>

#include "bus/boundary.hpp"
#include "report/format/report_files.hpp"
#include "util/absolute_location.hpp"
#include "util/log.hpp"

namespace redbook {
namespace {

using namespace std::chrono_literals;

// An application draws its bar from the one, a person reads the other.
constexpr auto block_interval = 100ms;
constexpr auto percent_interval = 1s;

guint count(std::chrono::seconds seconds) { return static_cast<guint>(seconds.count()); }

int percent_of(Blocks part, Blocks whole) {
  return static_cast<int>(100 * part.count() / std::max<std::int64_t>(1, whole.count()));
}

std::string burning_text(const BurnSubject &subject) {
  return (subject.simulate() ? "Simulating the burn of " : "Burning ") +
         std::to_string(subject.tracks()) +
         (subject.tracks() == 1 ? " track, " : " tracks, ") +
         to_string(Msf::of(subject.disc().length())) + " (mm:ss:ff)";
}

std::string asking_text(const BurnSubject &subject, const std::string &complaint) {
  const auto which = to_string(subject.which());
  return (complaint.empty() ? "Insert a blank disc into " + subject.destination()
                            : complaint + " " + subject.destination() + " is open") +
         (which.empty() ? "" : " for " + which);
}

std::string complete_text(const BurnSubject &subject) {
  if (subject.simulate())
    return "The disc would be complete: simulated, nothing was kept";
  const auto *verified = is_verified(subject.report.findings) ? " and verified: " : ": ";
  return std::string{"The disc is complete"} + verified + subject.destination();
}

}  // namespace

// Seen to before an hour is staged. A player may change its folder meanwhile.
std::string checked_report_location(const Settings &settings) {
  if (settings.report_location.empty()) return {};
  const auto location = absolute_location(settings.report_location);
  check_report_files(report_files(location));
  return location.string();
}

BurnReporter::BurnReporter(GstElement *element, BurnSubject subject,
                           std::shared_ptr<const Stash> audio)
    : element_{element}, subject_{std::move(subject)}, audio_{std::move(audio)} {}

double BurnReporter::elapsed() const {
  return std::chrono::duration<double>(Clock::now() - started_).count();
}

void BurnReporter::progress(GstProgressType type, const std::string &text, int percent) {
  post(progress_message(element_, subject_, type, stage_, text, percent));
}

void BurnReporter::enter(const char *code, const std::string &text) {
  stage_ = code;
  progress(GST_PROGRESS_TYPE_START, text, 0);
}

void BurnReporter::leave(GstProgressType type, const std::string &text) {
  if (!stage_) return;
  progress(type, text, 100);
  stage_ = nullptr;
}

void BurnReporter::on(const BurnEvent &event) noexcept {
  std::visit([this](const auto &e) { tell(e); }, event);
}

void BurnReporter::tell(const event::Adjusting &event) {
  if (!stage_) enter("redbook-prepare", "Adjusting the loudness");
  if (!is_percent_due()) return;
  const auto percent = percent_of(event.completed, event.total);
  progress(GST_PROGRESS_TYPE_CONTINUE,
           "Adjusting the loudness, " + std::to_string(percent) + " %", percent);
}

void BurnReporter::tell(const event::Adjusted &event) {
  leave(GST_PROGRESS_TYPE_COMPLETE, "The loudness is adjusted");
  subject_.report.sums = event.sums;
  subject_.report.loudness = event.loudness;
}

void BurnReporter::tell(const event::MediumRequested &event) {
  post(insert_disc_message(element_, subject_, event));
  const auto text = asking_text(subject_, event.complaint);
  if (stage_)
    progress(GST_PROGRESS_TYPE_CONTINUE, text, 0);
  else
    enter("redbook-prepare", text);
}

void BurnReporter::tell(const event::Erasing &event) {
  if (!is_erasing_) {
    leave(GST_PROGRESS_TYPE_COMPLETE, "There is a disc");
    enter("redbook-erase", "Erasing the disc");
  }
  is_erasing_ = true;
  post(erase_progress_message(element_, subject_, event));
}

void BurnReporter::tell(const event::Chosen &event) {
  subject_.report.destination.write_mode = name_of(event.write_mode);
  subject_.write_speed = event.write_speed;
}

void BurnReporter::tell(const event::Found &event) {
  const auto &finding = event.finding;
  subject_.report.findings.push_back(finding);
  if (finding.severity == Severity::warning)
    post(warning_message(element_, prefix_of(subject_) + sentence_of(finding),
                         finding.name));
}

void BurnReporter::tell(const event::Preparing &event) {
  leave(GST_PROGRESS_TYPE_COMPLETE,
        is_erasing_ ? "The disc is blank" : "There is a disc");
  GST_INFO_OBJECT(element_, "burning %u tracks, %u blocks", subject_.tracks(),
                  subject_.blocks());
  post(preparing_burn_message(element_, subject_, count(event.estimated)));
}

void BurnReporter::tell(const event::TracksWritten &event) {
  if (event.written == 0) {
    started_ = Clock::now();
    enter("redbook-burn", burning_text(subject_));
  }
  tracks_written_ = event.written;
  post(track_progress_message(element_, subject_, event.written));
}

void BurnReporter::tell(const event::BlocksWritten &event) {
  const auto written = event.written;
  const bool edge = written == Blocks{0} || written == subject_.disc().length();
  if (!is_due(edge)) return;
  post(block_progress_message(element_, subject_,
                              {written, elapsed(), buffer_fill_percent_}));
  if (!edge && is_percent_due()) tell_percent(written);
}

void BurnReporter::tell_percent(Blocks written) {
  const auto percent = percent_of(written, subject_.disc().length());
  const auto text = "Track " + std::to_string(tracks_written_ + 1) + " of " +
                    std::to_string(subject_.tracks()) + ", " + std::to_string(percent) +
                    " %";
  progress(GST_PROGRESS_TYPE_CONTINUE, text, percent);
}

// Applications hear of it ten times a second, people once.
bool BurnReporter::is_due(bool edge) {
  const auto now = Clock::now();
  if (!edge && now - block_told_ < block_interval) return false;
  block_told_ = now;
  return true;
}

bool BurnReporter::is_percent_due() {
  const auto now = Clock::now();
  if (now - percent_told_ < percent_interval) return false;
  percent_told_ = now;
  return true;
}

void BurnReporter::tell(const event::Verified &event) {
  const auto &[completed, total] = event;
  if (completed == Blocks{0}) {
    leave(GST_PROGRESS_TYPE_COMPLETE, "The disc is closed");
    enter("redbook-verify", "Reading the disc back");
  }
  const bool edge = completed == Blocks{0} || completed == total;
  if (!is_due(edge)) return;
  post(verify_progress_message(element_, subject_, completed, total));
  if (edge || !is_percent_due()) return;
  const auto percent = percent_of(completed, total);
  progress(GST_PROGRESS_TYPE_CONTINUE, "Verifying, " + std::to_string(percent) + " %",
           percent);
}

void BurnReporter::tell(const event::Closing &event) {
  leave(GST_PROGRESS_TYPE_COMPLETE, "All tracks are written");
  post(closing_disc_message(element_, subject_, count(event.estimated)));
  enter("redbook-close", "Closing the disc");
}

// A disc is no worse for want of a report.
std::string BurnReporter::write_report(const Outcome &outcome) {
  if (subject_.report_location.empty()) return {};
  const auto files = report_files(subject_.report_location);
  auto &report = subject_.report;
  report.created = time_now();
  report.outcome = outcome;
  add_waveform(report, files, *audio_);
  try {
    redbook::write_report(report, files);
    return files.json.string();
  } catch (const Error &error) {
    post(warning_message(element_,
                         std::string{"The report could not be written. "} + error.what(),
                         error.detail()));
    return {};
  }
}

void BurnReporter::burn_finished(const std::exception_ptr &exception) noexcept {
  const auto outcome = outcome_of(exception, tracks_written_);
  result_ = outcome.result;
  const auto report = write_report(outcome);
  if (result_ == Result::ok) leave(GST_PROGRESS_TYPE_COMPLETE, complete_text(subject_));
  post(burn_complete_message(element_, subject_, result_, tracks_written_, report));
}

void BurnReporter::batch_finished() noexcept {
  if (result_ == Result::user_abort)
    leave(GST_PROGRESS_TYPE_CANCELED, "The burn was cancelled");
  else if (result_ != Result::ok)
    leave(GST_PROGRESS_TYPE_ERROR, "The burn failed");
}

}  // namespace redbook
