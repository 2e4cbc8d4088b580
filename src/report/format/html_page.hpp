/// A report as a page for browsers.
#pragma once

#include <string>

#include "report/report.hpp"

namespace redbook {

/// A page in UTF-8, HTML and well-formed XML at once, which needs no other file and runs
/// no script: the map of the disc, and what text_of() says as tables.
std::string html_of(const Report &report);

}  // namespace redbook
