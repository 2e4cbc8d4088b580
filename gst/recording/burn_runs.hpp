/// What is burned where, in which order, and who tells of it.
#pragma once

#include <gst/gst.h>

#include <memory>
#include <vector>

#include "burn/burn_batch.hpp"
#include "recording/destinations.hpp"
#include "recording/loudness_adjustment.hpp"
#include "recording/settings.hpp"
#include "report/report.hpp"

namespace redbook {

/// A staged disc that is due.
struct DiscToBurn {
  Disc disc{};
  std::shared_ptr<Stash> stash{};
  ReportDraft report{};  ///< its location that of the settings
  Blocks offset{};       ///< in the audio of all
};

/// What is burned when it is due.
struct BurnOrder {
  std::vector<DiscToBurn> discs{};
  Disc whole{};  ///< all of them
  AudioToBurn audio{};
};

/// A run for each destination: all discs, as often as copies are wanted. The destinations
/// must outlive it.
std::vector<BurnRun> burn_runs(GstElement *element, const Destinations &destinations,
                               const BurnOrder &order, const Settings &settings);

/// What the `burn`-th burn of a run is of, from 0 on: all discs for each copy.
WhichDisc which_disc(std::size_t burn, std::size_t discs, const Settings &settings);

}  // namespace redbook
