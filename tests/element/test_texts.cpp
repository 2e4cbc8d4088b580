// Tags, properties and findings: what a disc is called, and what there is to say of it.
#include "cdtext/decoder.hpp"
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

/// The titles of each language of the packs in `file`: `English: Disc, One, Two`.
std::string titles_in(const std::filesystem::path &file) {
  const auto bytes = contents(file);
  std::string lines;
  for (const auto &block : decode_cdtext(std::as_bytes(std::span{bytes})).set.blocks) {
    lines += std::string{name_of(block.language)} + ": " + block.disc.title;
    for (const auto &track : block.tracks) lines += ", " + track.texts.title;
    lines += '\n';
  }
  return lines;
}

GstTagList *extended(std::initializer_list<const char *> comments) {
  auto *tags = gst_tag_list_new_empty();
  for (const auto *comment : comments)
    gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, GST_TAG_EXTENDED_COMMENT, comment,
                     nullptr);
  return tags;
}

}  // namespace

REDBOOK_TEST(test_all_tags_of_a_track_reach_the_sheet) {
  Player player;
  player.play().stream().tag(GST_TAG_TITLE, "T").tag(GST_TAG_ARTIST, "A");
  player.tag(GST_TAG_COMPOSER, "C").tag(GST_TAG_ISRC, "us-abc-12-34567");
  player.tag(GST_TAG_EXTENDED_COMMENT, "LYRICIST=L").tag("redbook-copy", "permitted");
  player.audio(four_seconds);

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

REDBOOK_TEST(test_barcode_of_twelve_digits_is_the_catalogue_number) {
  Player player;
  player.play().stream().tag(GST_TAG_EXTENDED_COMMENT, "BARCODE=123456789012");
  player.audio(four_seconds);

  player.eos();

  fail_unless(player.cue().starts_with("CATALOG 0123456789012\n"));
  assert_text(findings(player), "");
}

REDBOOK_TEST(test_property_wins_over_tags) {
  Player player;
  player.set("media-catalog-number", "4006381333931").set("disc-title", "Mine").play();
  player.stream().tag("redbook-mcn", "1234567890128").tag(GST_TAG_ALBUM, "Theirs");
  player.audio(four_seconds);

  player.eos();

  assert_text(player.cue(), "CATALOG 4006381333931\nTITLE \"Mine\"\n" + plain_cue({0}));
}

REDBOOK_TEST(test_bad_codes_cost_a_warning_and_no_disc) {
  Player player;
  player.set("media-catalog-number", "1234567890120").play();
  player.stream().tag(GST_TAG_ISRC, "nonsense").audio(four_seconds);

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
  fail_unless_equals_int(player.messages().count("WARNING"), 2);
  assert_text(findings(player), "MCN_CHECKSUM ISRC_SYNTAX ");
}

REDBOOK_TEST(test_titles_become_packs_of_cdtext) {
  Player player;
  player.set("cd-text", "true").play().stream().tag(GST_TAG_TITLE, "Лебедь");
  player.audio(four_seconds);

  player.eos();

  fail_unless(player.cue().starts_with("CDTEXTFILE \"album.cdt\"\n"));
  assert_text(player.folder.names(), "album.bin album.cdt album.cue ");
  assert_text(findings(player), "CDTEXT_TRANSLITERATED ");
}

REDBOOK_TEST(test_ending_ddp_makes_a_set) {
  Player player;
  player.set("location", (player.folder / "album.ddp").string()).play().song();

  player.eos();

  fail_unless_equals_uint64(
      std::filesystem::file_size(player.folder / "album.ddp" / "IMAGE.DAT"),
      Blocks{450}.bytes());
  assert_text(player.messages().errors(), "");
}

REDBOOK_TEST(test_disc_is_posted_with_what_databases_know_it_by) {
  Player player;
  player.play().song();

  player.eos();

  fail_unless_equals_int(
      player.messages().count("tag musicbrainz-discid=..LhIULX3T60E0xwpWrsQY_OU8g-"), 1);
}

REDBOOK_TEST(test_tags_with_a_language_are_translations) {
  Player player;
  player.set("cd-text", "true").play();
  player.stream().tag(GST_TAG_TITLE, "Night").tag(GST_TAG_LANGUAGE_CODE, "en");
  player.push(gst_event_new_tag(
      extended({"TITLE[de]=Nacht", "ALBUM[de]=Zeiten", "title[fr]=Nuit"})));
  player.audio(four_seconds);

  player.eos();

  assert_text(titles_in(player.folder / "album.cdt"),
              "English: , Night\nGerman: Zeiten, Nacht\nFrench: , Nuit\n");
  assert_text(findings(player), "");
}

REDBOOK_TEST(test_property_chooses_languages_and_their_order) {
  Player player;
  player.set("cd-text", "true").set("cd-text-languages", "fr, de").play();
  player.stream().tag(GST_TAG_TITLE, "Night").tag(GST_TAG_LANGUAGE_CODE, "en");
  player.push(gst_event_new_tag(
      extended({"TITLE[de]=Nacht", "TITLE[fr]=Nuit", "TITLE[sv]=Natt"})));
  player.audio(four_seconds);

  player.eos();

  assert_text(titles_in(player.folder / "album.cdt"),
              "English: , Night\nFrench: , Nuit\nGerman: , Nacht\n");
}

REDBOOK_TEST(test_entries_of_a_table_of_contents_have_translations) {
  Player player;
  player.set("cd-text", "true").set("cd-text-language", "en").play().stream();
  auto *toc = make_toc(equal_tracks(2, 4));
  auto *second = static_cast<GstTocEntry *>(gst_toc_get_entries(toc)->next->data);
  auto *tags = extended({"TITLE[de]=Zwei"});
  gst_toc_entry_merge_tags(second, tags, GST_TAG_MERGE_APPEND);
  gst_tag_list_unref(tags);
  player.push(gst_event_new_toc(toc, FALSE));
  gst_toc_unref(toc);
  player.audio(Blocks{600});

  player.eos();

  assert_text(titles_in(player.folder / "album.cdt"),
              "English: , T1, T2\nGerman: , T1, Zwei\n");
}

REDBOOK_TEST(test_application_translates_the_title_of_the_disc) {
  Player player;
  player.set("cd-text", "true").set("cd-text-language", "en");
  auto *tags = extended({"TITLE[de]=Zeiten"});
  gst_tag_setter_merge_tags(GST_TAG_SETTER(player.sink()), tags, GST_TAG_MERGE_REPLACE);
  gst_tag_list_unref(tags);
  player.play().stream().tag(GST_TAG_TITLE, "Night").audio(four_seconds);

  player.eos();

  assert_text(titles_in(player.folder / "album.cdt"),
              "English: , Night\nGerman: Zeiten, Night\n");
}

REDBOOK_TEST(test_performer_of_all_tracks_is_the_discs_in_each_language) {
  Player player;
  player.set("cd-text", "true").set("cd-text-language", "en").play();
  for (const auto *title : {"One", "Two"}) {
    player.stream().tag(GST_TAG_TITLE, title).tag(GST_TAG_ARTIST, "Strings");
    player.push(gst_event_new_tag(extended({"ARTIST[de]=Streicher"})));
    player.audio(four_seconds);
  }

  player.eos();

  const auto packs = contents(player.folder / "album.cdt");
  const auto set = decode_cdtext(std::as_bytes(std::span{packs})).set;
  assert_text(set.blocks.at(0).disc.performer, "Strings");
  assert_text(set.blocks.at(1).disc.performer, "Streicher");
}

REDBOOK_TEST(test_what_the_format_cannot_hold_is_a_warning) {
  Player player;
  player.set("location", (player.folder / "album.toc").string()).play();
  player.stream().tag("redbook-copy", "scms").audio(four_seconds);

  player.eos();

  assert_text(findings(player), "IMAGE_SCMS ");
  fail_unless_equals_int(player.messages().count("WARNING"), 1);
}

REDBOOK_TEST(test_japanese_in_a_toc_is_transliterated_and_told) {
  Player player;
  player.set("location", (player.folder / "album.toc").string());
  player.set("cd-text", "true").play();
  player.stream().tag(GST_TAG_TITLE, "トキ").audio(four_seconds);

  player.eos();

  fail_unless(contents(player.folder / "album.toc").find("TITLE \"toki\"") !=
              std::string::npos);
  assert_text(findings(player), "CDTEXT_NO_MS_JIS CDTEXT_TRANSLITERATED ");
}

// GStreamer checks the first value of a tag only.
REDBOOK_TEST(test_tags_that_are_no_utf_8_cost_a_warning_and_no_disc) {
  Player player;
  player.set("cd-text", "true").play().stream();
  auto *tags = extended({"TITLE[de]=Eins", "TITLE[de]=\xff", "ARTIST[\xc3=x"});
  for (const auto *title : {"One", "a\xed\xa0\x80z"})
    gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, GST_TAG_TITLE, title, nullptr);
  player.push(gst_event_new_tag(tags));
  player.audio(four_seconds);

  player.eos();

  assert_text(findings(player), "CDTEXT_CHANGED CDTEXT_CHANGED ");
  assert_text(titles_in(player.folder / "album.cdt"),
              "English: , One, az\nGerman: , Eins,\n");
  assert_text(player.messages().errors(), "");
}
