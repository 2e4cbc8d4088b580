/// Where the core's exceptions end.
#pragma once

#include <gst/gst.h>

#include <exception>
#include <utility>

namespace redbook {

/// Posts the exception being handled as an ERROR; a Cancelled is silent. `stage`: what
/// was being done.
void post_current_exception(GstElement *element, const char *stage) noexcept;

/// Runs core code for a virtual method. No exception passes this point. Tells whether the
/// work came to its end.
template <typename Work>
bool guarded(GstElement *element, const char *stage, Work &&work) noexcept {
  try {
    std::forward<Work>(work)();
    return true;
  } catch (...) {
    post_current_exception(element, stage);
    return false;
  }
}

}  // namespace redbook
