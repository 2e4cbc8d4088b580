// SPDX-License-Identifier: GPL-2.0-or-later
/// A burn as somebody at a terminal, or a log file, is told of it.
#pragma once

#include <cstdio>
#include <string>

#include "drive/burn_event.hpp"

namespace redbook {

/// Writes a bar that moves if `out` is a terminal, and else a line for each step.
class Console : public BurnObserver {
 public:
  /// `tracks`, `length`: of the disc that is burned; 0 if it is only erased.
  Console(std::FILE *out, bool simulated, std::size_t tracks = 0, Blocks length = {});

  void on(const BurnEvent &event) noexcept override;

  /// Whether the burn is over, and the disc being verified.
  bool is_verifying() const noexcept { return verifying_; }

  /// Ends a bar that stands there.
  void end_bar() noexcept;

 private:
  void say(const std::string &line) noexcept;
  void draw(const std::string &bar) noexcept;
  void show(const event::Found &event);
  void show(const event::Erasing &event);
  void show(const event::Chosen &event);
  void show(const event::Preparing &event);
  void show(const event::TracksWritten &event);
  void show(const event::BlocksWritten &event);
  void show(const event::BufferFilled &event) { buffer_percent_ = event.percent; }
  void show(const event::Closing &event);
  void show(const event::Verified &event);
  template <typename OfPlayer>
  void show(const OfPlayer &) {}

  std::FILE *out_;
  bool terminal_;
  bool simulated_;
  std::size_t tracks_;
  Blocks length_;
  int written_ = 0;
  int buffer_percent_ = -1;
  bool erasing_told_ = false;
  bool verifying_ = false;
  std::string bar_;
};

}  // namespace redbook
