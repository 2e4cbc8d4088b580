/// What went wrong in the pipeline, in words for the user.
#pragma once

#include "album.hpp"
#include "pipeline.hpp"
#include "session.hpp"

namespace burn_album {

/// `message` is one of type ERROR. The file it belongs to is named.
Outcome outcome_of(GstMessage *message, const Pipeline &pipeline, const Album &album);

/// The same of the first error that waits on the bus.
Outcome first_error_of(const Pipeline &pipeline, const Album &album);

}  // namespace burn_album
