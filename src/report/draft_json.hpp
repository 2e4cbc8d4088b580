/// What is known of a report before the burn, as JSON.
#pragma once

#include "report/report.hpp"
#include "text/json_value.hpp"

namespace redbook {

void list_members(const JsonValue &json, ReportDraft &draft);

}  // namespace redbook
