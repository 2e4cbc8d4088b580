#include <algorithm>
#include <array>

#include "report/format/disc_map.hpp"
#include "report/format/svg_parts.hpp"
#include "text/number_text.hpp"

namespace redbook {
namespace {

constexpr double sentence_line = 12;
constexpr double bar_top = 20;
constexpr double bar_bottom = bar_top + 12;
constexpr double name_line = bar_bottom + 17;
constexpr double left_line = name_line + 14;
static_assert(left_line < capacity_bar_height);

constexpr Blocks minute{60 * blocks_per_second};

/// A kind of disc that is sold.
struct Size {
  const char *name;
  Blocks capacity;
};

// 74 minutes is the Red Book's own; what is beyond 80 the standards do not have.
constexpr std::array sizes{Size{"74 min", minute * 74}, Size{"80 min", eighty_minutes},
                           Size{"90 min", minute * 90}};

std::string whole_seconds(Blocks time) {
  const auto text = time_of(time);
  return text.substr(0, text.find('.'));
}

std::string rest_of(Blocks used, Blocks capacity) {
  if (used > capacity) return whole_seconds(used - capacity) + " over";
  return whole_seconds(capacity - used) + " left";
}

std::string sentence_of(Blocks used, Blocks capacity) {
  const bool over = used > capacity;
  return time_of(used) + " of " + time_of(capacity) + " used, " +
         time_of(over ? used - capacity : capacity - used) + (over ? " over" : " left");
}

Markup mark(const TimeScale &scale, const Size &size, Blocks used) {
  const auto x = scale.x(size.capacity);
  const bool last = size.capacity == scale.length;
  const auto anchor = last ? Anchor::end : Anchor::middle;
  return svg_line({x, bar_top - 4}, {x, bar_bottom + 5}, "axis") +
         svg_text({x, name_line}, size.name, "label", anchor) +
         svg_text({x, left_line}, rest_of(used, size.capacity), "small", anchor);
}

}  // namespace

Markup capacity_bar(const Report &report) {
  const auto used = report.disc.length();
  const auto longest =
      std::max({sizes.back().capacity, report.destination.which.capacity, used});
  const TimeScale scale{longest, drawing_margin, plot_width};
  const auto x = [&](Blocks time) { return scale.x(time); };
  const auto box = [&](Blocks from, Blocks to) {
    return Box{x(from), bar_top, x(to) - x(from), bar_bottom - bar_top};
  };
  auto markup = svg_text(
      {drawing_margin, sentence_line},
      "Capacity: " + sentence_of(used, report.destination.which.capacity), "label");
  markup += svg_rect(box({}, longest), "beyond");
  markup += svg_rect(box({}, report.destination.which.capacity), "free");
  markup += svg_rect(box({}, std::min(used, report.destination.which.capacity)), "used");
  if (used > report.destination.which.capacity)
    markup += svg_rect(box(report.destination.which.capacity, used), "over");
  for (const auto &size : sizes) markup += mark(scale, size, used);
  return markup;
}

}  // namespace redbook
