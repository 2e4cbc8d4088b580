#include "display.hpp"

#include <unistd.h>

#include "bar_display.hpp"
#include "json_display.hpp"
#include "line_display.hpp"

namespace burn_album {

const char *name_of(Stage stage) {
  switch (stage) {
    case Stage::staging: return "staging";
    case Stage::erasing: return "erasing";
    case Stage::burning: return "burning";
    case Stage::closing: return "closing";
    case Stage::verifying: return "verifying";
  }
  return "";
}

std::unique_ptr<Display> new_display(const Arguments &arguments) {
  if (arguments.json) return std::make_unique<JsonDisplay>();
  if (::isatty(STDOUT_FILENO) == 1) return std::make_unique<BarDisplay>(arguments);
  return std::make_unique<LineDisplay>(arguments);
}

}  // namespace burn_album
