/// How much room texts take in a drawing, whose fonts nobody knows.
#pragma once

#include <string>
#include <vector>

namespace redbook {

/// About how wide `text` is in a font without serifs of this size, rather more than less.
double width_of(const std::string &text, double font_size);

/// The longest beginning of `text` that is no wider than `room`, with an ellipsis if
/// it was cut; empty if not even one character fits.
std::string fitted(const std::string &text, double font_size, double room);

/// `text` in lines no wider than `room`, broken at blanks, or within words that are
/// wider.
std::vector<std::string> wrapped(const std::string &text, double font_size, double room);

}  // namespace redbook
