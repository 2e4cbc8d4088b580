/// A disc that somebody has to put into a drive.
#pragma once

#include <string>

#include "disc/which_disc.hpp"

namespace redbook {

/// Why somebody has to put a disc into a drive. blank: there is none. another: the one
/// that is in it won't do. next: the last burn's was the one before.
enum class Wanted { blank, another, next };

/// `blank`, `another` or `next`.
const char *name_of(Wanted wanted);

struct MediumRequest {
  Wanted wanted = Wanted::blank;
  std::string why{};  ///< what is wrong with the one in the drive, for the user
  WhichDisc which{};
};

}  // namespace redbook
