/// What is heard, and the buttons to change that.
#pragma once

#include <gtk/gtk.h>

#include "studio.hpp"

namespace player {

/// Previous, play or pause, next; the song, and a scale with its place in time.
class Transport {
 public:
  explicit Transport(Studio &studio);
  ~Transport();
  Transport(const Transport &) = delete;
  Transport &operator=(const Transport &) = delete;

  GtkWidget *widget() const { return widget_; }
  void show();

 private:
  static gboolean seek(GtkRange *, GtkScrollType, double seconds, gpointer self);
  void show_time();

  Studio &studio_;
  GtkWidget *play_;
  GtkWidget *song_;
  GtkWidget *scale_;
  GtkWidget *time_;
  GtkWidget *widget_;
  guint timer_;
};

}  // namespace player
