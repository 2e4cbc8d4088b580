/// The list of songs, to be seen.
#pragma once

#include <gtk/gtk.h>

#include "studio.hpp"

namespace player {

/// A row for each song: its colour in the capacity bar, title, performer, length.
class PlaylistView {
 public:
  explicit PlaylistView(Studio &studio);

  GtkWidget *widget() const { return widget_; }
  void show();

 private:
  static void play(GtkListBox *, GtkListBoxRow *row, PlaylistView *self);
  GtkWidget *made_row(const Song &song, std::size_t place);

  Studio &studio_;
  GtkWidget *list_;
  GtkWidget *widget_;
};

}  // namespace player
