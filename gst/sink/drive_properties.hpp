/// What is asked of a drive, and what it tells.
#pragma once

#include "sink/property.hpp"

namespace redbook {

Properties drive_properties();

}  // namespace redbook
