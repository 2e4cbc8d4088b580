// Runs tests by gst-check, with a monitor on every pad if REDBOOK_MONITOR_PADS is set.
#include <gst/check/gstcheck.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include <cstdlib>

#include "pad_monitor.hpp"
#include "runner.hpp"

using namespace redbook::test;

static std::vector<TestCase> known;  // gst-check gives a test nothing but a number

static void run_known(int number) {
  const auto &test = known[static_cast<std::size_t>(number)];
  tcase_fn_start(test.name, test.path, test.line);
  for (int i = 0; i < test.repeats; ++i) test.body(i);
  gst_task_cleanup_all();
}

static int run_by_gst_check(const char *name, const std::vector<TestCase> &tests) {
  gst_check_init(nullptr, nullptr);
  if (std::getenv("REDBOOK_MONITOR_PADS")) monitor_pads();
  known = tests;
  auto *suite = suite_create(name);
  auto *all = tcase_create(name);
  suite_add_tcase(suite, all);
  tcase_set_timeout(all, 20);
  for (int i = 0; i < static_cast<int>(tests.size()); ++i)
    _tcase_add_test(all, run_known, tests[static_cast<std::size_t>(i)].name, 0, 0, i,
                    i + 1);
  return gst_check_run_suite(suite, name, name);
}

int main(int argc, char **argv) { return run_chosen(argc, argv, run_by_gst_check); }
