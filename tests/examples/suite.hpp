/// libcheck, as the player's tests use it.
#pragma once

#include <check.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include <gst/gst.h>

#include <string>

#include "test_case.hpp"

/// Both texts are the same, whole.
#define assert_text(actual, wanted)                  \
  do {                                               \
    const std::string is{actual};                    \
    const std::string should_be{wanted};             \
    ck_assert_str_eq(is.c_str(), should_be.c_str()); \
  } while (0)
