/// What becomes of audio that could not be burned.
#pragma once

#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "disc/disc.hpp"
#include "disc/which_disc.hpp"
#include "error.hpp"
#include "handle.hpp"
#include "image/image_format.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// How a burn ended for the user and for its audio.
struct BurnEnd {
  std::exception_ptr outcome{};  ///< what the user shall hear
  /// The stash belongs to somebody else now: nothing may be written to it any more.
  bool keeps_stash = false;
};

/// Whether the last track in a folder is complete. If not, the stash has to be repaired
/// before anything is made of it.
enum class LastTrack { complete, unfinished };

/// Keeps the audio of a disc whose burn failed, in a folder that redbook-burner makes the
/// disc of. Any thread, one at a time.
class Rescue {
 public:
  /// Of a burn on `device`: kept in the cache folder.
  explicit Rescue(const std::string &device);

  /// Of an image: kept beside it if that costs no copy, or else in the cache folder.
  explicit Rescue(const ImageFiles &files);

  /// To be called when a burn of the disc `which` of `whole` has ended. The user shall
  /// hear of an Error that the audio is kept, where, and which command makes the disc of
  /// it; else `outcome`. After a success what an earlier call kept of this stash goes.
  BurnEnd after(const std::exception_ptr &outcome, const Disc &whole, Stash &stash,
                const WhichDisc &which);

  /// The same if the audio is in the user's own `folder` all the time. Returns what the
  /// user shall hear.
  std::exception_ptr pointing_to(const std::filesystem::path &folder,
                                 const std::exception_ptr &outcome,
                                 const WhichDisc &which, LastTrack last_track) const;

 private:
  std::exception_ptr told(const Error &error, const Disc &disc, Stash &stash,
                          const WhichDisc &which);
  bool keeps_stash() const { return !folder_.empty(); }
  void keep(const Disc &disc, Stash &stash);
  void release_older(const Stash &stash);
  std::string command(const std::filesystem::path &folder, const WhichDisc &which) const;
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
