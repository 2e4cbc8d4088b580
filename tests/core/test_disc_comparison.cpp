#include "discs.hpp"
#include "drive/track_at_once.hpp"
#include "verify/disc_comparison.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Disc album() {
  auto disc = disc_of_the_golden_pair();
  disc.cdtext = disc_of_ddp_golden_3().cdtext;
  return disc;
}

/// What a drive tells of a good disc.
ReadDisc read_of(const Disc &disc) {
  ReadDisc read{{}, disc.lead_out(), disc.mcn, disc.cdtext};
  for (const auto &track : disc.tracks)
    read.tracks.push_back(
        {track.index_1(), control_of(track.subcode), track.subcode.isrc});
  return read;
}

ReadDisc read_at_once(const Disc &disc) {
  auto read = read_of(disc);
  Lba at{0};
  for (std::size_t i = 0; i < disc.tracks.size(); ++i) {
    read.tracks[i].start = at;
    at = at + disc.tracks[i].length + run_out + track_at_once_gap;
  }
  read.lead_out = at - track_at_once_gap;
  read.cdtext->clear();
  return read;
}

std::string text_of(const Findings &findings) {
  std::string text;
  for (const auto &finding : findings)
    text += finding.name + ' ' + name_of(finding.severity) + ": " + sentence_of(finding) +
            '\n';
  return text;
}

/// The findings for the album after `change` of what is read.
template <typename Change>
std::string text_after(Change &&change) {
  auto read = read_of(album());
  change(read);
  return text_of(compare_layout(album(), read, WriteMode::sao));
}

}  // namespace

REDBOOK_TEST(test_good_disc_has_no_findings) {
  assert_text(text_of(compare_layout(album(), read_of(album()), WriteMode::sao)), "");
  assert_text(text_of(compare_layout(album(), read_at_once(album()), WriteMode::tao)),
              "");
}

REDBOOK_TEST(test_table_of_contents_is_compared_place_by_place) {
  assert_text(text_after([](ReadDisc &read) { read.tracks[1].start = Lba{22801}; }),
              "VERIFY_TOC error: Track 2: it starts at block 22801 (05:06:01) instead of "
              "block 22800 (05:06:00).\n");
  assert_text(
      text_after([](ReadDisc &read) { read.lead_out = Lba{72299}; }),
      "VERIFY_TOC error: Disc: it ends at block 72299 (16:05:74) instead of block "
      "72300 (16:06:00).\n");
  assert_text(text_after([](ReadDisc &read) { read.tracks.pop_back(); }),
              "VERIFY_TOC error: Disc: it has 2 tracks instead of 3.\n");
}

REDBOOK_TEST(test_swapped_tracks_have_the_starts_of_each_other) {
  const auto text = text_after([](ReadDisc &read) {
    read.tracks[2].start = Lba{49800};
    std::swap(read.tracks[0].isrc, read.tracks[1].isrc);
  });

  assert_text(text,
              R"(VERIFY_ISRC error: Track 1: its ISRC "XYBLG1101234" is not on the disc.
VERIFY_ISRC error: Track 2: it has the ISRC "XYBLG1101234" and should have none.
VERIFY_TOC error: Track 3: it starts at block 49800 (11:06:00) instead of block 45300 (10:06:00).
)");
}

REDBOOK_TEST(test_control_flags_are_compared_bit_by_bit) {
  assert_text(
      text_after([](ReadDisc &read) {
        read.tracks[0].control = 0;
        read.tracks[1].control = 9;
      }),
      R"(VERIFY_CONTROL error: Track 1: it is not marked as to be copied freely, and should be.
VERIFY_CONTROL error: Track 2: it is marked as of four channels, and should not be.
)");
}

REDBOOK_TEST(test_codes_are_compared) {
  assert_text(
      text_after([](ReadDisc &read) {
        read.tracks[0].isrc = "XYBLG1101235";
        read.mcn = "1234567890135";
      }),
      R"(VERIFY_ISRC error: Track 1: its ISRC is "XYBLG1101235" instead of "XYBLG1101234".
VERIFY_MCN error: Disc: its catalogue number is "1234567890135" instead of "1234567890128".
)");
  assert_text(text_after([](ReadDisc &read) { read.mcn = "0000000000000"; }),
              "VERIFY_MCN error: Disc: its catalogue number \"1234567890128\" is not on "
              "the disc.\n");
}

REDBOOK_TEST(test_what_a_drive_does_not_tell_is_a_warning) {
  assert_text(
      text_after([](ReadDisc &read) {
        read.tracks[0].isrc = {};
        read.tracks[1].isrc = {};
        read.mcn = {};
        read.cdtext = {};
      }),
      R"(VERIFY_NOT_TOLD warning: Track 1: the drive does not tell its ISRC "XYBLG1101234". It was not verified.
VERIFY_NOT_TOLD warning: Disc: the drive does not tell the catalogue number "1234567890128". It was not verified.
VERIFY_NOT_TOLD warning: Disc: the drive does not tell its CD-TEXT. It was not verified.
)");
}

REDBOOK_TEST(test_missing_pack_is_named) {
  const auto text = text_after([](ReadDisc &read) {
    read.cdtext->erase(read.cdtext->begin() + 18, read.cdtext->begin() + 36);
  });

  assert_text(text.substr(0, text.find('\n')),
              "VERIFY_CDTEXT error: Disc: 1 of 6 packs of its CD-TEXT are not on the "
              "disc, the first being pack 2 (songwriter of the disc).");
}

REDBOOK_TEST(test_other_text_is_named) {
  const auto text = text_after([](ReadDisc &read) {
    (*read.cdtext)[6] = std::byte{'X'};  // with a wrong CRC
  });

  ck_assert(text.find("the title of track 1 is \"\" instead of \"A\"") !=
            std::string::npos);
}

REDBOOK_TEST(test_texts_that_lack_or_are_too_many_are_told) {
  assert_text(text_after([](ReadDisc &read) { read.cdtext->clear(); }),
              "VERIFY_CDTEXT error: Disc: its CD-TEXT is not on the disc.\n");
  auto disc = album();
  disc.cdtext.clear();
  assert_text(text_of(compare_layout(disc, read_of(album()), WriteMode::sao)),
              "VERIFY_CDTEXT error: Disc: it has CD-TEXT and should have none.\n");
}

REDBOOK_TEST(test_track_that_is_cut_short_at_once_is_told) {
  auto read = read_at_once(album());
  read.lead_out = read.tracks[2].start + Blocks{300};

  assert_text(text_of(compare_layout(album(), read, WriteMode::tao)),
              "VERIFY_TOC error: Track 3: it is 00:04:00 long instead of 06:00:00.\n");
}

REDBOOK_TEST(test_disc_shows_how_it_was_written) {
  auto wrong = read_of(album());
  wrong.tracks[1].start = Lba{22801};

  ck_assert(mode_of(album(), read_of(album())) == WriteMode::sao);
  ck_assert(mode_of(album(), read_at_once(album())) == WriteMode::tao);
  ck_assert(mode_of(album(), wrong) == WriteMode::sao);
  ck_assert(mode_of(album(), ReadDisc{}) == WriteMode::sao);
  auto lacking = read_at_once(album());
  lacking.tracks[1].start = lacking.tracks[1].start - Blocks{8};
  lacking.lead_out = lacking.lead_out - Blocks{8};
  ck_assert(mode_of(album(), lacking) == WriteMode::tao);
}
