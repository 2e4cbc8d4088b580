/// Tells the application of a burn.
#pragma once

#include <gst/gst.h>

#include <chrono>
#include <exception>
#include <memory>
#include <string>

#include "burn/burn_batch.hpp"
#include "bus/messages.hpp"
#include "recording/settings.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Where reports are wanted, absolute; empty: nowhere. Throws Error if they could not be
/// written.
std::string checked_report_location(const Settings &settings);

/// Posts the messages of one burn, in IMAPI's order, and GStreamer's own progress
/// messages. Lives as long as the burn; called on the burning thread only.
class BurnReporter : public BurnAudience {
 public:
  /// `audio`: of the disc, for the report.
  BurnReporter(GstElement *element, BurnSubject subject,
               std::shared_ptr<const Stash> audio);

  void on(const BurnEvent &event) noexcept override;
  void burn_finished(const std::exception_ptr &outcome) noexcept override;
  void batch_finished() noexcept override;

 private:
  using Clock = std::chrono::steady_clock;

  void tell(const event::Adjusting &event);
  void tell(const event::Adjusted &event);
  void tell(const event::MediumRequested &event);
  void tell(const event::Found &event);
  void tell(const event::Erasing &event);
  void tell(const event::Chosen &event);
  void tell(const event::Preparing &event);
  void tell(const event::TracksWritten &event);
  void tell(const event::BufferFilled &event) { buffer_fill_percent_ = event.percent; }
  void tell(const event::BlocksWritten &event);
  void tell(const event::Closing &event);
  void tell(const event::Verified &event);

  void post(GstMessage *message) { gst_element_post_message(element_, message); }
  void progress(GstProgressType type, const std::string &text, int percent);
  void enter(const char *code, const std::string &text);
  void leave(GstProgressType type, const std::string &text);
  bool is_due(bool edge);
  bool is_percent_due();
  void tell_percent(Blocks written);
  std::string write_report(const Outcome &outcome);
  double elapsed() const;

  GstElement *element_;
  BurnSubject subject_;
  std::shared_ptr<const Stash> audio_;
  const char *stage_ = nullptr;  // the progress code that was started and has not ended
  Clock::time_point started_{};
  Clock::time_point block_told_{};
  Clock::time_point percent_told_{};
  bool is_erasing_ = false;
  Result result_ = Result::ok;
  int tracks_written_ = 0;
  int buffer_fill_percent_ = -1;
};

}  // namespace redbook
