/// What the executables of tests do: EXECUTABLE [--list | --at-once] [FILE [CASE]]
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "temp_dir.hpp"
#include "test_case.hpp"

namespace redbook::test {

inline std::string file_of(const TestCase &test) {
  return std::filesystem::path{test.path}.stem();
}

/// Runs tests by one of the libraries; how many failed.
using Library = int (*)(const char *name, const std::vector<TestCase> &);

struct Arguments {
  bool list = false;
  bool at_once = false;
  std::string file;  // empty: all
  std::string name;  // empty: all

  Arguments(int argc, char **argv) {
    int next = 1;
    if (next < argc && argv[next] == std::string{"--list"}) list = ++next;
    if (next < argc && argv[next] == std::string{"--at-once"}) at_once = ++next;
    if (next < argc) file = argv[next++];
    if (next < argc) name = argv[next++];
  }
  bool choose(const TestCase &test) const {
    return (file.empty() || file == file_of(test)) && (name.empty() || name == test.name);
  }
};

/// What tests that failed leave behind, whose destructors do not run, goes in the end.
inline bool run_by(Library library, const char *name,
                   const std::vector<TestCase> &tests) {
  const TempDir left_behind;
  ::setenv("TMPDIR", left_behind.path().c_str(), 1);
  ::setenv("XDG_CACHE_HOME", (left_behind / "cache").c_str(), 1);
  return library(name, tests) == 0;
}

/// Each in a process of its own, all at the same time: for those that mostly wait. They
/// end as programs do, for the sanitizers and the coverage to have their say.
inline bool run_at_once(Library library, const char *name,
                        const std::vector<TestCase> &tests) {
  bool good = true;
  for (const auto &test : tests) {
    const auto child = ::fork();
    if (child == 0) std::exit(run_by(library, name, {test}) ? 0 : 1);
    good = good && child > 0;
  }
  int status = 0;
  while (::wait(&status) > 0)
    good = good && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return good;
}

/// The exit code of main(): 0 if all passed, 1 if some failed, 2 if there are none of
/// that name.
inline int run_chosen(int argc, char **argv, Library library) {
  const Arguments arguments{argc, argv};
  std::vector<TestCase> chosen;
  for (const auto &test : test_cases())
    if (arguments.choose(test)) chosen.push_back(test);
  if (chosen.empty()) {
    std::fprintf(stderr, "%s: There are no such tests. --list lists them.\n", argv[0]);
    return 2;
  }
  if (arguments.list) {
    for (const auto &test : chosen)
      std::printf("%s %s\n", file_of(test).c_str(), test.name);
    return 0;
  }
  const auto name = arguments.file.empty() ? "all" : arguments.file.c_str();
  return (arguments.at_once ? run_at_once : run_by)(library, name, chosen) ? 0 : 1;
}

}  // namespace redbook::test
