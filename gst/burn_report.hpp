/// What a report says of a burn.
#pragma once

#include "messages.hpp"
#include "report/report.hpp"

namespace redbook {

/// The report of a burn that ended now.
Report report_of(const BurnSubject &subject, const Outcome &outcome);

}  // namespace redbook
