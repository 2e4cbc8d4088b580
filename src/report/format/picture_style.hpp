/// What pictures and pages look like: light, dark if the reader wants it, and light
/// again on paper. Plain rules only, which viewers that are no browsers know, too.
#pragma once

#include "report/format/markup.hpp"

namespace redbook {

/// Of the drawings.
Markup drawing_style();

/// Of the page around one.
Markup page_style();

}  // namespace redbook
