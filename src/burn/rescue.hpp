/// What becomes of audio that could not be burned.
#pragma once

#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "disc/disc_parts.hpp"
#include "error.hpp"
#include "handle.hpp"
#include "image/image_format.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Keeps the audio of a disc whose burn failed, in a folder that redbook-burner makes the
/// disc of. Any thread, one at a time.
class Rescue {
 public:
  /// Of a burn on `device`: kept in the cache folder.
  explicit Rescue(const std::string &device);

  /// Of an image: kept beside it, where that costs no copy, or else in the cache folder.
  explicit Rescue(const ImageFiles &files);

  /// To be called when a burn of `part` of `disc` has ended. Returns what the user shall
  /// hear: of an Error, that the audio is kept, where, and which command makes the disc
  /// of it; else `outcome`. After a success what an earlier call kept of this stash goes.
  std::exception_ptr after(const std::exception_ptr &outcome, const Disc &disc,
                           Stash &stash, const PartOfSet &part);

  /// The same where the audio is in the user's own `folder` all the time.
  std::exception_ptr pointing_to(const std::filesystem::path &folder,
                                 const std::exception_ptr &outcome,
                                 const PartOfSet &part) const;

  /// The folder now shares the stash of the last burn, which must not be written to any
  /// more.
  bool keeps_stash() const { return !folder_.empty(); }

 private:
  std::exception_ptr told(const Error &error, const Disc &disc, Stash &stash,
                          const PartOfSet &part);
  void keep(const Disc &disc, Stash &stash);
  void release_older(const Stash &stash);
  std::string command(const std::filesystem::path &folder, const PartOfSet &part) const;
  void remove() noexcept;
  void release() noexcept;

  std::vector<std::function<std::filesystem::path()>> parents_;  // the best one first
  std::string sentence_;
  std::vector<std::string> before_folder_;        // words of the command
  std::function<std::string(int number)> image_;  // another one, for each disc of a set
  std::filesystem::path folder_;
  FileDescriptor audio_;  // of the stash that the folder is of
};

}  // namespace redbook
