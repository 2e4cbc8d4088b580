#include "session.hpp"

#include <glib-unix.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

#include "error_message.hpp"
#include "text.hpp"

namespace burn_album {
namespace {

/// A drive has five seconds to stop, and its driver some more to say that it has not.
constexpr guint patience_with_cancelling = 20;

/// EOS follows the end of the last burn at once.
constexpr guint patience_with_end = 5;

}  // namespace

Session::Session(const Arguments &arguments, const Album &album, Display &display)
    : arguments_{arguments},
      album_{album},
      display_{display},
      pipeline_{album, arguments},
      gate_{album, arguments.ignore_damage, pipeline_.sink()} {}

// Paused, the drive and its disc are known, and no track is let through yet.
void Session::prepare() {
  const auto see = [](GstBus *, GstMessage *message, gpointer gate) {
    static_cast<Gate *>(gate)->see(message);
    return GST_BUS_PASS;
  };
  gst_bus_set_sync_handler(pipeline_.bus().get(), see, &gate_, nullptr);
  if (!pipeline_.pause()) {
    const auto outcome = first_error_of(pipeline_, album_);
    throw Failure{outcome.code, outcome.sentences};
  }
  room_ = room_for(album_, arguments_, pipeline_.capacity_blocks());
  narrator_.emplace(display_, room_.used);
  display_.list(album_, room_);
  for (const auto &remark : album_.remarks) display_.warn(remark);
  if (room_.left() >= 0 || arguments_.overburn) return;
  if (room_.is_guess)
    display_.warn(
        "The music may be too long for the disc: some files don't tell how long they are.");
  else
    throw input_failure("The music is " + minutes(-room_.left()) +
                        " too long for the disc. Nothing was burned.");
}

void Session::watch_bus() {
  const auto take = [](GstBus *, GstMessage *message, gpointer self) -> gboolean {
    static_cast<Session *>(self)->take(message);
    return G_SOURCE_CONTINUE;
  };
  gst_bus_add_watch(pipeline_.bus().get(), take, this);
}

// The first signal cancels. Then the system's own way with them is back: another one ends
// the program at once.
void Session::work() {
  const auto cancel = [](gpointer self) -> gboolean {
    static_cast<Session *>(self)->cancel();
    return G_SOURCE_REMOVE;
  };
  for (const int number : {SIGINT, SIGTERM, SIGHUP})
    g_unix_signal_add(number, cancel, this);
  watch_bus();
  const auto look = [](gpointer self) -> gboolean {
    static_cast<Session *>(self)->look_for_stall();
    return G_SOURCE_CONTINUE;
  };
  g_timeout_add_seconds(1, look, this);
  pipeline_.play();
  if (!outcome_) g_main_loop_run(loop_.get());
  gst_bus_remove_watch(pipeline_.bus().get());
  pipeline_.stop();
  // What was complete before it could be cancelled is no worse for it.
  if (is_cancelled_ && gate_.completed_burns() == wanted_discs()) outcome_ = success();
}

Outcome Session::run() {
  prepare();
  if (arguments_.list) return {};
  work();
  return *outcome_;
}

void Session::take(GstMessage *message) {
  switch (GST_MESSAGE_TYPE(message)) {
    case GST_MESSAGE_ERROR: return take_error(message);
    case GST_MESSAGE_WARNING: return take_warning(message);
    case GST_MESSAGE_ELEMENT: return take_element(message);
    case GST_MESSAGE_PROGRESS: return look_at_gate();
    case GST_MESSAGE_EOS: return take_end_of_music();
    default: return;
  }
}

void Session::take_error(GstMessage *message) {
  end(is_cancelled_ ? cancelled() : outcome_of(message, pipeline_, album_));
}

void Session::take_warning(GstMessage *message) {
  GError *error = nullptr;
  gst_message_parse_warning(message, &error, nullptr);
  const OwnedError owned{error};
  display_.warn(error->message);
}

// It judged in the moment in which redbooksink told that all is staged.
void Session::look_at_gate() {
  if (const auto refusal = gate_.refusal()) return end({ExitCode::input, *refusal});
  if (!std::exchange(has_warned_, true))
    for (const auto &sentence : gate_.warnings()) display_.warn(sentence);
}

void Session::take_element(GstMessage *message) {
  const auto *structure = gst_message_get_structure(message);
  narrator_->tell(structure);
  if (gst_structure_has_name(structure, "redbook-burn-complete")) take_end_of_burn();
}

// Whoever waits for a disc, or a drive, says so.
void Session::look_for_stall() {
  if (is_cancelled_ || narrator_->is_waiting_for_disc())
    return pipeline_.stall_watch().excuse();
  if (const auto source = pipeline_.stall_watch().tick())
    end({ExitCode::input,
         album_.sources[*source].name +
             " can't be decoded: its sound does not go on, and no reason is given.\nNothing was burned."});
}

// Of one disc. One that failed is an error, which comes when the others are done.
void Session::take_end_of_burn() {
  ++burns_ended_;
  const auto drives = std::max<std::size_t>(1, arguments_.devices.size());
  if (is_cancelled_ && burns_ended_ >= drives) return end(cancelled());
  if (gate_.completed_burns() == wanted_discs()) end_after(patience_with_end);
}

std::size_t Session::wanted_discs() const {
  return std::max<std::size_t>(1, arguments_.devices.size()) * arguments_.copies;
}

void Session::take_end_of_music() {
  if (burns_ended_ == 0) return end({ExitCode::input, "There is no music to burn."});
  end(success());
}

void Session::cancel() {
  is_cancelled_ = true;
  if (!pipeline_.cancel()) return end(cancelled());
  end_after(patience_with_cancelling);
}

// What was decoded is gone with the pipeline; a disc is not.
Outcome Session::cancelled() const {
  const bool on_drive = !arguments_.devices.empty() && !arguments_.simulate;
  if (!on_drive || !narrator_->has_written())
    return {ExitCode::cancelled, "Cancelled. Nothing was written, and nothing is kept."};
  if (narrator_->stage() == Stage::verifying)
    return {ExitCode::cancelled, "Cancelled. The disc is burned, and not verified."};
  return {
      ExitCode::cancelled,
      "Cancelled. The disc was being written: it is spoilt, unless it is a CD-RW, which --blank fast erases. Nothing else is kept."};
}

Outcome Session::success() const { return {ExitCode::done, words_of_success()}; }

std::string Session::words_of_success() const {
  if (arguments_.simulate) return "The simulation went well. Nothing was written.";
  if (!arguments_.output.empty()) return arguments_.output + " is written.";
  const auto discs = arguments_.devices.size() * arguments_.copies;
  const bool verified = narrator_->stage() == Stage::verifying;
  return (discs == 1 ? "The disc is burned"
                     : "All " + counted(discs, "disc") + " are burned") +
         std::string{verified ? " and verified." : "."};
}

void Session::end_after(guint seconds) {
  const auto end = [](gpointer data) -> gboolean {
    auto *self = static_cast<Session *>(data);
    self->end(self->is_cancelled_ ? self->cancelled() : self->success());
    return G_SOURCE_REMOVE;
  };
  g_timeout_add_seconds(seconds, end, this);
}

// What ended it first is what the user is told.
void Session::end(Outcome outcome) {
  if (!outcome_) outcome_ = std::move(outcome);
  g_main_loop_quit(loop_.get());
}

}  // namespace burn_album
