// Runs tests by libcheck.
#include <check.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include "runner.hpp"

using namespace redbook::test;

static int run_by_check(const char *name, const std::vector<TestCase> &tests) {
  std::vector<TTest> known;  // libcheck keeps their places
  known.reserve(tests.size());
  auto *suite = suite_create(name);
  auto *all = tcase_create(name);
  suite_add_tcase(suite, all);
  for (const auto &test : tests) {
    known.push_back({test.name, test.body, test.path, test.line});
    tcase_add_loop_test(all, &known.back(), 0, test.repeats);
  }
  auto *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failures = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failures;
}

int main(int argc, char **argv) { return run_chosen(argc, argv, run_by_check); }
