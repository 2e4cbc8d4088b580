/// What is known of a report before the burn, as JSON.
#pragma once

#include "report/report.hpp"
#include "text/json_fields.hpp"

namespace redbook {

Json json_of(const ReportDraft &draft);

/// Throws Error where it is none. `where`: what it is called then.
ReportDraft report_draft_of(const Json &object, const std::string &where);

}  // namespace redbook
