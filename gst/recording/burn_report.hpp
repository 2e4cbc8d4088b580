/// What a report says of a burn.
#pragma once

#include "bus/messages.hpp"
#include "recording/settings.hpp"
#include "report/report.hpp"

namespace redbook {

/// Where reports are wanted, absolute; empty: nowhere. Throws Error where they could not
/// be written.
std::string checked_report_location(const Settings &settings);

/// The report of a burn that ended now.
Report report_of(const BurnSubject &subject, const Outcome &outcome);

}  // namespace redbook
