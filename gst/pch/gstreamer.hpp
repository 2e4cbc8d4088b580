// Read once for all files, as in src/pch.
#include <gst/gst.h>

#include "../../src/pch/standard.hpp"
