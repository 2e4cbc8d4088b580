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
    auto draft = due.report;
    draft.which = which;
    const auto name = destination_.name(which.disc);
    draft.location =
        report_location(draft.location, which, alone_ ? "" : destination_.name(1));
    BurnSubject subject{report_of(draft, due.disc, name, destination_.write_mode(),
                                  settings_.drive.simulate),
                        draft.location,
                        !alone_ || !(which.is_first() && which.is_last())};
    auto burner = burner_of(due, name, draft);
    auto where = subject.one_of_several ? where_of(subject) : "";
    return {std::move(where), due.disc, std::move(burner),
            std::make_unique<BurnReporter>(element_, std::move(subject), due.stash)};
  }

 private:
  std::unique_ptr<Burner> burner_of(const DiscToBurn &due, const std::string &name,
                                    const ReportDraft &draft) const {
    if (!adjusted_) return destination_.burner(due.stash, name, draft);
    return std::make_unique<LoudnessBurner>(
        adjusted_, due.offset, draft,
        [&destination = destination_, name](std::shared_ptr<Stash> stash,
                                            const ReportDraft &complete) {
          return destination.burner(std::move(stash), name, complete);
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
  const auto burns = discs.size() * static_cast<std::size_t>(settings.copies);
  std::vector<BurnRun> runs(destinations.count());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Planner planner{element, destinations[i], settings, order.audio.adjusted,
                          runs.size() == 1};
    for (std::size_t burn = 0; burn < burns; ++burn)
      runs[i].push_back(planner.plan(discs[burn % discs.size()],
                                     which_disc(burn, discs.size(), settings)));
  }
  return runs;
}

WhichDisc which_disc(std::size_t burn, std::size_t discs, const Settings &settings) {
  return {static_cast<int>(burn % discs) + 1, static_cast<int>(discs),
          static_cast<int>(burn / discs) + 1, settings.copies, settings.disc_capacity()};
}

}  // namespace redbook
