/// One run: from the paused pipeline to the end of the burn.
#pragma once

#include <optional>
#include <string>

#include "album.hpp"
#include "arguments.hpp"
#include "display.hpp"
#include "gate.hpp"
#include "narrator.hpp"
#include "owned.hpp"
#include "pipeline.hpp"

namespace burn_album {

/// How it went.
struct Outcome {
  ExitCode code = ExitCode::done;
  std::string sentences{};
};

class Session {
 public:
  /// All must outlive it.
  Session(const Arguments &arguments, const Album &album, Display &display);

  /// Shows the tracks and makes the disc. Throws Failure where it does not begin.
  Outcome run();

 private:
  void prepare();
  void watch_bus();
  void work();

  void take(GstMessage *message);
  void take_error(GstMessage *message);
  void take_warning(GstMessage *message);
  void look_at_gate();
  void take_element(GstMessage *message);
  void take_end_of_burn();
  void take_end_of_music();
  void look_for_stall();

  std::size_t wanted_discs() const;
  void cancel();
  Outcome cancelled() const;
  Outcome success() const;
  std::string words_of_success() const;
  /// Unless something else ends it before.
  void end_after(guint seconds);
  void end(Outcome outcome);

  const Arguments &arguments_;
  const Album &album_;
  Display &display_;
  Pipeline pipeline_;
  Gate gate_;
  Room room_{};
  std::optional<Narrator> narrator_{};
  OwnedLoop loop_{g_main_loop_new(nullptr, FALSE)};
  std::size_t burns_ended_ = 0;
  bool is_cancelled_ = false;
  bool has_warned_ = false;
  std::optional<Outcome> outcome_{};
};

}  // namespace burn_album
