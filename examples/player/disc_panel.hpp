/// The disc that will be made: how full, where, and how.
#pragma once

#include <gtk/gtk.h>

#include <vector>

#include "capacity_bar.hpp"
#include "studio.hpp"

namespace player {

/// The capacity bar with its legend, and the choices of a burn.
class DiscPanel {
 public:
  explicit DiscPanel(Studio &studio);

  GtkWidget *widget() const { return widget_; }
  void show();

 private:
  void show_destinations();
  void show_capacity();
  void choose_destination();

  Studio &studio_;
  CapacityBar bar_;
  GtkWidget *legend_;
  GtkWidget *destinations_;
  GtkWidget *blank_disc_;
  GtkWidget *verify_;
  GtkWidget *widget_;
  std::vector<std::string> devices_;  // as they are in the list of destinations
  bool is_showing_ = false;           // so that what it shows is not taken for a choice
};

}  // namespace player
