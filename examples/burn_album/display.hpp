/// What the user sees of the work.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "album.hpp"
#include "arguments.hpp"
#include "failure.hpp"
#include "room.hpp"

namespace burn_album {

enum class Stage { staging, erasing, burning, closing, verifying };

/// "staging", "burning", ...
const char *name_of(Stage stage);

/// How far it is. In blocks; of erasing in seconds.
struct Progress {
  Stage stage = Stage::staging;
  std::string device{};   ///< which one, where there are several, or several copies
  std::size_t track = 0;  ///< 0: of no single track
  std::int64_t done = 0;
  std::int64_t total = 0;    ///< 0: not known
  double seconds_left = -1;  ///< negative: not known
};

/// A track is on its way as far as this.
struct TrackDone {
  Stage stage = Stage::staging;
  std::string device{};
  std::size_t track = 0;
  std::int64_t blocks = 0;
  std::string title{};
};

/// Called by the main thread alone.
class Display {
 public:
  virtual ~Display() = default;

  /// What is to be burned, before anything is.
  virtual void list(const Album &album, const Room &room) = 0;
  virtual void begin(Stage stage, const std::string &device) = 0;
  virtual void show(const Progress &progress) = 0;
  virtual void show(const TrackDone &done) = 0;
  virtual void warn(const std::string &sentence) = 0;
  /// `reason`: why the one in the drive won't do; may be empty.
  virtual void ask_for_disc(const std::string &device, const std::string &reason) = 0;
  /// The last call: how it went.
  virtual void end(ExitCode code, const std::string &sentences) = 0;
};

/// A bar where stdout is a terminal, else plain lines; or lines of JSON.
std::unique_ptr<Display> new_display(const Arguments &arguments);

}  // namespace burn_album
