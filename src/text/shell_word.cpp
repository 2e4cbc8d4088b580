#include "text/shell_word.hpp"

#include <glib.h>

#include <memory>

namespace redbook {

std::string shell_word(const std::string &word) {
  const std::unique_ptr<char, decltype(&g_free)> text{g_shell_quote(word.c_str()),
                                                      g_free};
  return text.get();
}

}  // namespace redbook
