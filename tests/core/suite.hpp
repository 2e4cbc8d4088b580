/// libcheck, as the core's tests use it.
#pragma once

#include <check.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include <initializer_list>
#include <string>

#include "error.hpp"
#include "support.hpp"

/// `call` answers Result::`wanted`.
#define assert_result(call, wanted) \
  ck_assert_str_eq(redbook::name_of(call), redbook::name_of(redbook::Result::wanted))

/// Both texts are the same, whole.
#define assert_text(actual, wanted)                  \
  do {                                               \
    const std::string is{actual};                    \
    const std::string should_be{wanted};             \
    ck_assert_str_eq(is.c_str(), should_be.c_str()); \
  } while (0)

/// Both lengths are the same.
#define assert_blocks(actual, wanted) ck_assert_int_eq((actual).count(), wanted)

namespace redbook::test {

/// Runs the tests of one file; the exit code of main().
inline int run(const char *name, std::initializer_list<const TTest *> tests) {
  const TempDir left_behind;  // by tests that failed, whose destructors do not run
  ::setenv("TMPDIR", left_behind.path().c_str(), 1);
  ::setenv("XDG_CACHE_HOME", (left_behind / "cache").c_str(), 1);
  auto *suite = suite_create(name);
  auto *all = tcase_create(name);
  for (const auto *test : tests) tcase_add_test(all, test);
  suite_add_tcase(suite, all);
  auto *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failures = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failures == 0 ? 0 : 1;
}

}  // namespace redbook::test
