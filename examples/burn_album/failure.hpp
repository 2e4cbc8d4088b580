/// How the program ends.
#pragma once

#include <stdexcept>
#include <string>

namespace burn_album {

/// For scripts; 130 is what a shell makes of SIGINT, and so what scripts look for.
enum class ExitCode {
  done = 0,
  input = 1,         ///< the command line or the music won't do: nothing was burned
  burn = 2,          ///< the drive, its disc or the image failed
  verification = 3,  ///< burned, and not what it should be
  cancelled = 130,
};

/// Ends the program. `what()` is for the user: sentences with a full stop.
class Failure : public std::runtime_error {
 public:
  Failure(ExitCode code, const std::string &sentences)
      : std::runtime_error{sentences}, code_{code} {}

  ExitCode code() const noexcept { return code_; }

 private:
  ExitCode code_;
};

/// What is said of a file that GStreamer gives up: a sentence without its subject, and
/// GStreamer's own.
inline std::string undecodable(const std::string &words) {
  return "can't be decoded. The decoder says: " + words;
}

/// What is wrong with what the user gave.
inline Failure input_failure(const std::string &sentences) {
  return {ExitCode::input, sentences};
}

}  // namespace burn_album
