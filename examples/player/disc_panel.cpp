#include "disc_panel.hpp"

#include <algorithm>
#include <filesystem>

#include "widgets.hpp"

namespace player {
namespace {

std::string words_of_medium(const Recorder &recorder) {
  if (recorder.has_blank())
    return ", blank disc of " + minutes_of_blocks(recorder.free_blocks);
  if (recorder.medium.empty()) return "";
  return recorder.medium == "none" ? ", no disc" : ", disc is not blank";
}

std::string words_of_image(const Destination &destination) {
  if (!destination.is_image() || destination.location.empty()) return "Disc image …";
  return "Disc image " + std::filesystem::path{destination.location}.filename().string();
}

std::string minutes_rounded_up(std::int64_t blocks) {
  return minutes_of_blocks(blocks + blocks_per_second - 1);
}

std::string words_of(std::int64_t length, std::int64_t capacity, std::size_t tracks) {
  const auto left = capacity - length;
  return std::to_string(tracks) + (tracks == 1 ? " track, " : " tracks, ") +
         minutes_of_blocks(length) + " of " + minutes_of_blocks(capacity) +
         (left < 0 ? ": too long by " + minutes_rounded_up(-left) + ", take songs out"
                   : ", " + minutes_of_blocks(left) + " free");
}

GtkWidget *made_drop_down(std::initializer_list<const char *> choices) {
  std::vector<const char *> texts{choices};
  texts.push_back(nullptr);
  return gtk_drop_down_new_from_strings(texts.data());
}

void set_choices(GtkWidget *drop_down, const std::vector<std::string> &choices) {
  std::vector<const char *> texts;
  texts.reserve(choices.size() + 1);
  for (const auto &choice : choices) texts.push_back(choice.c_str());
  texts.push_back(nullptr);
  auto *model = gtk_drop_down_get_model(GTK_DROP_DOWN(drop_down));
  gtk_string_list_splice(GTK_STRING_LIST(model), 0, g_list_model_get_n_items(model),
                         texts.data());
}

}  // namespace

DiscPanel::DiscPanel(Studio &studio)
    : studio_{studio},
      legend_{wide(label(""))},
      destinations_{wide(made_drop_down({"Disc image …"}))},
      blank_disc_{made_drop_down({"80 minutes", "74 minutes"})},
      verify_{with_action(gtk_check_button_new_with_label("Read the disc back"),
                          "app.verify")} {
  widget_ = column({bar_.widget(), row({legend_, blank_disc_}),
                    row({label("Burn on"), destinations_, verify_})});
  on(destinations_, "notify::selected", [this] { choose_destination(); });
  on(blank_disc_, "notify::selected", [this] {
    const bool is_short = gtk_drop_down_get_selected(GTK_DROP_DOWN(blank_disc_)) == 1;
    studio_.set_blank_disc(is_short ? blocks_of_74_minutes : blocks_of_80_minutes);
  });
  show();
}

void DiscPanel::show() {
  is_showing_ = true;
  show_destinations();
  show_capacity();
  gtk_widget_set_visible(verify_, !studio_.destination().is_image());
  is_showing_ = false;
}

void DiscPanel::show_destinations() {
  const auto &destination = studio_.destination();
  std::vector<std::string> choices;
  devices_.clear();
  for (const auto &recorder : studio_.recorders().all()) {
    devices_.push_back(recorder.path);
    choices.push_back(recorder.name + words_of_medium(recorder));
  }
  if (!destination.is_image() && !studio_.recorders().find(destination.device)) {
    devices_.push_back(destination.device);
    choices.push_back(destination.device + ", not there");
  }
  choices.push_back(words_of_image(destination));
  set_choices(destinations_, choices);
  const auto chosen = std::ranges::find(devices_, destination.device) - devices_.begin();
  gtk_drop_down_set_selected(GTK_DROP_DOWN(destinations_), static_cast<guint>(chosen));
}

void DiscPanel::show_capacity() {
  const auto &songs = studio_.playlist().songs();
  std::vector<std::int64_t> lengths;
  lengths.reserve(songs.size());
  for (const auto &song : songs) lengths.push_back(song.blocks());
  const auto length = studio_.playlist().blocks();
  const auto capacity = studio_.capacity();
  bar_.show(std::move(lengths), capacity);
  set_text(legend_, words_of(length, capacity, songs.size()));
  if (length > capacity)
    gtk_widget_add_css_class(legend_, "error");
  else
    gtk_widget_remove_css_class(legend_, "error");
  const auto *recorder = studio_.recorders().find(studio_.destination().device);
  gtk_widget_set_visible(blank_disc_, !recorder || !recorder->has_blank());
}

// The last choice is an image, which gets its name when it is to be made.
void DiscPanel::choose_destination() {
  if (is_showing_) return;
  const auto chosen = gtk_drop_down_get_selected(GTK_DROP_DOWN(destinations_));
  const auto device = chosen < devices_.size() ? devices_[chosen] : "";
  later([this, device] { studio_.set_destination({.device = device}); });
}

}  // namespace player
