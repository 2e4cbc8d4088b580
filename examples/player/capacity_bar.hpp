/// How full the disc will be.
#pragma once

#include <gtk/gtk.h>

#include <cstdint>
#include <vector>

namespace player {

/// A bar as long as the disc, with a segment for each track; what does not fit is red.
class CapacityBar {
 public:
  CapacityBar();

  /// Belongs to the window that it is put into.
  GtkWidget *widget() const { return area_; }

  /// Lengths in blocks.
  void show(std::vector<std::int64_t> tracks, std::int64_t capacity);

 private:
  static void draw(GtkDrawingArea *, cairo_t *cairo, int width, int height,
                   gpointer self);

  GtkWidget *area_;
  std::vector<std::int64_t> tracks_;
  std::int64_t capacity_ = 0;
};

/// The colour of a track's segment, by its place in the list.
GdkRGBA colour_of_track(std::size_t place);

}  // namespace player
