#pragma once

#include <functional>

#include "drive/fault_plan.hpp"
#include "drive/workings.hpp"

namespace redbook::drive {

using CarryOut = std::function<Reply(const Command &)>;

/// Brings a fault about; `carry_out` does what the command asks for.
Reply suffer(const Fault &, Workings &, const Command &, const CarryOut &carry_out);

}  // namespace redbook::drive
