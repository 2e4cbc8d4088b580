/// Pads whose functions somebody else has replaced, as gst-validate does.
#pragma once

namespace redbook::test {

/// From now on the functions of each pad are replaced by some that only call those
/// before, once it is added to an element, or linked without one. What was given to the
/// pad for its own functions is gone by then.
void monitor_pads();

}  // namespace redbook::test
