#include "recording/burn_runs.hpp"

#include <utility>

#include "burn/loudness_burner.hpp"
#include "bus/messages.hpp"
#include "recording/burn_reporter.hpp"
#include "report/format/report_files.hpp"

namespace redbook {
namespace {

/// One destination's part.
class Planner {
 public:
  Planner(GstElement *element, const Destination &destination, const Settings &settings,
          std::shared_ptr<AdjustedAudio> adjusted, bool alone)
      : element_{element},
        destination_{destination},
        settings_{settings},
        adjusted_{std::move(adjusted)},
        alone_{alone} {}

  DueBurn plan(const DiscToBurn &due, const WhichDisc &which) const {
    BurnSubject subject{due.disc, destination_.name(which.disc), settings_.simulate,
                        destination_.write_mode()};
    subject.report = due.report;
    subject.report.which = which;
    subject.report.location =
        report_location(due.report.location, which, alone_ ? "" : destination_.name(1));
    subject.one_of_several = !alone_ || !(which.is_first() && which.is_last());
    auto burner = burner_of(due, subject.report);
    auto where = subject.one_of_several ? where_of(subject) : "";
    return {std::move(where), due.disc, std::move(burner),
            std::make_unique<BurnReporter>(element_, std::move(subject), due.stash)};
  }

 private:
  std::unique_ptr<Burner> burner_of(const DiscToBurn &due,
                                    const ReportDraft &draft) const {
    if (!adjusted_) return destination_.burner(due.stash, draft);
    return std::make_unique<LoudnessBurner>(
        adjusted_, due.offset, draft,
        [&destination = destination_](std::shared_ptr<Stash> stash,
                                      const ReportDraft &complete) {
          return destination.burner(std::move(stash), complete);
        });
  }

  GstElement *element_;
  const Destination &destination_;
  const Settings &settings_;
  std::shared_ptr<AdjustedAudio> adjusted_;
  bool alone_;
};

}  // namespace

std::vector<BurnRun> burn_runs(GstElement *element, const Destinations &destinations,
                               const BurnOrder &order, const Settings &settings) {
  const auto &discs = order.discs;
  const int discs_count = static_cast<int>(discs.size());
  std::vector<BurnRun> runs(destinations.count());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Planner planner{element, destinations[i], settings, order.audio.adjusted,
                          runs.size() == 1};
    for (int copy = 1; copy <= settings.copies; ++copy)
      for (int disc = 1; disc <= discs_count; ++disc)
        runs[i].push_back(planner.plan(discs[static_cast<std::size_t>(disc) - 1],
                                       {disc, discs_count, copy, settings.copies}));
  }
  return runs;
}

PartOfSet part_at(BurnPlace place, std::size_t discs, const Settings &settings) {
  return {static_cast<int>(place.burn % discs) + 1, static_cast<int>(discs),
          settings.disc_capacity()};
}

}  // namespace redbook
