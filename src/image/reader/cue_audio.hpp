/// Which audio belongs to which track of a cue sheet.
#pragma once

#include <map>
#include <vector>

#include "image/reader/sheet.hpp"

namespace redbook {

/// An INDEX: where in which file what begins.
struct CueIndex {
  std::size_t track = 0;  ///< counted from 0
  int number = 0;
  std::size_t file = 0;
  Blocks time{};  ///< from the start of the file
  int line = 0;
};

/// The places of a cue sheet as they are read, and in the end the stretches between them.
class CueAudio {
 public:
  /// Throws Error if the indexes of a track or the times in a file do not rise.
  void add_index(const CueIndex &index, const SheetPlace &place);

  /// Silence before the audio of a track, none of whose indexes may have come yet.
  void add_pregap(std::size_t track, Blocks length, const SheetPlace &place);
  /// Silence behind it.
  void add_postgap(std::size_t track, Blocks length) { postgaps_[track] = length; }

  /// Gives the tracks of `sheet` their stretches and marks. Throws Error if one has no
  /// INDEX 01.
  void divide(Sheet &sheet, const SheetPlace &place);

 private:
  static void add_silence(Blocks length, int line, SheetTrack &track);
  void add_audio(const CueIndex &from, const CueIndex &to, SheetTrack &track) const;
  void begin(const CueIndex &index, Sheet &sheet);
  void check(const Sheet &sheet, const SheetPlace &place) const;

  std::vector<CueIndex> indexes_;
  std::map<std::size_t, Blocks> pregaps_;  // by track
  std::map<std::size_t, Blocks> postgaps_;
};

}  // namespace redbook
