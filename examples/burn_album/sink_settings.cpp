#include "sink_settings.hpp"

#include "image/image_series.hpp"

namespace burn_album {
namespace {

class Properties {
 public:
  explicit Properties(GstElement *element) : object_{G_OBJECT(element)} {}

  void text(const char *name, const std::string &value) const {
    if (!value.empty()) g_object_set(object_, name, value.c_str(), nullptr);
  }
  void flag(const char *name, bool value) const {
    g_object_set(object_, name, static_cast<gboolean>(value), nullptr);
  }
  /// In words, as in a launch line: numbers, and the names of choices.
  void word(const char *name, const std::string &value) const {
    gst_util_set_object_arg(object_, name, value.c_str());
  }
  void number(const char *name, std::int64_t value) const {
    if (value > 0) word(name, std::to_string(value));
  }
  void texts(const char *name, const std::vector<std::string> &values) const {
    GValue array = G_VALUE_INIT;
    g_value_init(&array, GST_TYPE_ARRAY);
    for (const auto &value : values) {
      GValue one = G_VALUE_INIT;
      g_value_init(&one, G_TYPE_STRING);
      g_value_set_string(&one, value.c_str());
      gst_value_array_append_and_take_value(&array, &one);
    }
    g_object_set_property(object_, name, &array);
    g_value_unset(&array);
  }

 private:
  GObject *object_;
};

// A look at the tracks makes no image, and --simulate leaves none.
void apply_destination(const Arguments &arguments, const Properties &sink) {
  if (arguments.devices.size() == 1)
    sink.text("device", arguments.devices.front());
  else if (!arguments.devices.empty())
    sink.texts("devices", arguments.devices);
  else
    sink.text("location", redbook::literal_location(arguments.output));
  sink.word("image-format", arguments.image_format);
}

void apply_texts(const Arguments &arguments, const Album &album, const Properties &sink) {
  // Without a sheet the tags of all files are asked, as the music comes.
  const auto text = [&](const char *name, const std::string &asked,
                        const std::string &in_sheet) {
    sink.text(name, !asked.empty() || album.layout != Layout::sheet ? asked : in_sheet);
  };
  text("disc-title", arguments.title, album.texts.title);
  text("disc-artist", arguments.performer, album.texts.performer);
  text("disc-genre", arguments.genre, album.genre);
  text("disc-songwriter", {}, album.texts.songwriter);
  text("disc-composer", {}, album.texts.composer);
  text("disc-arranger", {}, album.texts.arranger);
  text("disc-message", {}, album.texts.message);
  text("media-catalog-number", arguments.catalog_number, album.catalog_number);
  sink.text("cd-text-language", arguments.language);
  sink.flag("cd-text", !arguments.no_cd_text);
}

void apply_layout(const Arguments &arguments, const Album &album,
                  const Properties &sink) {
  sink.flag("gapless", arguments.gapless || album.layout == Layout::sheet);
  sink.number("track-gap", arguments.gap_blocks());
  sink.number("capacity", arguments.capacity);
}

/// Nothing tells whether a disc is good like reading it; what tells most takes seconds.
std::string verification(const Arguments &arguments) {
  if (!arguments.verify.empty()) return arguments.verify;
  return arguments.devices.empty() || arguments.simulate ? "none" : "quick";
}

void apply_ways(const Arguments &arguments, const Properties &sink) {
  sink.flag("simulate", arguments.simulate);
  sink.flag("overburn", arguments.overburn);
  sink.flag("eject", arguments.eject);
  sink.word("blank", arguments.blank);
  sink.word("write-mode", arguments.write_mode);
  sink.word("verify", verification(arguments));
  sink.number("write-speed", arguments.write_speed);
  sink.number("copies", arguments.copies);
  sink.number("wait-for-medium", arguments.wait_seconds);
  sink.text("report-location", arguments.report);
}

}  // namespace

void apply(const Arguments &arguments, const Album &album, GstElement *sink) {
  const Properties properties{sink};
  apply_destination(arguments, properties);
  apply_texts(arguments, album, properties);
  apply_layout(arguments, album, properties);
  apply_ways(arguments, properties);
  properties.word("settle-time", "0");  // the gate sees what it would wait for
}

}  // namespace burn_album
