/// The words for the values of enumerations, as properties, messages and JSON have them.
#pragma once

#include <array>
#include <cstddef>

namespace redbook {

/// The words of an enumeration, in the order of its values, which count from 0. An
/// enumeration gets them by a specialisation beside it.
template <typename Enumeration>
inline constexpr auto words = nullptr;

template <typename Enumeration>
concept Worded = requires {
  words<Enumeration>.size();
};

template <Worded Enumeration>
constexpr const char *name_of(Enumeration value) {
  return words<Enumeration>[static_cast<std::size_t>(value)];
}

}  // namespace redbook
