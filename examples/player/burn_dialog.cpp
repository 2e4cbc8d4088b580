#include "burn_dialog.hpp"

#include "widgets.hpp"

namespace player {
namespace {

constexpr int card_width = 440;  // pixels

const char *heading_of(BurnStage stage) {
  switch (stage) {
    case BurnStage::staging: return "Preparing the music";
    case BurnStage::waiting: return "A disc is needed";
    case BurnStage::burning: return "Making the disc";
    case BurnStage::verifying: return "Verifying the disc";
    case BurnStage::done: return "Done";
    case BurnStage::cancelled: return "Cancelled";
    case BurnStage::failed: break;
  }
  return "The disc could not be made";
}

GtkWidget *made_button(const char *words, const char *action) {
  auto *button = with_action(gtk_button_new_with_label(words), action);
  gtk_widget_set_halign(button, GTK_ALIGN_END);
  return button;
}

GtkWidget *made_card(std::initializer_list<GtkWidget *> children) {
  auto *card = column(children);
  gtk_widget_add_css_class(card, "card");
  gtk_widget_set_halign(card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign(card, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request(card, card_width, -1);
  return card;
}

}  // namespace

BurnDialog::BurnDialog()
    : heading_{label("", "title-2")},
      progress_{gtk_progress_bar_new()},
      words_{paragraph()},
      advice_{paragraph()},
      cancel_{made_button("Cancel", "app.cancel")},
      close_{made_button("Close", "app.dismiss")},
      widget_{gtk_center_box_new()} {
  gtk_label_set_selectable(GTK_LABEL(advice_), TRUE);  // it may hold a command
  gtk_progress_bar_set_show_text(GTK_PROGRESS_BAR(progress_), TRUE);
  auto *card = made_card({heading_, progress_, words_, advice_, cancel_, close_});
  gtk_center_box_set_center_widget(GTK_CENTER_BOX(widget_), card);
  gtk_widget_add_css_class(widget_, "shade");
}

void BurnDialog::show(const BurnNews &news) {
  const bool ended = is_over(news.stage);
  set_text(heading_, heading_of(news.stage));
  set_text(words_, news.words);
  set_text(advice_, news.advice);
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(progress_), news.fraction);
  gtk_widget_set_visible(progress_, !ended && news.stage != BurnStage::waiting);
  gtk_widget_set_visible(advice_, !news.advice.empty());
  gtk_widget_set_visible(cancel_, !ended);
  gtk_widget_set_visible(close_, ended);
  if (ended) gtk_widget_grab_focus(close_);
}

}  // namespace player
