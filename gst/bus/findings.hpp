/// What the linter finds, told to applications.
#pragma once

#include "bus/messages.hpp"
#include "disc/finding.hpp"

namespace redbook {

/// A WARNING for each kind of finding that changed something, its details the first of
/// them.
void tell_of(const Findings &findings, Outbox &outbox);

}  // namespace redbook
