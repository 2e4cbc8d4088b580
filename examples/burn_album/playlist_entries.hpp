/// What playlists name, as they are written: M3U, PLS and XSPF.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace burn_album {

enum class PlaylistKind { m3u, pls, xspf };

/// One piece of music in a playlist.
struct PlaylistEntry {
  int line = 0;
  /// Paths or URIs of it; the first that is there is meant. Never empty.
  std::vector<std::string> locations{};
};

/// What makes a playlist unreadable: a sentence without its subject.
class PlaylistFault : public std::runtime_error {
 public:
  /// `line` 0: it is of no single one.
  PlaylistFault(int line, const std::string &sentence)
      : std::runtime_error{sentence}, line_{line} {}
  int line() const noexcept { return line_; }

 private:
  int line_;
};

/// The entries of a playlist with this content, in their order. Throws PlaylistFault.
std::vector<PlaylistEntry> entries_in(PlaylistKind kind, const std::string &content);

}  // namespace burn_album
