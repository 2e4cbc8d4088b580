/// A report for people.
#pragma once

#include <string>

#include "report/report.hpp"

namespace redbook {

/// What json_of() says, as tables and sentences in UTF-8. Times are mm:ss.ff, places
/// counted from LBA 0.
std::string text_of(const Report &report);

}  // namespace redbook
