/// What became of texts that could not stay as they were.
#pragma once

#include <string>
#include <vector>

#include "cdtext/spelling.hpp"
#include "cdtext/texts.hpp"

namespace redbook {

/// One text that is not what it was.
struct CdTextChange {
  CdTextPlace place;
  std::string before;  ///< as it came in; may be no UTF-8
  std::string after;
  std::vector<ChangeReason> why;  ///< in the order of ChangeReason
  bool operator==(const CdTextChange &) const = default;
};

/// In a few words: "transliterated".
const char *name_of(ChangeReason);

/// For the user, in UTF-8: The title of track 3 was transliterated: "Лебедь" became
/// "Lebed". Long texts are cut.
std::string to_string(const CdTextChange &);

}  // namespace redbook
