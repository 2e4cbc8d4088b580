/// What becomes of sound that could not be burned.
#pragma once

#include <exception>
#include <filesystem>
#include <string>

#include "disc/disc.hpp"
#include "error.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Keeps the sound of a disc whose burn failed, in a folder that redbook-burner burns.
/// Any thread, one at a time.
class Rescue {
 public:
  /// `device`: which the command that burns it shall name.
  explicit Rescue(std::string device) : device_{std::move(device)} {}

  /// To be called when a burn has ended. Returns what the user shall hear: of an Error,
  /// that the sound is kept, where, and which command burns it; else `outcome`. After a
  /// success what an earlier call kept goes.
  std::exception_ptr after(const std::exception_ptr &outcome, const Disc &disc,
                           Stash &stash);

  /// The folder now shares the stash, which must not be written to any more.
  bool keeps_stash() const { return !folder_.empty(); }

 private:
  std::exception_ptr told(const Error &error, const Disc &disc, Stash &stash);
  void forget() noexcept;

  std::string device_;
  std::filesystem::path folder_;
};

}  // namespace redbook
