#include "discs.hpp"
#include "image/cue.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Disc disc_titled(const std::string &title) {
  return {{{Lba{0}, {}, Blocks{300}, {}, {title, title}}}, {title, title}};
}

// The sheet of a disc whose texts are all `title`, when they come out as `line`.
std::string sheet_with(const std::string &line) {
  return "TITLE \"" + line + "\"\nPERFORMER \"" + line +
         "\"\nFILE \"album.bin\" BINARY\n  TRACK 01 AUDIO\n    TITLE \"" + line +
         "\"\n    PERFORMER \"" + line + "\"\n    INDEX 01 00:00:00\n";
}

}  // namespace

REDBOOK_TEST(test_sheet_of_a_whole_disc) {
  const Disc disc{{{Lba{0}, Blocks{150}, Blocks{22800}, {}, {"Opening", "The Band"}},
                   {Lba{22800},
                    Blocks{150},
                    Blocks{22500},
                    {Blocks{4200}, Blocks{9000}},
                    {"", "Guest"}},
                   {Lba{45300}, {}, Blocks{27000}, {}, {}}},
                  {"An Album", "The Band"}};

  assert_text(cue_sheet(disc, "img.bin", "img.cdt"), R"(TITLE "An Album"
PERFORMER "The Band"
FILE "img.bin" BINARY
  TRACK 01 AUDIO
    TITLE "Opening"
    PERFORMER "The Band"
    INDEX 00 00:00:00
    INDEX 01 00:02:00
  TRACK 02 AUDIO
    PERFORMER "Guest"
    INDEX 00 05:04:00
    INDEX 01 05:06:00
    INDEX 02 06:02:00
    INDEX 03 07:06:00
  TRACK 03 AUDIO
    INDEX 01 10:04:00
)");
}

REDBOOK_TEST(test_golden_sheet) {
  const auto disc = disc_of_the_golden_pair();

  assert_text(cue_sheet(disc, "img.bin", "disc.cdt", 0xcbf43926), R"(CATALOG 1234567890128
CDTEXTFILE "disc.cdt"
REM CDTEXT-CRC32 671BCF4D
REM AUDIO-CRC32 CBF43926
FILE "img.bin" BINARY
  TRACK 01 AUDIO
    FLAGS DCP
    ISRC XYBLG1101234
    INDEX 00 00:00:00
    INDEX 01 00:02:00
  TRACK 02 AUDIO
    FLAGS PRE
    INDEX 00 05:02:00
    INDEX 01 05:04:00
    INDEX 02 06:00:00
  TRACK 03 AUDIO
    INDEX 01 10:04:00
)");
}

REDBOOK_TEST(test_every_text_has_its_line) {
  Texts texts{"Title", "Performer", "Songwriter", "Composer", "Arranger", "Message"};
  Disc disc{{{Lba{0}, {}, Blocks{300}, {}, texts, {"XYBLG1101234"}}}, texts, "Rock"};

  assert_text(cue_sheet(disc, "a.bin", "a.cdt"), R"(REM GENRE "Rock"
TITLE "Title"
PERFORMER "Performer"
SONGWRITER "Songwriter"
REM COMPOSER "Composer"
REM ARRANGER "Arranger"
REM MESSAGE "Message"
FILE "a.bin" BINARY
  TRACK 01 AUDIO
    TITLE "Title"
    PERFORMER "Performer"
    SONGWRITER "Songwriter"
    REM COMPOSER "Composer"
    REM ARRANGER "Arranger"
    REM MESSAGE "Message"
    ISRC XYBLG1101234
    INDEX 01 00:00:00
)");
}

REDBOOK_TEST(test_flags_are_named) {
  const struct {
    Subcode subcode;
    const char *line;
  } flags[] = {{{}, ""},
               {{.pre_emphasis = true}, "    FLAGS PRE\n"},
               {{.copy = Copy::permitted}, "    FLAGS DCP\n"},
               {{.copy = Copy::scms}, "    FLAGS SCMS\n"},
               {{.four_channel = true}, "    FLAGS 4CH\n"},
               {{{}, true, Copy::permitted, true}, "    FLAGS DCP 4CH PRE\n"},
               {{{}, true, Copy::scms, true}, "    FLAGS 4CH PRE SCMS\n"}};

  for (const auto &[subcode, line] : flags)
    assert_text(
        cue_sheet({{{Lba{0}, {}, Blocks{300}, {}, {}, subcode}}}, "a.bin", "a.cdt"),
        "FILE \"a.bin\" BINARY\n  TRACK 01 AUDIO\n" + std::string{line} +
            "    INDEX 01 00:00:00\n");
}

REDBOOK_TEST(test_first_audio_is_at_the_start_of_the_file) {
  assert_text(cue_sheet({{{Lba{0}, {}, Blocks{300}, {}, {}}}, {}}, "a.bin", "a.cdt"),
              "FILE \"a.bin\" BINARY\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n");
}

REDBOOK_TEST(test_99_tracks_have_two_digits_each) {
  Disc disc;
  std::string wanted = "FILE \"a.bin\" BINARY\n";
  for (int i = 0; i < 99; ++i) {
    disc.tracks.push_back({Lba{i * 300}, {}, Blocks{300}, {}, {}});
    wanted += std::string{"  TRACK "} + (i < 9 ? "0" : "") + std::to_string(i + 1) +
              " AUDIO\n    INDEX 01 " + to_string(Msf::of(Blocks{i * 300})) + "\n";
  }

  assert_text(cue_sheet(disc, "a.bin", "a.cdt"), wanted);
}

REDBOOK_TEST(test_quotes_cannot_break_out) {
  assert_text(
      cue_sheet(disc_titled("\"Heroes\" \"\n  TRACK 02"), "album.bin", "album.cdt"),
      sheet_with("'Heroes' '   TRACK 02"));
}

REDBOOK_TEST(test_line_ends_cannot_break_out) {
  for (const auto *end :
       {"\n", "\r", "\v", "\f", "\t", "\x1b", "\u0085", "\u2028", "\u2029"})
    assert_text(cue_sheet(disc_titled("A" + std::string{end} + "INDEX 01"), "album.bin",
                          "album.cdt"),
                sheet_with("A INDEX 01"));
}

REDBOOK_TEST(test_invalid_utf_8_cannot_break_out) {
  assert_text(cue_sheet(disc_titled("A\xe2\x80"), "album.bin", "album.cdt"),
              sheet_with("A\ufffd\ufffd"));
  assert_text(cue_sheet(disc_titled(std::string{"A\0\"", 3}), "album.bin", "album.cdt"),
              sheet_with("A\ufffd'"));
}

REDBOOK_TEST(test_long_titles_are_cut) {
  assert_text(cue_sheet(disc_titled(std::string(10000, 'x')), "album.bin", "album.cdt"),
              sheet_with(std::string(80, 'x')));
}

REDBOOK_TEST(test_no_backslash_is_in_a_sheet) {
  for (const auto &[title, in_sheet] :
       std::initializer_list<std::pair<std::string, std::string>>{
           {"AC\\DC", "AC/DC"},
           {"C:\\new", "C:/new"},
           {"a\\", "a/"},
           {std::string(90, '\\'), std::string(80, '/')}})
    assert_text(cue_sheet(disc_titled(title), "album.bin", "album.cdt"),
                sheet_with(in_sheet));
}

REDBOOK_TEST(test_blank_titles_are_left_out) {
  assert_text(cue_sheet(disc_titled(" \n "), "a.bin", "a.cdt"),
              "FILE \"a.bin\" BINARY\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n");
}
