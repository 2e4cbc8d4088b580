/// GTK's widgets in few words. Each belongs to the one that it is put into.
#pragma once

#include <gtk/gtk.h>

#include <initializer_list>
#include <string>

#include "handles.hpp"

namespace player {

constexpr int margin = 12;  // pixels

inline GtkWidget *box(GtkOrientation orientation, int spacing,
                      std::initializer_list<GtkWidget *> children) {
  auto *box = gtk_box_new(orientation, spacing);
  for (auto *child : children) gtk_box_append(GTK_BOX(box), child);
  return box;
}

inline GtkWidget *row(std::initializer_list<GtkWidget *> children) {
  return box(GTK_ORIENTATION_HORIZONTAL, margin, children);
}

inline GtkWidget *column(std::initializer_list<GtkWidget *> children) {
  return box(GTK_ORIENTATION_VERTICAL, margin, children);
}

inline GtkWidget *with_margin(GtkWidget *widget, int width) {
  gtk_widget_set_margin_top(widget, width);
  gtk_widget_set_margin_bottom(widget, width);
  gtk_widget_set_margin_start(widget, width);
  gtk_widget_set_margin_end(widget, width);
  return widget;
}

/// Of one line, which ends in dots where there is no room.
inline GtkWidget *label(const std::string &text, const char *css_class = nullptr) {
  auto *label = gtk_label_new(text.c_str());
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
  if (css_class) gtk_widget_add_css_class(label, css_class);
  return label;
}

/// Of as many lines as it takes.
inline GtkWidget *paragraph(const char *css_class = nullptr) {
  auto *paragraph = gtk_label_new(nullptr);
  gtk_label_set_xalign(GTK_LABEL(paragraph), 0);
  gtk_label_set_wrap(GTK_LABEL(paragraph), TRUE);
  gtk_label_set_wrap_mode(GTK_LABEL(paragraph), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars(GTK_LABEL(paragraph), 56);
  if (css_class) gtk_widget_add_css_class(paragraph, css_class);
  return paragraph;
}

inline void set_text(GtkWidget *label, const std::string &text) {
  gtk_label_set_text(GTK_LABEL(label), text.c_str());
}

inline GtkWidget *wide(GtkWidget *widget) {
  gtk_widget_set_hexpand(widget, TRUE);
  return widget;
}

/// A button with an icon, and words for those who point at it.
inline GtkWidget *icon_button(const char *icon, const char *words) {
  auto *button = gtk_button_new_from_icon_name(icon);
  gtk_widget_set_tooltip_text(button, words);
  return button;
}

/// The button does the application's action.
inline GtkWidget *with_action(GtkWidget *button, const char *action) {
  gtk_actionable_set_action_name(GTK_ACTIONABLE(button), action);
  return button;
}

}  // namespace player
