/// The properties of redbooksink.
#pragma once

#include <glib-object.h>

namespace redbook {

/// Adds them all to the class.
void install_properties(GObjectClass *klass);

}  // namespace redbook
