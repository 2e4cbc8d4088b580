#include "text/uri.hpp"

#include <glib.h>

#include <memory>

namespace redbook {
namespace {

using OwnedText = std::unique_ptr<char, decltype(&g_free)>;

}  // namespace

bool is_uri(const std::string &text) {
  const OwnedText scheme{g_uri_parse_scheme(text.c_str()), g_free};
  return scheme && scheme.get()[0] != '\0' && scheme.get()[1] != '\0';
}

std::string percent_decoded(const std::string &text) {
  const OwnedText decoded{g_uri_unescape_string(text.c_str(), nullptr), g_free};
  return decoded ? decoded.get() : text;
}

}  // namespace redbook
