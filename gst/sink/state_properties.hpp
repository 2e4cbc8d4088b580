/// What can be read of the disc in the making.
#pragma once

#include "sink/property.hpp"

namespace redbook {

/// IMAPI's counters, and the findings.
Properties state_properties();

}  // namespace redbook
