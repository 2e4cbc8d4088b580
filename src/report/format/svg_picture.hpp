/// A report as one drawing.
#pragma once

#include <string>

#include "report/report.hpp"

namespace redbook {

/// An SVG 1.1 document in UTF-8: what the disc is called, its map, its capacity, the list
/// of its tracks, checksums, identities and findings. Nothing in it is elsewhere.
std::string svg_of(const Report &report);

}  // namespace redbook
