/// Where findings are on a disc.
#pragma once

#include "report/format/markup.hpp"
#include "report/format/svg_parts.hpp"
#include "report/report.hpp"

namespace redbook {

/// A sign for each track that something was found on, at its start, and one for the disc
/// in the margin: that of the worst finding, with how many there are, and all of them
/// where the pointer rests.
Markup finding_marks(const Report &report, const TimeScale &scale, double middle);

}  // namespace redbook
