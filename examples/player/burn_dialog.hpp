/// What is seen of a burn.
#pragma once

#include <gtk/gtk.h>

#include "burn_order.hpp"

namespace player {

/// A card over the window: how far the burn is, with Cancel, and how it ended. It is a
/// part of the window, so that no window manager can lose it.
class BurnDialog {
 public:
  BurnDialog();

  GtkWidget *widget() const { return widget_; }
  void show(const BurnNews &news);

 private:
  GtkWidget *heading_;
  GtkWidget *progress_;
  GtkWidget *words_;
  GtkWidget *advice_;
  GtkWidget *cancel_;
  GtkWidget *close_;
  GtkWidget *widget_;
};

}  // namespace player
