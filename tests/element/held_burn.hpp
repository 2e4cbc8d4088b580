/// Burns that stand still until a test lets them go on.
#pragma once

#include <atomic>
#include <functional>

#include "element_support.hpp"

namespace redbook::test {

/// The gate that opens when the element has asked a burn to stop and waits for its
/// thread.
inline std::atomic<Gate *> gate_opened_by_join{nullptr};

/// A burn of one track that stands still where it posts a message; a later one does not.
struct HeldBurn {
  Gate writing;
  Player player;
  std::jthread music;

  explicit HeldBurn(const char *where = "track-progress current-track=0",
                    std::function<void(Player &)> prepare = {}) {
    player.messages().when(where, [this, held = false]() mutable {
      if (!std::exchange(held, true)) writing.pass();
    });
    if (prepare) prepare(player);
    player.play().song();
    music = player.eos_in_background();
    writing.wait_until_reached();
  }
  ~HeldBurn() { gate_opened_by_join = nullptr; }

  /// The burn goes on when it has been asked to stop, not before.
  void open_when_called_off() { gate_opened_by_join = &writing; }
  std::string story() const { return player.messages().burns(); }
};

inline const std::string cancelled_story =
    "preparing-burn total-tracks=1 total-blocks=300 write-mode=image\n"
    "track-progress current-track=0 total-tracks=1\n"
    "burn-complete result=user-abort code=2147746317 tracks-written=0\n";

inline const std::string burned_story =
    "preparing-burn total-tracks=1 total-blocks=300 write-mode=image\n"
    "track-progress current-track=0 total-tracks=1\n"
    "track-progress current-track=1 total-tracks=1\n"
    "closing-disc\n"
    "burn-complete result=ok code=0 tracks-written=1\n";

}  // namespace redbook::test
