// The same for the element's tests.
#include <gst/check/gstcheck.h>
#undef fail

#include <fstream>
#include <sstream>

#include "../../src/pch/standard.hpp"
