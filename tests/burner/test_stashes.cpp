// Stashes that redbook-burner is given.
#include <sys/wait.h>

#include "core/saving.hpp"
#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Runs redbook-burner; what it says is in `said` of the rig's folder.
int redbook_burner(const Rig &rig, const std::string &words) {
  const auto said = (rig.folder() / "said").string();
  const auto command =
      std::string{std::getenv("REDBOOK_BURNER")} + ' ' + words + " >" + said + " 2>&1";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string said(const Rig &rig) { return contents(rig.folder() / "said"); }

}  // namespace

START_TEST(test_stash_is_burned_bit_for_bit) {
  Rig rig;
  Saving saving;

  const int code = redbook_burner(rig, "--device /dev/sr0 " + saving.folder.string());

  ck_assert_msg(code == 0, "%s", said(rig).c_str());
  ck_assert(rig.recorded(saving.disc.length()) == counting_sound(saving.disc.length()));
  ck_assert(rig.medium().catalogue().finalised);
}
END_TEST

START_TEST(test_damaged_stash_leaves_the_medium_blank) {
  Rig rig;
  Saving saving;
  std::filesystem::remove(saving.journal());

  const int code = redbook_burner(rig, "--device /dev/sr0 " + saving.folder.string());

  ck_assert_int_eq(code, 5);
  assert_text(said(rig), "redbook-burner: The journal of the stash can't be read.\n(" +
                             saving.journal().string() +
                             ": No such file or directory)\n");
  ck_assert(rig.medium().catalogue().blank());
}
END_TEST

int main() {
  return run_at_once("stashes", {test_stash_is_burned_bit_for_bit,
                                 test_damaged_stash_leaves_the_medium_blank});
}
