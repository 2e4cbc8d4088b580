/// Between the decoded music and the burn.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "album.hpp"

namespace burn_album {

/// Sees each message in the moment it is posted, and so has the music judged when all of
/// it is decoded and none is burned: a file that failed, or brought less than it
/// announced, calls the burn off.
class Gate {
 public:
  /// `sink` must outlive it.
  Gate(const Album &album, bool ignores_damage, GstElement *sink);

  /// Called by whatever thread posts the message, before the main thread has it.
  void see(GstMessage *message);

  /// Discs that were made, up to now.
  std::size_t completed_burns() const { return completed_burns_; }
  /// Why there is no burn: sentences. Nothing: it is let through, or is still to come.
  std::optional<std::string> refusal() const;
  /// Sentences on files that are damaged, and burned all the same.
  std::vector<std::string> warnings() const;

 private:
  struct Staged {
    std::int64_t start = 0;  ///< blocks from the beginning of the disc
    std::int64_t blocks = 0;
  };

  void see_element(const GstStructure *structure);
  void see_staged(const GstStructure *structure);
  void judge();
  std::vector<std::string> damage() const;
  std::vector<std::string> damage_of_files() const;
  std::vector<std::string> damage_of_whole() const;
  std::vector<std::string> damage_of_sheet() const;

  const Album &album_;
  const bool ignores_damage_;
  GstElement *const sink_;
  std::atomic<bool> has_failed_ = false;
  std::atomic<bool> is_judged_ = false;
  std::atomic<std::size_t> completed_burns_ = 0;
  mutable std::mutex mutex_;  // guards the rest
  std::vector<Staged> staged_;
  std::optional<std::string> refusal_;
  std::vector<std::string> warnings_;
};

}  // namespace burn_album
