// What each format of image cannot hold.
#include "cdtext/disc_cdtext.hpp"
#include "discs.hpp"
#include "image/image_format.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Disc disc_titled(const std::string &title) {
  return {{{Lba{0}, {}, Blocks{300}, {}, {title}}}};
}

/// Each finding: `NAME severity track: what was done`, a line each.
std::string told(const Disc &disc, ImageFormat format) {
  std::string text;
  for (const auto &finding : kind_of(format).findings(disc))
    text += finding.name + ' ' + name_of(finding.severity) + ' ' +
            std::to_string(finding.track) + ": " + finding.action + '\n';
  return text;
}

}  // namespace

REDBOOK_TEST(test_every_format_holds_a_plain_disc) {
  const auto disc = disc_titled("Kind of Blue");

  for (const auto *kind : image_kinds()) ck_assert(kind->findings(disc).empty());
}

REDBOOK_TEST(test_cdrdao_has_no_word_for_scms) {
  auto disc = disc_titled("One");
  disc.tracks.push_back({Lba{300}, {}, Blocks{300}, {}, {}});
  disc.tracks[1].subcode.copy = Copy::scms;

  assert_text(told(disc, ImageFormat::toc),
              "IMAGE_SCMS warning 2: The TOC says that it may not be copied.\n");
  assert_text(told(disc, ImageFormat::cue), "");
  assert_text(told(disc, ImageFormat::ddp), "");
}

REDBOOK_TEST(test_double_quotes_are_told_of_a_sheet_without_packs) {
  auto disc = disc_titled("The \"Blue\" One");
  disc.genre = "\"Jazz\"";

  assert_text(told(disc, ImageFormat::cue),
              "IMAGE_TEXT_CHANGED warning 0: The sheet has \"'Jazz'\".\n"
              "IMAGE_TEXT_CHANGED warning 1: The sheet has \"The 'Blue' One\".\n");
  assert_text(told(disc, ImageFormat::toc), "");
}

REDBOOK_TEST(test_double_quotes_are_a_note_where_packs_hold_them) {
  auto disc = disc_titled("The \"Blue\" One");
  add_cdtext(disc);

  assert_text(told(disc, ImageFormat::cue),
              "IMAGE_TEXT_CHANGED note 1: The sheet has \"The 'Blue' One\".\n");
}

REDBOOK_TEST(test_cut_texts_are_told_of_a_sheet_without_packs) {
  const auto told_of = [](std::size_t length) {
    return told(disc_titled(std::string(length, 'x')), ImageFormat::cue);
  };

  assert_text(told_of(80), "");
  assert_text(told_of(81), "IMAGE_TEXT_CHANGED warning 1: The sheet has \"" +
                               std::string(80, 'x') + "\".\n");
}

REDBOOK_TEST(test_texts_of_several_lines_are_told_of_a_sheet_without_packs) {
  assert_text(told(disc_titled("One\nTwo"), ImageFormat::cue),
              "IMAGE_TEXT_CHANGED warning 1: The sheet has \"One Two\".\n");
}

REDBOOK_TEST(test_blanks_around_a_text_are_not_worth_a_word) {
  assert_text(told(disc_titled("  One "), ImageFormat::cue), "");
}

REDBOOK_TEST(test_translations_are_lost_to_a_sheet_without_packs) {
  auto disc = disc_titled("One");
  disc.texts.translated = {{"de", &Texts::title, "Eins"}};

  assert_text(told(disc, ImageFormat::cue),
              "IMAGE_LANGUAGES warning 0: The others were left out.\n");
  add_cdtext(disc);
  assert_text(told(disc, ImageFormat::cue), "");
}
