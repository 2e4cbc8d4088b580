/// Descriptions of properties, taken from one class to another.
#pragma once

#include <glib-object.h>

namespace redbook {

/// The same description, free to be installed on another class: GObject has no copy of
/// its own. Of the kinds that redbooksink's properties are; ends the program at others.
GParamSpec *copy_of(GParamSpec *spec);

}  // namespace redbook
