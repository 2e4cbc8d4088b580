/// The window of the player.
#pragma once

#include <gtk/gtk.h>

#include "burn_dialog.hpp"
#include "disc_panel.hpp"
#include "playlist_view.hpp"
#include "studio.hpp"
#include "transport.hpp"

namespace player {

/// The list with what plays it above and the disc below it. Outlives the application's
/// run.
class Window {
 public:
  Window(GtkApplication *application, Studio &studio);

  void present() const { gtk_window_present(GTK_WINDOW(window_)); }

 private:
  static gboolean drop(GtkDropTarget *, const GValue *value, double, double,
                       gpointer self);
  static gboolean close(GtkWindow *window, Window *self);
  void take(GListModel *files);
  GtkWidget *made_header();
  void open();
  void burn();
  void ask_for_image();
  void show(Topic topic);
  void show_burn();

  Studio &studio_;
  Transport transport_;
  PlaylistView list_;
  DiscPanel disc_;
  BurnDialog dialog_;
  GtkWidget *burn_;
  GtkWidget *content_;
  GtkWidget *window_;
};

}  // namespace player
