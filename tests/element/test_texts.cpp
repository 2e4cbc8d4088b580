// Tags, properties and findings: what a disc is called, and what there is to say of it.
#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The names of all findings, each with a blank behind it.
std::string findings(Player &player) {
  GValue array = G_VALUE_INIT;
  g_value_init(&array, GST_TYPE_ARRAY);
  g_object_get_property(G_OBJECT(player.sink()), "findings", &array);
  std::string names;
  for (guint i = 0; i < gst_value_array_get_size(&array); ++i) {
    const auto *structure = gst_value_get_structure(gst_value_array_get_value(&array, i));
    names += std::string{gst_structure_get_string(structure, "name")} + ' ';
  }
  g_value_unset(&array);
  return names;
}

}  // namespace

ELEMENT_TEST(test_all_tags_of_a_track_reach_the_sheet) {
  Player player;
  player.play().stream().tag(GST_TAG_TITLE, "T").tag(GST_TAG_ARTIST, "A");
  player.tag(GST_TAG_COMPOSER, "C").tag(GST_TAG_ISRC, "us-abc-12-34567");
  player.tag(GST_TAG_EXTENDED_COMMENT, "LYRICIST=L").tag("redbook-copy", "permitted");
  player.sound(four_seconds);

  player.eos();

  assert_text(player.cue(),
              "PERFORMER \"A\"\n"
              "SONGWRITER \"L\"\nREM COMPOSER \"C\"\n"
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n"
              "    FLAGS DCP\n"
              "    TITLE \"T\"\n    PERFORMER \"A\"\n    SONGWRITER \"L\"\n"
              "    REM COMPOSER \"C\"\n    ISRC USABC1234567\n    INDEX 01 00:00:00\n");
}
GST_END_TEST;

ELEMENT_TEST(test_barcode_of_twelve_digits_is_the_catalogue_number) {
  Player player;
  player.play().stream().tag(GST_TAG_EXTENDED_COMMENT, "BARCODE=123456789012");
  player.sound(four_seconds);

  player.eos();

  fail_unless(player.cue().starts_with("CATALOG 0123456789012\n"));
  assert_text(findings(player), "");
}
GST_END_TEST;

ELEMENT_TEST(test_property_wins_over_tags) {
  Player player;
  player.set("media-catalog-number", "4006381333931").set("disc-title", "Mine").play();
  player.stream().tag("redbook-mcn", "1234567890128").tag(GST_TAG_ALBUM, "Theirs");
  player.sound(four_seconds);

  player.eos();

  assert_text(player.cue(), "CATALOG 4006381333931\nTITLE \"Mine\"\n" + plain_cue({0}));
}
GST_END_TEST;

ELEMENT_TEST(test_bad_codes_cost_a_warning_and_no_disc) {
  Player player;
  player.set("media-catalog-number", "1234567890120").play();
  player.stream().tag(GST_TAG_ISRC, "nonsense").sound(four_seconds);

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
  fail_unless_equals_int(player.messages().count("WARNING"), 2);
  assert_text(findings(player), "MCN_CHECKSUM ISRC_SYNTAX ");
}
GST_END_TEST;

ELEMENT_TEST(test_titles_become_packs_of_cdtext) {
  Player player;
  player.set("cd-text", "true").play().stream().tag(GST_TAG_TITLE, "Лебедь");
  player.sound(four_seconds);

  player.eos();

  fail_unless(player.cue().starts_with("CDTEXTFILE \"album.cdt\"\n"));
  assert_text(player.folder.names(), "album.bin album.cdt album.cue ");
  assert_text(findings(player), "CDTEXT_TRANSLITERATED ");
}
GST_END_TEST;

ELEMENT_TEST(test_ending_ddp_makes_a_set) {
  Player player;
  player.set("location", (player.folder / "album.ddp").string()).play().song();

  player.eos();

  fail_unless_equals_uint64(
      std::filesystem::file_size(player.folder / "album.ddp" / "IMAGE.DAT"),
      Blocks{450}.bytes());
  assert_text(player.messages().errors(), "");
}
GST_END_TEST;

ELEMENT_TEST(test_disc_is_posted_with_what_databases_know_it_by) {
  Player player;
  player.play().song();

  player.eos();

  fail_unless_equals_int(
      player.messages().count("tag musicbrainz-discid=..LhIULX3T60E0xwpWrsQY_OU8g-"), 1);
}
GST_END_TEST;

int main(int argc, char **argv) { return run(argc, argv, "texts"); }
