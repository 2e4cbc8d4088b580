#include "playlist_view.hpp"

#include <algorithm>
#include <utility>

#include "capacity_bar.hpp"
#include "widgets.hpp"

namespace player {
namespace {

constexpr int swatch_size = 14;      // pixels
constexpr int performer_width = 22;  // characters

void draw_swatch(GtkDrawingArea *, cairo_t *cairo, int width, int height,
                 gpointer place) {
  const auto colour = colour_of_track(GPOINTER_TO_SIZE(place));
  gdk_cairo_set_source_rgba(cairo, &colour);
  cairo_rectangle(cairo, 0, 0, width, height);
  cairo_fill(cairo);
}

GtkWidget *made_swatch(std::size_t place) {
  auto *swatch = gtk_drawing_area_new();
  gtk_widget_set_size_request(swatch, swatch_size, swatch_size);
  gtk_widget_set_valign(swatch, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(swatch), draw_swatch,
                                 GSIZE_TO_POINTER(place), nullptr);
  return swatch;
}

GtkWidget *right_aligned(const std::string &text, int width) {
  auto *text_label = label(text, "numeric");
  gtk_label_set_xalign(GTK_LABEL(text_label), 1);
  gtk_label_set_width_chars(GTK_LABEL(text_label), width);
  return text_label;
}

GtkWidget *made_performer(const std::string &text) {
  auto *performer = label(text, "dim-label");
  gtk_label_set_width_chars(GTK_LABEL(performer), performer_width);
  gtk_label_set_max_width_chars(GTK_LABEL(performer), performer_width);
  return performer;
}

std::string length_of(const Song &song) {
  switch (song.known) {
    case Known::not_yet: return "…";
    case Known::unreadable: return "can't be read";
    case Known::yes: break;
  }
  return minutes(song.duration);
}

GtkWidget *made_invitation() {
  auto *words = gtk_label_new("Drop music files here, or open some");
  gtk_widget_add_css_class(words, "dim-label");
  return with_margin(words, 4 * margin);
}

}  // namespace

PlaylistView::PlaylistView(Studio &studio)
    : studio_{studio}, list_{gtk_list_box_new()}, widget_{gtk_scrolled_window_new()} {
  gtk_list_box_set_selection_mode(GTK_LIST_BOX(list_), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder(GTK_LIST_BOX(list_), made_invitation());
  g_signal_connect(list_, "row-activated", G_CALLBACK(play), this);
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(widget_), list_);
  gtk_scrolled_window_set_has_frame(GTK_SCROLLED_WINDOW(widget_), TRUE);
  gtk_widget_set_vexpand(widget_, TRUE);
}

GtkWidget *PlaylistView::made_row(const Row &shown, std::size_t place) {
  const auto &song = shown.song;
  auto *remove = icon_button("list-remove-symbolic", "Take out of the list");
  gtk_widget_add_css_class(remove, "flat");
  // The row may not go while its button is still at work.
  on(remove, "clicked",
     [this, id = song.id] { later([this, id] { studio_.remove(id); }); });
  auto *title = wide(label(song.title, shown.is_heard ? "strong" : nullptr));
  auto *length = right_aligned(length_of(song), 6);
  if (song.known == Known::unreadable) gtk_widget_add_css_class(length, "error");
  return row({right_aligned(std::to_string(place + 1), 2), made_swatch(place), title,
              made_performer(song.performer), length, remove});
}

// Only what has changed is made anew: a list may be long.
void PlaylistView::show() {
  auto *list = GTK_LIST_BOX(list_);
  std::vector<Row> rows;
  for (const auto &song : studio_.playlist().songs())
    rows.push_back({song, studio_.playback().song() == song.id});
  for (std::size_t place = 0; place < std::max(rows.size(), rows_.size()); ++place) {
    if (place < rows.size() && place < rows_.size() && rows[place] == rows_[place])
      continue;
    const auto at = static_cast<int>(std::min(place, rows.size()));
    if (place < rows_.size())
      gtk_list_box_remove(list, GTK_WIDGET(gtk_list_box_get_row_at_index(list, at)));
    if (place < rows.size()) gtk_list_box_insert(list, made_row(rows[place], place), at);
  }
  rows_ = std::move(rows);
}

void PlaylistView::play(GtkListBox *, GtkListBoxRow *row, PlaylistView *self) {
  const auto &songs = self->studio_.playlist().songs();
  const auto place = static_cast<std::size_t>(gtk_list_box_row_get_index(row));
  if (place < songs.size()) self->studio_.play(songs[place]);
}

}  // namespace player
