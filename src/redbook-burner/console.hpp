// SPDX-License-Identifier: GPL-2.0-or-later
/// A burn as somebody at a terminal, or a log file, is told of it.
#pragma once

#include <cstdio>
#include <string>

#include "drive/burn_observer.hpp"

namespace redbook {

/// Writes a bar that moves where `out` is a terminal, and else a line for each step.
class Console : public BurnObserver {
 public:
  /// `tracks`, `length`: of the disc that is burned; 0 where it is only erased.
  Console(std::FILE *out, bool simulated, std::size_t tracks = 0, Blocks length = {});

  void found(const Finding &finding) noexcept override;
  void erasing(std::chrono::seconds elapsed,
               std::chrono::seconds total) noexcept override;
  void chosen(const char *write_mode, int write_speed) noexcept override;
  void preparing(std::chrono::seconds estimated) noexcept override;
  void tracks_written(int written) noexcept override;
  void blocks_written(Blocks written) noexcept override;
  void buffer_filled(int percent) noexcept override { buffer_percent_ = percent; }
  void closing(std::chrono::seconds estimated) noexcept override;
  void verified(Blocks completed, Blocks total) noexcept override;

  /// Whether the burn is over, and the disc being verified.
  bool is_verifying() const noexcept { return verifying_; }

  /// Ends a bar that stands there.
  void end_bar() noexcept;

 private:
  void say(const std::string &line) noexcept;
  void draw(const std::string &bar) noexcept;

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
