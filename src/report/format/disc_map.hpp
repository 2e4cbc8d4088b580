/// The map of a disc: what is where, along a line of time.
#pragma once

#include "report/format/markup.hpp"
#include "report/report.hpp"

namespace redbook {

/// All drawings are this wide; what is drawn to scale stands between these margins.
inline constexpr double drawing_width = 1200;
inline constexpr double drawing_margin = 40;
inline constexpr double plot_width = drawing_width - 2 * drawing_margin;

/// One column for each unit of the drawing.
inline constexpr int waveform_columns = static_cast<int>(plot_width);

inline constexpr double disc_map_height = 276;

/// From 0, 0: findings on top, the tracks with their numbers and titles, the audio of
/// both channels, pregaps hatched, indexes, and the time below. Needs hatching() in its
/// document.
Markup disc_map(const Report &report);

inline constexpr double capacity_bar_height = 66;

/// From 0, 0: how much of the medium, and of the usual media, the disc fills.
Markup capacity_bar(const Report &report);

/// The pattern of pregaps.
Markup hatching();

/// "Map of the disc: 12 tracks, 52:10.33 of 79:57.74."
std::string map_in_a_sentence(const Report &report);

}  // namespace redbook
