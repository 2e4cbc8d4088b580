/// Tests that register themselves, by libcheck or gst-check: a file includes one of them.
#pragma once

#include <string>
#include <vector>

namespace redbook::test {

struct TestCase {
  const char *path;  ///< of the source file
  int line;
  const char *name;
  void (*body)(int);
  int repeats;  ///< it is called with 0 to `repeats` - 1
};

/// All of an executable, each file's in their order.
inline std::vector<TestCase> &test_cases() {
  static std::vector<TestCase> all;
  return all;
}

struct Registration {
  explicit Registration(const TestCase &test) { test_cases().push_back(test); }
};

}  // namespace redbook::test

/// Defines a test: REDBOOK_TEST(test_what_holds) { ... }
#define REDBOOK_TEST(name) REDBOOK_LOOP_TEST(name, 1)

/// The same for `repeats` rows of a table; its body sees the row's number as _i.
#define REDBOOK_LOOP_TEST(name, repeats)                             \
  static void name(int);                                             \
  static const redbook::test::Registration name##_registration{      \
      {__FILE__, __LINE__, #name, name, static_cast<int>(repeats)}}; \
  static void name([[maybe_unused]] int _i)

/// Both texts are the same, whole.
#define assert_text(actual, wanted)                  \
  do {                                               \
    const std::string is{actual};                    \
    const std::string should_be{wanted};             \
    ck_assert_str_eq(is.c_str(), should_be.c_str()); \
  } while (0)
