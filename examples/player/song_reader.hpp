/// Finds out what is in files.
#pragma once

#include <gst/pbutils/pbutils.h>

#include <functional>
#include <string>

#include "handles.hpp"
#include "song.hpp"

namespace player {

/// Reads titles, performers and lengths, one file after another, in the background.
class SongReader {
 public:
  using Found = std::function<void(const SongFacts &)>;

  /// `found` is called on the main loop.
  explicit SongReader(Found found);
  ~SongReader();
  SongReader(const SongReader &) = delete;
  SongReader &operator=(const SongReader &) = delete;

  void read(const std::string &uri);

 private:
  static void take(GstDiscoverer *, GstDiscovererInfo *info, GError *, SongReader *self);

  Found found_;
  Owned<GstDiscoverer> discoverer_;
};

}  // namespace player
