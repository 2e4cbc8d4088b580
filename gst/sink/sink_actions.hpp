/// The action signals of redbooksink.
#pragma once

#include <glib-object.h>

#include "sink/sink.hpp"

namespace redbook {

/// Adds create-track, close-track, clear, burn and cancel to the class.
void install_actions(GObjectClass *klass, Sink &(*sink_of)(GObject *));

}  // namespace redbook
