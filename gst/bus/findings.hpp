/// What the linter finds, told to applications.
#pragma once

#include "bus/messages.hpp"
#include "disc/finding.hpp"
#include "error.hpp"

namespace redbook {

/// A WARNING for each kind of finding that changed something, its details the first of
/// them.
void tell_of(const Findings &findings, Outbox &outbox);

/// Why no disc can be made, as the findings say.
Error error_of(const Findings &findings);

}  // namespace redbook
