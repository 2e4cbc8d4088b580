/// The report of a burn.
#pragma once

#include <functional>
#include <string>

#include "redbook-burner/serve/event_queue.hpp"
#include "report/report.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Posts each event of a burn, and writes down how it went, also when nobody is there any
/// more to be told. A player that is writes the same again, with its texts in full.
class BurnReport : public PostingObserver {
 public:
  /// All must outlive this. `audio`: of the disc.
  BurnReport(const request::Burn &burn, const Stash &audio, EventQueue &events);

  void on(const BurnEvent &event) noexcept override;

  /// Runs `work`, writes the report, and lets through what `work` threw. A report that
  /// can't be written is a finding.
  void write_how_it_ends(const std::function<void()> &work);

 private:
  void write(const std::exception_ptr &exception);

  std::string location_;
  const Stash &audio_;
  Report report_;
  int tracks_written_ = 0;
};

}  // namespace redbook
