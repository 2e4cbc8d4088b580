/// What is asked for, and what is told of it.
#pragma once

#include <string>
#include <vector>

#include "song.hpp"

namespace player {

/// A disc that is to be made.
struct BurnOrder {
  std::vector<Song> songs{};
  std::string device{};    ///< a drive; or else
  std::string location{};  ///< an image
  bool is_verified = false;
  int capacity = 0;  ///< blocks; 0: what the medium holds
};

enum class BurnStage {
  staging,  ///< decoding, nothing is written yet
  waiting,  ///< for a disc
  burning,
  verifying,
  done,
  cancelled,
  failed
};

inline bool is_over(BurnStage stage) { return stage >= BurnStage::done; }

/// How far a burn is.
struct BurnNews {
  BurnStage stage = BurnStage::staging;
  double fraction = 0;   ///< of this stage
  std::string words{};   ///< what is going on, or how it ended
  std::string advice{};  ///< what to do, where it failed
};

/// As others than people read it.
const char *name_of(BurnStage stage);

}  // namespace player
