#include "actions.hpp"

#include <algorithm>
#include <functional>

namespace player {
namespace {

using Take = std::function<void(GVariant *)>;

void call(GSimpleAction *, GVariant *value, gpointer take) {
  (*static_cast<Take *>(take))(value);
}

void forget(gpointer take, GClosure *) { delete static_cast<Take *>(take); }

void connect(GSimpleAction *action, const char *signal, Take take) {
  g_signal_connect_data(action, signal, G_CALLBACK(call), new Take{std::move(take)},
                        forget, GConnectFlags(0));
}

void add(GActionMap *map, const char *name, const char *type, Take take) {
  const std::unique_ptr<GVariantType, decltype(&g_variant_type_free)> parameter{
      type ? g_variant_type_new(type) : nullptr, g_variant_type_free};
  const Owned<GSimpleAction> action{g_simple_action_new(name, parameter.get())};
  connect(action.get(), "activate", std::move(take));
  g_action_map_add_action(map, G_ACTION(action.get()));
}

// A request to change it is what `take` makes of it.
void add_state(GActionMap *map, const char *name, const GVariantType *type,
               GVariant *state, Take take) {
  const Owned<GSimpleAction> action{g_simple_action_new_stateful(name, type, state)};
  connect(action.get(), "change-state", std::move(take));
  g_action_map_add_action(map, G_ACTION(action.get()));
}

void add_status(GActionMap *map, const char *name, GVariant *state) {
  add_state(map, name, nullptr, state, [](GVariant *) {});
}

void set_state(GActionMap *map, const char *name, GVariant *state) {
  const std::unique_ptr<GVariant, decltype(&g_variant_unref)> owned{
      g_variant_ref_sink(state), g_variant_unref};
  auto *action = g_action_map_lookup_action(map, name);
  const std::unique_ptr<GVariant, decltype(&g_variant_unref)> now{
      g_action_get_state(action), g_variant_unref};
  if (!g_variant_equal(now.get(), state))
    g_simple_action_set_state(G_SIMPLE_ACTION(action), state);
}

void enable(GActionMap *map, const char *name, bool enabled) {
  g_simple_action_set_enabled(G_SIMPLE_ACTION(g_action_map_lookup_action(map, name)),
                              enabled);
}

GVariant *text(const std::string &words) { return g_variant_new_string(words.c_str()); }

std::size_t place_of(const Playlist &playlist, int id) {
  const auto &songs = playlist.songs();
  return static_cast<std::size_t>(std::ranges::find(songs, id, &Song::id) -
                                  songs.begin()) +
         1;
}

std::string playlist_status(const Playlist &playlist) {
  if (playlist.songs().empty()) return "empty";
  if (!playlist.is_known()) return "reading";
  return playlist.can_be_burned() ? "ready" : "unreadable";
}

std::string playback_status(const Studio &studio) {
  const auto &playback = studio.playback();
  if (playback.state() == Playing::stopped) return "stopped";
  const auto *state = playback.state() == Playing::playing ? "playing " : "paused ";
  return state + std::to_string(place_of(studio.playlist(), playback.song()));
}

GVariant *words_of(const Recorders &recorders) {
  GVariantBuilder builder;
  g_variant_builder_init(&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (const auto &recorder : recorders.all())
    g_variant_builder_add(&builder, "s", (recorder.path + ' ' + recorder.medium).c_str());
  return g_variant_builder_end(&builder);
}

void publish(GActionMap *map, const Studio &studio) {
  set_state(map, "playlist-status", text(playlist_status(studio.playlist())));
  set_state(map, "playback-status", text(playback_status(studio)));
  set_state(map, "recorders", words_of(studio.recorders()));
  set_state(map, "destination", text(studio.destination().path()));
  set_state(map, "verify", g_variant_new_boolean(studio.is_verifying()));
  const auto &news = studio.news();
  set_state(map, "burn-status", text(news ? name_of(news->stage) : "idle"));
  set_state(map, "burn-words", text(news ? news->words : ""));
  enable(map, "burn", studio.can_burn());
  enable(map, "cancel", studio.is_burning());
}

void add_playing(GActionMap *map, Studio &studio) {
  add(map, "play", nullptr, [&studio](GVariant *) { studio.play(); });
  add(map, "pause", nullptr, [&studio](GVariant *) { studio.pause(); });
  add(map, "next", nullptr, [&studio](GVariant *) { studio.next(); });
  add(map, "previous", nullptr, [&studio](GVariant *) { studio.previous(); });
  add(map, "play-song", "i", [&studio](GVariant *place) {
    const auto &songs = studio.playlist().songs();
    const auto at = static_cast<std::size_t>(g_variant_get_int32(place)) - 1;
    if (at < songs.size()) studio.play(songs[at]);
  });
  add(map, "seek", "d", [&studio](GVariant *seconds) {
    studio.seek(static_cast<std::int64_t>(g_variant_get_double(seconds) *
                                          nanoseconds_per_second));
  });
}

void add_burning(GActionMap *map, Studio &studio) {
  add(map, "burn", nullptr, [&studio](GVariant *) { studio.burn(); });
  add(map, "cancel", nullptr, [&studio](GVariant *) { studio.cancel(); });
  add(map, "dismiss", nullptr, [&studio](GVariant *) { studio.dismiss(); });
  add_state(
      map, "destination", G_VARIANT_TYPE_STRING, text(""), [&studio](GVariant *path) {
        studio.set_destination(Destination::at(g_variant_get_string(path, nullptr)));
      });
  add_state(
      map, "verify", nullptr, g_variant_new_boolean(FALSE),
      [&studio](GVariant *value) { studio.set_verifying(g_variant_get_boolean(value)); });
}

}  // namespace

void add_actions(GActionMap *map, Studio &studio) {
  add_playing(map, studio);
  add_burning(map, studio);
  add_status(map, "playlist-status", text("empty"));
  add_status(map, "playback-status", text("stopped"));
  add_status(map, "recorders", g_variant_new_strv(nullptr, 0));
  add_status(map, "burn-status", text("idle"));
  add_status(map, "burn-words", text(""));
  publish(map, studio);
  studio.listen([map, &studio](Topic) { publish(map, studio); });
}

}  // namespace player
