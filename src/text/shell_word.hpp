/// Commands for people to copy.
#pragma once

#include <string>

namespace redbook {

/// `word` so that a shell takes it for one, whatever is in it.
std::string shell_word(const std::string &word);

}  // namespace redbook
