/// URIs.
#pragma once

#include <string>

namespace redbook {

/// Whether it is a URI: a scheme of two letters at least, and a colon. One letter is a
/// drive of another system.
bool is_uri(const std::string &text);

/// With the characters that `%20` and the like stand for; `text` itself if a `%` of it
/// stands for none.
std::string percent_decoded(const std::string &text);

}  // namespace redbook
