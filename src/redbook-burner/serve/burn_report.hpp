/// The report of a burn.
#pragma once

#include <functional>

#include "redbook-burner/serve/event_queue.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Posts each event, and remembers what the report tells.
class ReportingObserver : public PostingObserver {
 public:
  using PostingObserver::PostingObserver;

  void on(const BurnEvent &event) noexcept override;

  int tracks_written() const { return tracks_written_; }
  /// Nothing before the drive has chosen one.
  std::optional<WriteMode> write_mode() const { return write_mode_; }
  const Findings &findings() const { return findings_; }

 private:
  int tracks_written_ = 0;
  std::optional<WriteMode> write_mode_;
  Findings findings_;
};

/// Writes down how a burn went, also when nobody is there any more to be told. A player
/// that is writes the same again, with its texts in full.
class BurnReport {
 public:
  /// All must outlive this. `audio`: of the disc.
  BurnReport(const request::Burn &burn, const Stash &audio, ReportingObserver &observer)
      : burn_{burn}, audio_{audio}, observer_{observer} {}

  /// Runs `work`, writes the report, and lets through what `work` threw. A report that
  /// can't be written is a finding.
  void write_how_it_ends(const std::function<void()> &work);

 private:
  void write(const std::exception_ptr &exception);

  const request::Burn &burn_;
  const Stash &audio_;
  ReportingObserver &observer_;
};

}  // namespace redbook
