/// libcheck, as the player's tests use it.
#pragma once

#include <check.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include <gst/gst.h>

#include "test_case.hpp"
