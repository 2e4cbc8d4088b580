#include "burn/failures.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

std::exception_ptr medium_error(const char *sentence, const char *detail) {
  return std::make_exception_ptr(
      Error{Fault::medium, Result::cannot_write_to_medium, sentence, detail});
}

std::string told(const std::vector<Failure> &failures) {
  const auto error = error_of([&] { std::rethrow_exception(all_in_one(failures)); });
  return std::string{error.what()} + '\n' + error.detail();
}

}  // namespace

REDBOOK_TEST(test_nothing_failed) { ck_assert(all_in_one({}) == nullptr); }

REDBOOK_TEST(test_one_failure_in_the_only_place_stays_as_it_was) {
  assert_text(told({{"", medium_error("It broke.", "LBA 5")}}), "It broke.\nLBA 5");
}

REDBOOK_TEST(test_each_place_is_named) {
  assert_text(told({{"/dev/sr1", medium_error("It broke.", "LBA 5")},
                    {"/dev/sr3, copy 2 of 2", medium_error("It is gone.", "")}}),
              "/dev/sr1: It broke. /dev/sr3, copy 2 of 2: It is gone.\n/dev/sr1: LBA 5");
}

REDBOOK_TEST(test_error_counts_more_than_a_cancelled_burn) {
  const auto cancelled = std::make_exception_ptr(Cancelled{});

  assert_text(told({{"a", cancelled}, {"b", medium_error("It broke.", "")}}),
              "b: It broke.\n");
}

REDBOOK_TEST(test_cancelled_burns_are_a_cancelled_one) {
  const auto cancelled = std::make_exception_ptr(Cancelled{});

  ck_assert(all_in_one({{"a", cancelled}, {"b", cancelled}}) == cancelled);
}
