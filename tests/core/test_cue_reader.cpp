#include "cue_reader_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_sheet_of_eac_is_read) {
  const auto sheet = read_cue_sheet(
      "\xef\xbb\xbfREM GENRE Rock\r\nREM DATE 1999\r\nREM DISCID 1C03F303\r\n"
      "REM COMMENT \"ExactAudioCopy v1.6\"\r\nCATALOG 0051149201117\r\n"
      "PERFORMER \"The \"Band\"\"\r\nTITLE \"Gr\u00f6\u00dfe\"\r\n"
      "FILE \"Range.wav\" WAVE\r\n  TRACK 01 AUDIO\r\n    TITLE \"One\"\r\n"
      "    PERFORMER \"Guest\"\r\n    ISRC XYBLG1101234\r\n    FLAGS DCP PRE\r\n"
      "    INDEX 01 00:00:00\r\n",
      "a.cue");

  assert_text(sheet.mcn, "0051149201117");
  assert_text(sheet.genre, "Rock");
  ck_assert((sheet.texts == Texts{"Gr\u00f6\u00dfe", "The \"Band\""}));
  const auto &track = sheet.tracks.front();
  ck_assert((track.texts == Texts{"One", "Guest"}));
  ck_assert((track.subcode == Subcode{"XYBLG1101234", true, Copy::permitted}));
}

REDBOOK_TEST(test_every_flag_is_read) {
  const auto flags = [](const std::string &line) {
    return read_cue_sheet(sheet_with("FLAGS " + line + "\n"), "a.cue")
        .tracks.front()
        .subcode;
  };

  ck_assert((flags("DCP") == Subcode{.copy = Copy::permitted}));
  ck_assert((flags("SCMS") == Subcode{.copy = Copy::scms}));
  ck_assert((flags("SCMS DCP") == Subcode{.copy = Copy::scms}));
  ck_assert((flags("4CH") == Subcode{.four_channel = true}));
  ck_assert((flags("pre") == Subcode{.pre_emphasis = true}));
}

REDBOOK_TEST(test_texts_without_a_keyword_of_their_own_are_read_with_and_without_rem) {
  const auto sheet = read_cue_sheet(
      "REM COMPOSER \"C\"\nREM ARRANGER A\nREM MESSAGE \"M m\"\nREM GENRE \"Jazz\"\n" +
          sheet_with("COMPOSER c\nARRANGER \"a b\"\nMESSAGE m n\nSONGWRITER s\n"),
      "a.cue");

  ck_assert((sheet.texts == Texts{.composer = "C", .arranger = "A", .message = "M m"}));
  assert_text(sheet.genre, "Jazz");
  ck_assert(
      (sheet.tracks.front().texts ==
       Texts{.songwriter = "s", .composer = "c", .arranger = "a b", .message = "m n"}));
}

REDBOOK_TEST(test_texts_that_are_no_utf_8_are_windows_1252) {
  assert_text(read_cue_sheet("TITLE \"Gr\xf6\xdf"
                             "e\x85\"\n" +
                                 sheet_with(""),
                             "a")
                  .texts.title,
              "Gr\u00f6\u00dfe\u2026");
  assert_text(read_cue_sheet("TITLE \"\xf6\x81\"\n" + sheet_with(""), "a").texts.title,
              "\u00f6\u0081");
}

REDBOOK_TEST(test_other_words_and_indents_of_rippers_are_read) {
  const auto sheet = read_cue_sheet(
      "MCN \"0075678214829\"\n" + sheet_with("\u00a0\u00a0TITLE \"One\"\n"), "a.cue");

  assert_text(sheet.mcn, "0075678214829");
  assert_text(sheet.tracks.front().texts.title, "One");
}

REDBOOK_TEST(test_line_ends_of_every_kind_are_counted) {
  for (const std::string end : {"\n", "\r\n", "\r"})
    assert_text(detail_of("FILE a WAVE" + end + end + "TRACK 02 AUDIO" + end), "a.cue:3");
}

