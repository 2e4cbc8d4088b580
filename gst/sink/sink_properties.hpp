/// The properties of redbooksink.
#pragma once

#include <glib-object.h>

#include "sink/sink.hpp"

namespace redbook {

/// Installs them all. The class finds its C++ side with `sink_of`.
void install_properties(GObjectClass *klass, Sink &(*sink_of)(GObject *));

}  // namespace redbook
