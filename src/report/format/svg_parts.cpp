#include "report/format/svg_parts.hpp"

#include <algorithm>

namespace redbook {
namespace {

const char *name_of(Anchor anchor) {
  switch (anchor) {
    case Anchor::start: return "start";
    case Anchor::middle: return "middle";
    case Anchor::end: break;
  }
  return "end";
}

const char *letter_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "i";
    case Severity::warning: return "!";
    case Severity::error: break;
  }
  return "\u00d7";
}

/// Around 0, 14 wide and high.
Markup shape_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Markup::element("circle", {{"r", 6.5}, {"class", "note"}});
    case Severity::warning: return svg_path("M0-7.5 7.5 6H-7.5Z", "warning");
    case Severity::error: break;
  }
  return svg_rect({-6.5, -6.5, 13, 13}, "error");
}

std::string place_of(Point point) {
  return number_of(point.x) + ' ' + number_of(point.y);
}

}  // namespace

Markup svg_rect(const Box &box, const char *look) {
  return Markup::block("rect", {{"x", box.x},
                                {"y", box.y},
                                {"width", box.width},
                                {"height", box.height},
                                {"class", look}});
}

Markup svg_line(Point from, Point to, const char *look) {
  return svg_path('M' + place_of(from) + 'L' + place_of(to), look);
}

Markup svg_text(Point at, const std::string &text, const char *look, Anchor anchor) {
  if (text.empty()) return {};
  return Markup::block(
      "text",
      {{"x", at.x}, {"y", at.y}, {"text-anchor", name_of(anchor)}, {"class", look}},
      Markup::text(text));
}

Markup svg_path(const std::string &commands, const char *look) {
  return Markup::block("path", {{"d", commands}, {"class", look}});
}

Markup svg_tooltip(const std::string &text) {
  return Markup::element("title", {}, Markup::text(text));
}

Markup svg_group(const std::string &tooltip, const Markup &content) {
  return Markup::block("g", {}, svg_tooltip(tooltip) + content);
}

Markup svg_moved(Point by, const Markup &content) {
  return Markup::block("g", {{"transform", "translate(" + place_of(by) + ')'}}, content);
}

Markup svg_window(const Box &box, const Markup &content) {
  return Markup::block(
      "svg", {{"x", box.x}, {"y", box.y}, {"width", box.width}, {"height", box.height}},
      content);
}

Markup svg_sign(Point middle, Severity severity) {
  return svg_moved(middle, shape_of(severity) + svg_text({0, 4.3}, letter_of(severity),
                                                         "sign", Anchor::middle));
}

double TimeScale::x(Blocks time) const {
  const auto whole = std::max<std::int64_t>(1, length.count());
  return left + width * static_cast<double>(time.count()) / static_cast<double>(whole);
}

}  // namespace redbook
