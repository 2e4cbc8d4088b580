/// Which destination the settings mean.
#pragma once

#include <memory>

#include "burn/destination.hpp"
#include "settings.hpp"

namespace redbook {

/// Throws Error where they mean none, or where it can't be used.
std::unique_ptr<Destination> destination_of(const Settings &settings);

}  // namespace redbook
