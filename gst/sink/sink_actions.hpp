/// The action signals of redbooksink.
#pragma once

#include <glib-object.h>

namespace redbook {

/// Adds them all to the class.
void install_actions(GObjectClass *klass);

}  // namespace redbook
