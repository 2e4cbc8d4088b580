/// What a report says of a burn.
#pragma once

#include <exception>

#include "messages.hpp"
#include "report/report.hpp"

namespace redbook {

/// How a burn ended that threw `exception`, or null.
Outcome outcome_of(const std::exception_ptr &exception, int tracks_written);

/// The report of a burn that ended now.
Report report_of(const BurnSubject &subject, const Outcome &outcome);

}  // namespace redbook
