#include <gst/audio/streamvolume.h>

#include <span>

#include "bin_player.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// What gst-inspect prints of a property, and its default.
std::string description_of(GParamSpec *spec) {
  const bool has_text =
      G_TYPE_IS_FUNDAMENTAL(spec->value_type) || G_TYPE_IS_ENUM(spec->value_type);
  auto *value = has_text && !GST_IS_PARAM_SPEC_ARRAY_LIST(spec)
                    ? g_strdup_value_contents(g_param_spec_get_default_value(spec))
                    : g_strdup("");
  const auto flags = spec->flags & ~G_PARAM_STATIC_STRINGS;
  auto text = std::string{spec->name} + ": " + G_PARAM_SPEC_TYPE_NAME(spec) + ' ' +
              g_type_name(spec->value_type) + ' ' + std::to_string(flags) + ' ' + value +
              ' ' + g_param_spec_get_nick(spec) + ": " + g_param_spec_get_blurb(spec);
  g_free(value);
  return text;
}

/// A property of the element itself, not of GstObject.
bool is_own(const GParamSpec *spec) {
  return !g_type_is_a(GST_TYPE_ELEMENT, spec->owner_type);
}

std::string signature_of(guint signal) {
  GSignalQuery query;
  g_signal_query(signal, &query);
  auto text = std::string{query.signal_name} + ' ' + g_type_name(query.return_type) +
              ' ' + std::to_string(query.signal_flags);
  for (guint i = 0; i < query.n_params; ++i)
    text += std::string{" "} + g_type_name(query.param_types[i]);
  return text;
}

std::string actions_of(GType type) {
  guint count = 0;
  auto *ids = g_signal_list_ids(type, &count);
  std::string text;
  for (guint i = 0; i < count; ++i) text += signature_of(ids[i]) + '\n';
  g_free(ids);
  return text;
}

void count_call(GObject *, GParamSpec *, int *calls) { ++*calls; }

std::string text_property(GstElement *element, const char *name) {
  gchar *value = nullptr;
  g_object_get(element, name, &value, nullptr);
  const std::string text = value ? value : "";
  g_free(value);
  return text;
}

/// While it lives, GStreamer does not have this plugin.
class Without {
 public:
  explicit Without(const char *name)
      : plugin_{gst_registry_find_plugin(gst_registry_get(), name)} {
    gst_registry_remove_plugin(gst_registry_get(), plugin_);
  }
  ~Without() {
    gst_registry_add_plugin(gst_registry_get(), plugin_);
    gst_object_unref(plugin_);
  }

 private:
  GstPlugin *plugin_;
};

}  // namespace

REDBOOK_TEST(test_every_property_of_the_sink_is_there_as_it_is) {
  BinPlayer player;
  guint count = 0;
  auto **specs =
      g_object_class_list_properties(G_OBJECT_GET_CLASS(player.inner()), &count);
  fail_unless(count > 50);
  for (auto *spec : std::span{specs, count}) {
    if (!is_own(spec)) continue;
    auto *mirror =
        g_object_class_find_property(G_OBJECT_GET_CLASS(player.sink()), spec->name);
    fail_unless(mirror != nullptr, "%s is missing", spec->name);
    assert_text(description_of(mirror), description_of(spec));
    if (G_IS_PARAM_SPEC_UINT(spec))
      fail_unless_equals_int(G_PARAM_SPEC_UINT(mirror)->maximum,
                             G_PARAM_SPEC_UINT(spec)->maximum);
    if (!(spec->flags & G_PARAM_READABLE)) continue;
    GValue value = G_VALUE_INIT;
    g_value_init(&value, spec->value_type);
    g_object_get_property(G_OBJECT(player.sink()), spec->name, &value);
    g_value_unset(&value);
  }
  g_free(specs);
}

REDBOOK_TEST(test_every_action_of_the_sink_is_there_as_it_is) {
  BinPlayer player;

  assert_text(actions_of(G_OBJECT_TYPE(player.sink())),
              actions_of(G_OBJECT_TYPE(player.inner())));
}

REDBOOK_TEST(test_properties_are_those_of_the_sink_inside) {
  BinPlayer player;
  player.set("disc-title", "From outside").set("image-format", "toc");

  assert_text(text_property(player.inner(), "disc-title"), "From outside");

  g_object_set(player.inner(), "disc-title", "From inside", nullptr);

  assert_text(text_property(player.sink(), "disc-title"), "From inside");
}

REDBOOK_TEST(test_changes_are_notified_once_wherever_they_are_made) {
  BinPlayer player;
  int calls = 0;
  g_signal_connect(player.sink(), "notify::gapless", G_CALLBACK(count_call), &calls);

  player.set("gapless", "true");
  fail_unless_equals_int(calls, 1);
  g_object_set(player.inner(), "gapless", FALSE, nullptr);
  fail_unless_equals_int(calls, 2);
}

REDBOOK_TEST(test_actions_are_those_of_the_sink_inside) {
  BinPlayer player;
  assert_text(player.act("create-track", 0U), "not-opened");
  player.set("track-split", "manual").set("auto-burn", "false").play();
  player.stream_of(form("S16LE", 44100, 2));

  assert_text(player.act("create-track", 300U), "ok");
  assert_text(player.act("create-track", 300U), "track-open");
  player.push(counting_audio(Blocks{300}), 0);
  assert_text(player.act("close-track"), "ok");
  fail_unless_equals_int(player.number("total-tracks"), 1);
  assert_text(player.act("cancel"), "not-in-progress");
  assert_text(player.act("erase", TRUE), "invalid-argument");
  assert_text(player.act("eject"), "invalid-argument");
  assert_text(player.act("load"), "invalid-argument");
  assert_text(player.act("clear"), "ok");
  assert_text(player.act("burn"), "invalid-image");
}

