/// The parts of our drawings. Lengths are the drawing's units.
#pragma once

#include <string>

#include "disc/finding.hpp"
#include "report/format/markup.hpp"
#include "units.hpp"

namespace redbook {

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

struct Point {
  double x = 0, y = 0;
};

/// Where a text starts, ends or has its middle.
enum class Anchor { start, middle, end };

/// `look`: classes of the style sheet.
Markup svg_rect(const Box &box, const char *look);
Markup svg_line(Point from, Point to, const char *look);
Markup svg_text(Point at, const std::string &text, const char *look,
                Anchor anchor = Anchor::start);
Markup svg_path(const std::string &commands, const char *look);

/// Shown where the pointer rests.
Markup svg_tooltip(const std::string &text);
Markup svg_group(const std::string &tooltip, const Markup &content);
Markup svg_moved(Point by, const Markup &content);

/// A drawing of its own: nothing of `content` is seen outside.
Markup svg_window(const Box &box, const Markup &content);

/// A sign for each severity: a disc, a triangle, a square, each with a letter of its own.
Markup svg_sign(Point middle, Severity severity);

/// Places on a disc, or lengths, in a row from `left` to `left` + `width`.
struct TimeScale {
  Blocks length;
  double left = 0;
  double width = 0;

  double x(Blocks time) const;
  double x(Lba place) const { return x(place - Lba{0}); }
};

}  // namespace redbook
