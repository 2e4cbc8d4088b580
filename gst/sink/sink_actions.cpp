#include "sink/sink_actions.hpp"

#include "bus/enums.hpp"
#include "sink/sink.hpp"

namespace redbook {
namespace {

template <typename Action>
gint act(gpointer object, Action &&action) {
  const auto recording = find_sink(G_OBJECT(object)).recording();
  return static_cast<gint>(recording ? action(*recording) : Result::not_opened);
}

gint create_track(gpointer object, guint expected) {
  return act(object, [&](Recording &r) { return r.create_track(Blocks{expected}); });
}

gint close_track(gpointer object) {
  return act(object, [](Recording &r) { return r.close_track(); });
}

gint clear(gpointer object) {
  return act(object, [](Recording &r) { return r.clear(); });
}

gint burn(gpointer object) {
  return act(object, [](Recording &r) { return r.burn(); });
}

gint cancel(gpointer object) {
  return act(object, [](Recording &r) { return r.cancel(); });
}

gint erase(gpointer object, gboolean full) {
  auto &sink = find_sink(G_OBJECT(object));
  return static_cast<gint>(sink.erase(full ? Blanking::full : Blanking::fast));
}

gint eject(gpointer object) {
  return static_cast<gint>(find_sink(G_OBJECT(object)).eject());
}

gint load(gpointer object) {
  return static_cast<gint>(find_sink(G_OBJECT(object)).load());
}

constexpr auto action_flags = GSignalFlags(G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION);

void install(GObjectClass *klass, const char *name, gint (*handler)(gpointer)) {
  g_signal_new_class_handler(name, G_TYPE_FROM_CLASS(klass), action_flags,
                             G_CALLBACK(handler), nullptr, nullptr, nullptr,
                             GST_TYPE_REDBOOK_RESULT, 0);
}

}  // namespace

void install_actions(GObjectClass *klass) {
  /**
   * GstRedbookSink::create-track:
   * @expected_blocks: length that the track is expected to have, or 0
   *
   * Opens a track. Returns: ok, track-open, track-limit, busy or not-opened.
   *
   * Since: 0.1
   */
  g_signal_new_class_handler("create-track", G_TYPE_FROM_CLASS(klass), action_flags,
                             G_CALLBACK(create_track), nullptr, nullptr, nullptr,
                             GST_TYPE_REDBOOK_RESULT, 1, G_TYPE_UINT);

  /**
   * GstRedbookSink::close-track:
   *
   * Closes the open track. One without audio is dropped. Returns: ok, track-not-open,
   * track-not-big-enough, disc-full, busy or not-opened.
   *
   * Since: 0.1
   */
  install(klass, "close-track", close_track);

  /**
   * GstRedbookSink::clear:
   *
   * Drops everything staged, the open track too. Returns: ok, busy or not-opened.
   *
   * Since: 0.1
   */
  install(klass, "clear", clear);

  /**
   * GstRedbookSink::burn:
   *
   * Burns what is staged, in the background; messages tell how it goes. Returns: ok,
   * track-open, invalid-image when nothing is staged, busy or not-opened.
   *
   * Since: 0.1
   */
  install(klass, "burn", burn);

  /**
   * GstRedbookSink::cancel:
   *
   * Asks a burn to stop; redbook-burn-complete comes when it has. The staged audio stays.
   * Returns: ok, not-in-progress or not-opened.
   *
   * Since: 0.1
   */
  install(klass, "cancel", cancel);

  /**
   * GstRedbookSink::erase:
   * @full: all of the medium, which takes as long as a burn; else its table of contents
   *
   * Begins to make the CD-RW in the drive blank; redbook-erase-progress tells how it goes
   * on, redbook-erase-complete how it ended. Returns: ok, busy, or invalid-argument
   * without a device.
   *
   * Since: 0.1
   */
  g_signal_new_class_handler("erase", G_TYPE_FROM_CLASS(klass), action_flags,
                             G_CALLBACK(erase), nullptr, nullptr, nullptr,
                             GST_TYPE_REDBOOK_RESULT, 1, G_TYPE_BOOLEAN);

  /**
   * GstRedbookSink::eject:
   *
   * Opens the tray of the drive, and waits for it: some seconds. Returns: ok, busy,
   * invalid-argument without a device, or what is wrong with the drive.
   *
   * Since: 0.1
   */
  install(klass, "eject", eject);

  /**
   * GstRedbookSink::load:
   *
   * Closes the tray of the drive, and waits for it: some seconds. Returns as eject.
   *
   * Since: 0.1
   */
  install(klass, "load", load);
}

}  // namespace redbook