REDBOOK_TEST(test_bin_is_a_sink_that_no_player_picks_by_itself) {
  BinPlayer player;
  auto *factory = gst_element_factory_find("redbookbin");

  fail_unless(GST_OBJECT_FLAG_IS_SET(player.sink(), GST_ELEMENT_FLAG_SINK));
  fail_unless_equals_int(gst_plugin_feature_get_rank(GST_PLUGIN_FEATURE(factory)),
                         GST_RANK_NONE);
  assert_text(gst_element_factory_get_metadata(factory, GST_ELEMENT_METADATA_KLASS),
              "Sink/File/Audio");
  gst_object_unref(factory);
}

REDBOOK_TEST(test_tags_set_on_the_bin_name_the_disc) {
  BinPlayer player;
  player.set("cd-text", "false");
  gst_tag_setter_add_tags(GST_TAG_SETTER(player.sink()), GST_TAG_MERGE_REPLACE,
                          GST_TAG_ALBUM, "Bin", GST_TAG_ARTIST, "Artist", nullptr);
  gst_tag_setter_add_tags(GST_TAG_SETTER(player.inner()), GST_TAG_MERGE_REPLACE,
                          GST_TAG_ALBUM, "Sink", nullptr);
  player.play();
  player.song();
  player.eos();

  const auto cue = player.cue();
  assert_text(cue.substr(0, cue.find("FILE")), "TITLE \"Sink\"\nPERFORMER \"Artist\"\n");
}

REDBOOK_TEST(test_tags_and_toc_set_on_the_bin_are_forgotten_with_the_disc) {
  BinPlayer player;
  auto *toc = make_toc(equal_tracks(2, 4));
  gst_tag_setter_add_tags(GST_TAG_SETTER(player.sink()), GST_TAG_MERGE_REPLACE,
                          GST_TAG_ALBUM, "One", nullptr);
  gst_toc_setter_set_toc(GST_TOC_SETTER(player.sink()), toc);
  gst_toc_unref(toc);
  player.play().song(Blocks{600});
  player.eos();
  const auto first = player.cue();
  player.set_state(GST_STATE_READY);
  player.rewind();

  player.play().song(Blocks{600});
  player.eos();

  fail_unless(first.find("TITLE \"One\"") == 0);
  fail_unless(first.find("TRACK 02") != std::string::npos);
  assert_text(player.cue(), plain_cue({0}));
}

REDBOOK_TEST(test_volume_is_kept_and_not_applied) {
  BinPlayer player;
  player.play();
  gst_stream_volume_set_volume(GST_STREAM_VOLUME(player.sink()),
                               GST_STREAM_VOLUME_FORMAT_LINEAR, 0.5);
  player.song();
  player.eos();

  fail_unless_equals_float(gst_stream_volume_get_volume(GST_STREAM_VOLUME(player.inner()),
                                                        GST_STREAM_VOLUME_FORMAT_LINEAR),
                           0.5);
  fail_unless_equals_int(player.messages().count("WARNING The volume is not applied"), 1);
  assert_audio(player.audio(), {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_messages_of_a_burn_are_those_of_the_sink) {
  BinPlayer player;
  player.play();
  player.song();
  player.eos();

  assert_text(
      player.messages().lines(
          {"track-staged", "track-progress", "burn-complete", "EOS", "ERROR"}),
      "track-staged track=1 blocks=300 padded-samples=0 start-block=0 title=\"\"\n"
      "track-progress current-track=0 total-tracks=1\n"
      "track-progress current-track=1 total-tracks=1\n"
      "burn-complete result=ok code=0 tracks-written=1\n"
      "EOS\n");
}

REDBOOK_TEST(test_no_destination_is_an_error) {
  BinPlayer player;
  g_object_set(player.sink(), "location", nullptr, nullptr);

  fail_unless_equals_int(player.set_state(GST_STATE_PAUSED), GST_STATE_CHANGE_FAILURE);

  fail_unless_equals_int(player.messages().count("ERROR"), 1);
}

REDBOOK_TEST(test_missing_element_is_named) {
  const BasePlugins plugins;
  const Without plugin{"audioconvert"};
  auto *bin = gst_element_factory_make("redbookbin", nullptr);
  gst_object_ref_sink(bin);
  auto *bus = gst_bus_new();
  gst_element_set_bus(bin, bus);

  fail_unless_equals_int(gst_element_set_state(bin, GST_STATE_READY),
                         GST_STATE_CHANGE_FAILURE);

  auto *message = gst_bus_pop_filtered(bus, GST_MESSAGE_ERROR);
  GError *error = nullptr;
  gst_message_parse_error(message, &error, nullptr);
  assert_text(error->message, "GStreamer's element audioconvert is not installed.");
  g_error_free(error);
  gst_message_unref(message);
  gst_element_set_state(bin, GST_STATE_NULL);
  gst_object_unref(bus);
  gst_object_unref(bin);
}
