/// The list of songs, to be seen.
#pragma once

#include <gtk/gtk.h>

#include <vector>

#include "studio.hpp"

namespace player {

/// A row for each song: its colour in the capacity bar, title, performer, length.
class PlaylistView {
 public:
  explicit PlaylistView(Studio &studio);

  GtkWidget *widget() const { return widget_; }
  void show();

 private:
  struct Row {
    Song song;
    bool is_heard;
    friend bool operator==(const Row &, const Row &) = default;
  };

  static void play(GtkListBox *, GtkListBoxRow *row, PlaylistView *self);
  GtkWidget *made_row(const Row &row, std::size_t place);

  Studio &studio_;
  GtkWidget *list_;
  GtkWidget *widget_;
  std::vector<Row> rows_;  // as they are seen
};

}  // namespace player
