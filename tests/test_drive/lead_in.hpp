#pragma once

#include "test_drive/medium.hpp"

namespace redbook::drive {

/// Records the TOC of a session that is now closed, as Q frames, and its
/// lead-out.
void write_lead_in(Medium &, int session, const QSpeller &);

}  // namespace redbook::drive
