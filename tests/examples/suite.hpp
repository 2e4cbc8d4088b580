/// libcheck, as the player's tests use it.
#pragma once

#include <check.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include <gst/gst.h>

#include <initializer_list>
#include <string>

/// Both texts are the same, whole.
#define assert_text(actual, wanted)                  \
  do {                                               \
    const std::string is{actual};                    \
    const std::string should_be{wanted};             \
    ck_assert_str_eq(is.c_str(), should_be.c_str()); \
  } while (0)

namespace player::test {

/// Runs the tests of one file, each in a process of its own; the exit code of main().
inline int run(const char *name, std::initializer_list<const TTest *> tests) {
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

}  // namespace player::test
