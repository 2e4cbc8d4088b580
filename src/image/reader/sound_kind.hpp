/// Kinds of sound files, by how they begin.
#pragma once

#include <cstddef>
#include <string_view>

namespace redbook {

/// So many bytes tell the kind of a file.
inline constexpr std::size_t kind_bytes = 8;

/// The kind of a file that begins with `bytes`: "FLAC". Empty: none that is known; raw
/// sound is none.
std::string_view kind_of_sound(std::string_view bytes);

}  // namespace redbook
