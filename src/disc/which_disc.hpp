/// One disc among those that come of one staging.
#pragma once

#include <string>

#include "disc/disc.hpp"

namespace redbook {

/// Which disc it is: the n-th that the music needs, and the n-th copy of it.
struct WhichDisc {
  int disc = 1;
  int discs = 1;
  int copy = 1;
  int copies = 1;
  Blocks capacity = eighty_minutes;  ///< of each, as far as it is known

  bool is_first() const { return disc == 1 && copy == 1; }
  bool is_last() const { return disc == discs && copy == copies; }
  bool operator==(const WhichDisc &) const = default;
};

/// "disc 2 of 3, copy 1 of 2"; empty for a disc that is the only one.
std::string to_string(const WhichDisc &which);

}  // namespace redbook
