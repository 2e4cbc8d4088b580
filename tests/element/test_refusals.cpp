// What can't be made is refused before any music is taken.
#include "held_burn.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The errors of READY to PAUSED with this location.
std::string refusal_of(const std::string &location) {
  Player player;
  player.set("location", location);
  fail_unless_equals_int(player.set_state(GST_STATE_PAUSED), GST_STATE_CHANGE_FAILURE);
  return player.messages().errors();
}

}  // namespace

REDBOOK_TEST(test_missing_destination_names_the_property) {
  const auto error = refusal_of("");
  fail_unless(error.starts_with("ERROR settings invalid-argument opening: "),
              error.c_str());
  fail_unless(error.find("location") != std::string::npos);
}

REDBOOK_TEST(test_missing_folder_is_an_error_at_the_start) {
  assert_text(refusal_of("/nowhere/at/all/album.cue"),
              "ERROR write file-access opening: The folder for the audio cannot be "
              "written to.\n");
}

REDBOOK_TEST(test_current_folder_that_is_gone_is_an_error_at_the_start) {
  const auto before = std::filesystem::current_path();
  {
    const TempDir gone;
    std::filesystem::current_path(gone.path());
  }

  const auto error = refusal_of("album.cue");

  std::filesystem::current_path(before);
  assert_text(error,
              "ERROR settings invalid-argument opening: The current folder is gone: give "
              "a path that begins with /.\n");
}

REDBOOK_TEST(test_location_that_is_a_folder_is_refused) {
  const TempDir folder;
  const auto error = refusal_of(folder.path().string());
  fail_unless(error.starts_with("ERROR settings invalid-argument opening: "),
              error.c_str());
}

REDBOOK_TEST(test_unknown_ending_is_refused) {
  const auto error = refusal_of("/tmp/album.iso");
  fail_unless(error.starts_with("ERROR settings invalid-argument opening: "),
              error.c_str());
  fail_unless(error.find("image-format") != std::string::npos);
}

REDBOOK_TEST(test_quote_in_the_name_is_refused) {
  const auto error = refusal_of("/tmp/12\".cue");
  fail_unless(error.starts_with("ERROR settings invalid-argument opening: "),
              error.c_str());
}

REDBOOK_TEST(test_name_that_is_too_long_is_refused_at_the_start) {
  const TempDir folder;
  const auto error = refusal_of((folder / (std::string(300, 'x') + ".cue")).string());
  fail_unless(error.find("went wrong in redbooksink itself") == std::string::npos,
              error.c_str());
}

REDBOOK_TEST(test_refused_element_can_be_corrected) {
  Player player;
  player.set("location", "/nowhere/at/all/album.cue");
  player.set_state(GST_STATE_PAUSED);
  player.messages().clear();
  player.set("location", player.image()).play().song();

  player.eos();

  assert_text(player.messages().burns(), burned_story + "EOS\n");
}