REDBOOK_TEST(test_fault_has_its_line) {
  const struct {
    const char *text, *detail;
  } faults[] = {
      {"", "a.cue:1"},
      {"TITLE x\nFILE a WAVE\n", "a.cue:2"},
      {"SOUND x\n", "a.cue:1"},
      {"FILE a b.flac\n", "a.cue:1"},
      {"FILE \"a\"\n", "a.cue:1"},
      {"FILE\n", "a.cue:1"},
      {"\nTRACK 01 MODE1/2352\n", "a.cue:2"},
      {"TRACK 01 CDG\n", "a.cue:1"},
      {"TRACK 2 AUDIO\n", "a.cue:1"},
      {"TRACK\n", "a.cue:1"},
      {"ISRC XYBLG1101234\n", "a.cue:1"},
      {"PREGAP 00:00:00\n", "a.cue:1"},
      {"TRACK 01 AUDIO\nINDEX 01 00:00:00\n", "a.cue:2"},
      {"TRACK 01 AUDIO\nFLAGS DATA\n", "a.cue:2"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 02 00:00:00\n", "a.cue:3"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 100 00:00:00\n", "a.cue:3"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:75\n", "a.cue:3"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:60:00\n", "a.cue:3"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0\n", "a.cue:3"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 -1:00:00\n", "a.cue:3"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:01:00\nINDEX 02 00:01:00\n", "a.cue:4"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:01:00\nINDEX 03 00:02:00\n", "a.cue:4"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:01:00\nPREGAP 0:0:1\n", "a.cue:4"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 00 00:01:00\n", "a.cue:2"},
      {"FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 01:00:00\n", "a.cue:2"}};

  for (const auto &[text, detail] : faults) assert_text(detail_of(text), detail);
}

REDBOOK_TEST(test_files_of_every_kind_are_named) {
  const auto sheet = read_cue_sheet(
      "FILE \"a \"b\".flac\" flac\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE c d.mp3 MP3\n"
      "FILE e AIFF\nFILE f Wave\nFILE g BINARY\nFILE h Motorola\n",
      "a.cue");

  ck_assert(sheet.files.at(0).name == "a \"b\".flac");
  ck_assert(sheet.files.at(1).name == "c d.mp3");
  const AudioFormat formats[] = {AudioFormat::encoded,       AudioFormat::encoded,
                                 AudioFormat::encoded,       AudioFormat::wave,
                                 AudioFormat::little_endian, AudioFormat::big_endian};
  for (std::size_t i = 0; i < std::size(formats); ++i)
    ck_assert(sheet.files.at(i).format == formats[i]);
}

REDBOOK_TEST(test_a_charset_may_be_named_and_a_guess_is_told) {
  const auto bytes = "TITLE \"\x93\xfa\x96\x7b\"\n" + sheet_with("");

  const auto named = read_cue_sheet(bytes, "a.cue", "Shift_JIS");
  const auto guessed = read_cue_sheet(bytes, "a.cue");

  assert_text(named.texts.title, "日本");
  ck_assert(named.remarks.empty());
  ck_assert_uint_eq(guessed.remarks.size(), 1);
}

REDBOOK_TEST(test_what_other_writers_leave_in_sheets_is_passed_over) {
  const auto sheet = read_cue_sheet(
      "REM DISCID 1\nDISC_ID \"x\"\nUPC_EAN \"1\"\n" + sheet_with("  ") + "\n\x1a",
      "a.cue");

  ck_assert_uint_eq(sheet.tracks.size(), 1);
}

REDBOOK_TEST(test_fault_names_its_track) {
  const auto sentence_of = [](const std::string &text) {
    return std::string{error_of([&] { laid_out(text, {4500}); }).what()};
  };
  const std::string first =
      "FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:10:00\nTRACK 02 AUDIO\n";

  assert_text(sentence_of(first + "INDEX 01 00:10:00\n"),
              "The times in the cue sheet do not rise at track 2.");
  assert_text(sentence_of(first + "INDEX 00 00:20:00\n"),
              "Track 2 of the cue sheet has no INDEX 01.");
  assert_text(
      sentence_of(first + "INDEX 03 00:20:00\n"),
      "The indexes of track 2 in the cue sheet are not numbered 00 or 01, then 02 "
      "and so on.");
  assert_text(sentence_of(first + "INDEX 01 00:99:00\n"),
              "Track 2 of the cue sheet has a time that is not of the form mm:ss:ff.");
}

REDBOOK_TEST(test_a_name_with_a_nul_is_refused) {
  using namespace std::string_literals;
  assert_text(detail_of("\nFILE \"a\0b.wav\" WAVE\n"s), "a.cue:2");
  assert_text(detail_of("CDTEXTFILE \"a\0.cdt\"\n"s), "a.cue:1");
}

REDBOOK_TEST(test_a_sheet_may_name_two_files_for_each_track_and_no_more) {
  std::string files;
  for (int i = 1; i <= 198; ++i) files += "FILE " + std::to_string(i) + " WAVE\n";
  const std::string track = "TRACK 01 AUDIO\nINDEX 01 00:00:00\n";

  ck_assert_uint_eq(read_cue_sheet(files + track, "a.cue").files.size(), 198);
  assert_text(detail_of(files + "FILE 199 WAVE\n" + track), "a.cue:199");
}
