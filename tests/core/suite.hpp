/// libcheck, as the core's tests use it.
#pragma once

#include <check.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include "error.hpp"
#include "support.hpp"
#include "test_case.hpp"

/// `call` answers Result::`wanted`.
#define assert_result(call, wanted) \
  ck_assert_str_eq(redbook::name_of(call), redbook::name_of(redbook::Result::wanted))

/// Both lengths are the same.
#define assert_blocks(actual, wanted) ck_assert_int_eq((actual).count(), wanted)
