/// A report for programs.
#pragma once

#include <string>

#include "report/report.hpp"

namespace redbook {

/// The report as JSON in UTF-8, as report.schema.json has it: lengths and places are
/// blocks, places LBAs, checksums hexadecimal digits as their databases write them.
std::string json_of(const Report &report);

}  // namespace redbook
