#include "capacity_bar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <string>
#include <utility>

namespace player {
namespace {

constexpr int bar_height = 36;  // pixels, as are all lengths below
constexpr double radius = 8;
constexpr double gap = 1;

constexpr GdkRGBA too_long{0.88F, 0.11F, 0.14F, 1};
constexpr GdkRGBA trough{0.5F, 0.5F, 0.5F, 0.22F};
constexpr GdkRGBA mark{0.3F, 0.3F, 0.3F, 1};

// Neighbours differ in brightness too, for those who do not see colours.
constexpr std::array<GdkRGBA, 6> colours{{{0.21F, 0.52F, 0.89F, 1},
                                          {0.10F, 0.37F, 0.71F, 1},
                                          {0.20F, 0.65F, 0.48F, 1},
                                          {0.15F, 0.45F, 0.35F, 1},
                                          {0.57F, 0.38F, 0.78F, 1},
                                          {0.38F, 0.21F, 0.51F, 1}}};

/// cairo with the scale of the disc.
class Canvas {
 public:
  Canvas(cairo_t *cairo, int width, int height, std::int64_t blocks)
      : cairo_{cairo}, width_{double(width)}, height_{double(height)}, blocks_{blocks} {}

  double x(std::int64_t block) const {
    return blocks_ > 0 ? width_ * double(block) / double(blocks_) : 0;
  }

  void clip_to_rounded_bar() {
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_path(cairo_);
    cairo_arc(cairo_, width_ - radius, radius, radius, -quarter, 0);
    cairo_arc(cairo_, width_ - radius, height_ - radius, radius, 0, quarter);
    cairo_arc(cairo_, radius, height_ - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo_, radius, radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo_);
    cairo_clip(cairo_);
  }

  void fill(const GdkRGBA &colour, std::int64_t from, std::int64_t to) {
    gdk_cairo_set_source_rgba(cairo_, &colour);
    const auto wide = std::max(1.0, x(to) - x(from) - gap);
    cairo_rectangle(cairo_, x(from), 0, wide, height_);
    cairo_fill(cairo_);
  }

  /// In the middle of a segment, if there is room for it.
  void write(const std::string &text, std::int64_t from, std::int64_t to) {
    cairo_text_extents_t extents;
    cairo_set_font_size(cairo_, 13);
    cairo_text_extents(cairo_, text.c_str(), &extents);
    if (extents.width + 6 > x(to) - x(from)) return;
    cairo_set_source_rgb(cairo_, 1, 1, 1);
    cairo_move_to(cairo_, (x(from) + x(to) - extents.width) / 2 - extents.x_bearing,
                  (height_ - extents.height) / 2 - extents.y_bearing);
    cairo_show_text(cairo_, text.c_str());
  }

  void mark_end_of_disc(std::int64_t block) {
    gdk_cairo_set_source_rgba(cairo_, &mark);
    cairo_rectangle(cairo_, x(block) - 1, 0, 2, height_);
    cairo_fill(cairo_);
  }

 private:
  cairo_t *cairo_;
  double width_;
  double height_;
  std::int64_t blocks_;
};

void draw_track(Canvas &canvas, std::size_t place, std::int64_t from, std::int64_t to,
                std::int64_t capacity) {
  if (from == to) return;  // not known yet
  if (from < capacity) canvas.fill(colour_of_track(place), from, std::min(to, capacity));
  if (to > capacity) canvas.fill(too_long, std::max(from, capacity), to);
  canvas.write(std::to_string(place + 1), from, to);
}

}  // namespace

GdkRGBA colour_of_track(std::size_t place) { return colours[place % colours.size()]; }

CapacityBar::CapacityBar() : area_{gtk_drawing_area_new()} {
  gtk_widget_set_size_request(area_, -1, bar_height);
  gtk_widget_set_hexpand(area_, TRUE);
  gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(area_), draw, this, nullptr);
}

void CapacityBar::show(std::vector<std::int64_t> tracks, std::int64_t capacity) {
  tracks_ = std::move(tracks);
  capacity_ = capacity;
  gtk_widget_queue_draw(area_);
}

void CapacityBar::draw(GtkDrawingArea *, cairo_t *cairo, int width, int height,
                       gpointer data) {
  const auto &self = *static_cast<CapacityBar *>(data);
  const auto all =
      std::accumulate(self.tracks_.begin(), self.tracks_.end(), std::int64_t{0});
  const auto scale = std::max(all, self.capacity_);
  Canvas canvas{cairo, width, height, scale};
  canvas.clip_to_rounded_bar();
  canvas.fill(trough, 0, scale);
  std::int64_t at = 0;
  for (std::size_t place = 0; place < self.tracks_.size(); ++place) {
    const auto end = at + self.tracks_[place];
    draw_track(canvas, place, at, end, self.capacity_);
    at = end;
  }
  if (all > self.capacity_) canvas.mark_end_of_disc(self.capacity_);
}

}  // namespace player
