#pragma once

#include <functional>

#include "test_drive/fault_plan.hpp"
#include "test_drive/workings.hpp"

namespace redbook::drive {

using CarryOut = std::function<Reply(const Command &)>;

/// Brings a fault about; `carry_out` does what the command asks for.
Reply inject_fault(const Fault &, Workings &, const Command &, const CarryOut &carry_out);

}  // namespace redbook::drive
