// Programs that are not the redbook-burner they should be.
#include <sys/stat.h>

#include "burn/burner_program.hpp"
#include "remote_burn_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_burner_that_knows_no_verification_is_told) {
  const Burning burning;
  NotingObserver observer;
  DriveBurner burner{burning.stash, burning.remote(), {.verify = Verify::quick}};

  const auto error = error_of([&] { burner.burn(burning.disc, observer, {}); });

  ck_assert(burning.is_burned());
  assert_text(error.what(),
              "The disc is burned, and not verified: the program redbook-burner is too "
              "old. Reinstall redbooksink.");
}

REDBOOK_TEST(test_other_programs_are_told) {
  const struct {
    const char *part, *sentence;
  } parts[] = {
      {"newer",
       "The program redbook-burner is of another version than this one: reinstall "
       "redbooksink."},
      {"garbage",
       "The program redbook-burner says something that makes no sense: reinstall "
       "redbooksink."},
      {"other",
       "What should be redbook-burner is another program: reinstall redbooksink."}};
  for (const auto &[part, sentence] : parts) {
    const Variable fake{"REDBOOK_FAKE", part};

    assert_text(Burning{}.error_of_burn().what(), sentence);

    ck_assert(has_no_children());
  }
}

REDBOOK_TEST(test_program_that_says_nothing_is_ended) {
  const Variable fake{"REDBOOK_FAKE", "mute"};
  Burning burning;
  burning.patience.hello = milliseconds{20};

  const auto error = burning.error_of_burn();

  assert_text(error.what(),
              "The program redbook-burner was started and says nothing: reinstall "
              "redbooksink.");
}

REDBOOK_TEST(test_program_that_ends_at_once_is_told) {
  const Variable program{"REDBOOK_BURNER", "/bin/true"};

  const auto error = Burning{}.error_of_burn();

  assert_text(error.what(),
              "The program redbook-burner ended as soon as it was started: reinstall "
              "redbooksink.");
  assert_text(error.detail(), "exit code 0");
}

REDBOOK_TEST(test_program_that_cannot_be_started_is_told) {
  const TempDir folder;
  write_file(folder / "text", "no program");
  ::chmod((folder / "text").c_str(), 0700);
  const Variable program{"REDBOOK_BURNER", folder / "text"};

  const auto error = Burning{}.error_of_burn();

  assert_text(error.what(),
              "The program redbook-burner, which burns the discs, can't be started: "
              "reinstall redbooksink.");
  assert_text(error.detail(), (folder / "text").string() + ": Exec format error");
}

REDBOOK_TEST(test_chosen_program_that_is_missing_is_told) {
  const Variable program{"REDBOOK_BURNER", "/nowhere/redbook-burner"};

  const auto error = error_of([] { burner_program(); });

  assert_text(error.what(), "REDBOOK_BURNER does not name a program that can be run.");
  assert_text(error.detail(), "/nowhere/redbook-burner");
}
