/// What a rule of the Red Book has to say of a disc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "enum_words.hpp"
#include "error.hpp"

namespace redbook {

/// note: odd, and left as it is. warning: something was changed or left out. error: no
/// disc can be made of it.
enum class Severity { note = 0, warning = 1, error = 2 };
template <>
inline constexpr auto words<Severity> = std::array{"note", "warning", "error"};

/// One finding. Its name is fixed; programs may branch on it.
struct Finding {
  std::string name;  ///< such as MCN_CHECKSUM
  Severity severity = Severity::note;
  int track = 0;         ///< 0: the disc
  std::string sentence;  ///< what is the matter, for the user, with a full stop
  std::string action;    ///< what was done about it, with a full stop; empty for an error
  std::uint32_t code = 0;  ///< IMAPI's, if it has one

  bool operator==(const Finding &) const = default;
};

using Findings = std::vector<Finding>;

/// The name of the finding that a disc was read back, and is what was staged.
inline constexpr auto verified_finding = "VERIFIED";

bool is_verified(const Findings &findings);

/// "Track 3: its ISRC ... It was left out."
std::string sentence_of(const Finding &);

/// Why no disc can be made: all errors among `findings`, of which there is one at least.
Error error_of(const Findings &findings);

}  // namespace redbook
