// Several images that one element makes, one after another.
#include "bin_player.hpp"
#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// An element that makes a disc each time it is played, of another length each.
struct Maker : Player {
  explicit Maker(const std::string &name = "album.cue",
                 const char *element = "redbooksink")
      : Player{element} {
    set("location", folder / name);
  }

  void stage(Blocks length) {
    set_state(GST_STATE_READY);
    rewind();
    messages().clear();
    play().stream().audio(length);
  }
  /// What it is warned of meanwhile.
  std::string make(Blocks length) {
    stage(length);
    eos();
    return messages().warnings();
  }
  Blocks blocks(const std::string &bin) const {
    return Blocks::holding(static_cast<std::int64_t>(contents(folder / bin).size()));
  }
};

constexpr Blocks first{301}, second{302}, third{303};

}  // namespace

REDBOOK_LOOP_TEST(test_discs_are_numbered_where_the_location_has_a_number, 2) {
  constexpr const char *elements[] = {"redbooksink", "redbookbin"};
  const BasePlugins plugins;
  Maker maker{"album-%02d.cue", elements[_i]};

  for (const auto length : {first, second, third}) assert_text(maker.make(length), "");

  assert_text(maker.folder.names(),
              "album-01.bin album-01.cue album-02.bin album-02.cue "
              "album-03.bin album-03.cue ");
  fail_unless(maker.blocks("album-01.bin") == first);
  fail_unless(maker.blocks("album-03.bin") == third);
}

REDBOOK_TEST(test_image_that_the_element_made_is_not_replaced_without_a_word) {
  Maker maker;
  maker.set("report-location", maker.folder / "report.json");

  const auto before = maker.make(first);
  const auto warnings = maker.make(second);

  assert_text(before, "");
  assert_text(
      warnings,
      "WARNING Disc: an image that was made shortly before had the same name. It was "
      "replaced; a location such as album-%02d.cue numbers the images.\n");
  fail_unless(contents(maker.folder / "report.json").find("IMAGE_REPLACED") !=
              std::string::npos);
  fail_unless(maker.blocks("album.bin") == second);
}

REDBOOK_TEST(test_image_of_an_earlier_element_is_replaced_as_ever) {
  Maker maker;
  write_file(maker.folder / "album.cue", "older");

  assert_text(maker.make(first), "");
}

REDBOOK_TEST(test_burns_of_one_staging_are_numbered) {
  Maker maker{"album-%d.cue"};
  maker.set("auto-burn", "false").play().song();
  maker.eos();

  for (const auto *image : {"album-1.bin", "album-2.bin"}) {
    maker.messages().clear();
    assert_text(maker.act("burn"), "ok");
    maker.messages().wait_for("burn-complete result=ok");

    fail_unless(maker.blocks(image) == four_seconds);
  }
}

REDBOOK_TEST(test_further_discs_take_the_next_numbers) {
  Maker maker{"album-%02d.cue"};
  maker.set("on-full", "next-disc").set("capacity", "1000");

  maker.make(Blocks{1500});
  maker.make(first);

  fail_unless(maker.blocks("album-01.bin") == Blocks{1000});
  fail_unless(maker.blocks("album-02.bin") == Blocks{500});
  fail_unless(maker.blocks("album-03.bin") == first);
}

REDBOOK_TEST(test_further_discs_of_adjusted_loudness_take_the_next_numbers) {
  Maker maker{"album-%02d.cue"};
  maker.set("on-full", "next-disc").set("capacity", "1000").set("loudness", "album");

  maker.make(Blocks{2500});

  assert_text(maker.folder.names(),
              "album-01.bin album-01.cue album-02.bin album-02.cue "
              "album-03.bin album-03.cue ");
}

REDBOOK_TEST(test_simulated_disc_takes_no_number) {
  Maker maker{"album-%02d.cue"};
  maker.set("simulate", "true");
  maker.make(first);
  maker.set("simulate", "false");
  maker.make(second);

  assert_text(maker.folder.names(), "album-01.bin album-01.cue ");
}

REDBOOK_TEST(test_disc_that_failed_takes_no_number) {
  Maker maker{"album-%02d.cue"};
  maker.make(first);
  maker.stage(second);
  std::filesystem::create_directory(maker.folder / "album-02.cue");

  maker.eos();
  const auto details = maker.messages().details();
  std::filesystem::remove(maker.folder / "album-02.cue");
  maker.make(third);

  fail_unless(details.find("album-02.cue'") != std::string::npos, "%s", details.c_str());
  fail_unless(maker.blocks("album-02.bin") == third);
}

REDBOOK_TEST(test_percent_sign_that_is_no_number_is_told) {
  Maker maker{"100%.cue"};

  fail_unless_equals_int(maker.set_state(GST_STATE_PAUSED), GST_STATE_CHANGE_FAILURE);

  assert_text(
      maker.messages().errors(),
      "ERROR settings invalid-argument opening: The name of the disc image has a % that is no number: write %02d, once, "
      "where the number of the image goes, and %% for a percent sign.\n");
}
