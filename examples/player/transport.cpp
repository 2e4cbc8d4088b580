#include "transport.hpp"

#include <algorithm>

#include "widgets.hpp"

namespace player {
namespace {

constexpr guint time_interval = 250;  // milliseconds

std::string words_of(const Song &song) {
  return song.performer.empty() ? song.title : song.title + " – " + song.performer;
}

GtkWidget *made_scale() {
  auto *scale = wide(gtk_scale_new(GTK_ORIENTATION_HORIZONTAL, nullptr));
  gtk_widget_set_tooltip_text(scale, "Place in the song");
  return scale;
}

}  // namespace

Transport::Transport(Studio &studio)
    : studio_{studio},
      play_{icon_button("media-playback-start-symbolic", "Play")},
      song_{wide(label("", "strong"))},
      scale_{made_scale()},
      time_{label("", "numeric")} {
  gtk_widget_add_css_class(play_, "circular");
  auto *previous = with_action(
      icon_button("media-skip-backward-symbolic", "Previous song"), "app.previous");
  auto *next =
      with_action(icon_button("media-skip-forward-symbolic", "Next song"), "app.next");
  auto *buttons = row({previous, play_, next});
  gtk_widget_set_valign(buttons, GTK_ALIGN_CENTER);
  widget_ = row(
      {buttons, wide(box(GTK_ORIENTATION_VERTICAL, 0, {row({song_, time_}), scale_}))});
  g_signal_connect(scale_, "change-value", G_CALLBACK(seek), this);
  timer_ = g_timeout_add(
      time_interval,
      [](gpointer self) -> gboolean {
        static_cast<Transport *>(self)->show_time();
        return G_SOURCE_CONTINUE;
      },
      this);
  show();
}

Transport::~Transport() { g_source_remove(timer_); }

void Transport::show() {
  const auto &playback = studio_.playback();
  const bool plays = playback.state() == Playing::playing;
  const auto *song = studio_.playlist().find(playback.song());
  gtk_button_set_icon_name(GTK_BUTTON(play_), plays ? "media-playback-pause-symbolic"
                                                    : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text(play_, plays ? "Pause" : "Play");
  with_action(play_, plays ? "app.pause" : "app.play");
  set_text(song_, !studio_.trouble().empty() ? studio_.trouble()
                  : song                     ? words_of(*song)
                                             : "Nothing is played");
  gtk_widget_set_sensitive(scale_, song != nullptr);
  const auto seconds =
      song ? static_cast<double>(song->duration) / nanoseconds_per_second : 0;
  gtk_range_set_range(GTK_RANGE(scale_), 0, std::max(seconds, 1.0));
  show_time();
}

void Transport::show_time() {
  const auto *song = studio_.playlist().find(studio_.playback().song());
  const auto position = song ? studio_.playback().position() : 0;
  gtk_range_set_value(GTK_RANGE(scale_),
                      static_cast<double>(position) / nanoseconds_per_second);
  set_text(time_, song ? minutes(position) + " / " + minutes(song->duration) : "");
}

gboolean Transport::seek(GtkRange *, GtkScrollType, double seconds, gpointer self) {
  static_cast<Transport *>(self)->studio_.seek(
      static_cast<std::int64_t>(std::max(seconds, 0.0) * nanoseconds_per_second));
  return TRUE;
}

}  // namespace player
