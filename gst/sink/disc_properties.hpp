/// What is asked of a disc, wherever it goes.
#pragma once

#include "sink/property.hpp"

namespace redbook {

Properties disc_properties();

}  // namespace redbook
