#include "image/reader/cue_reader.hpp"
#include "image/reader/sheet_layout.hpp"
#include "image_reader_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The disc of a sheet whose files have so many blocks each.
SheetLayout laid_out(const std::string &text, const std::vector<std::int64_t> &blocks) {
  const auto sheet = read_cue_sheet(text, "a.cue");
  std::vector<std::int64_t> bytes;
  for (const auto count : blocks) bytes.push_back(count * bytes_per_block);
  return lay_out(sheet, bytes, "a.cue");
}

/// `file:first+blocks` for each piece, `-` for silence.
std::string pieces_of(const SheetLayout &layout) {
  std::string text;
  for (const auto &piece : layout.pieces)
    text += (piece.file ? std::to_string(*piece.file) : "-") + ':' +
            std::to_string(piece.first_byte / bytes_per_block) + '+' +
            std::to_string(piece.bytes / bytes_per_block) + ' ';
  return text;
}

/// One file, and a track with these lines in it.
std::string sheet_with(const std::string &lines) {
  return "FILE \"a.bin\" BINARY\nTRACK 01 AUDIO\n" + lines + "INDEX 01 00:00:00\n";
}

std::string detail_of(const std::string &text) {
  return error_of([&] { laid_out(text, {4500, 4500, 4500}); }).detail();
}

}  // namespace

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

REDBOOK_TEST(test_tracks_of_one_file_end_where_the_next_begins) {
  const auto layout = laid_out(
      "FILE a.bin BINARY\nTRACK 01 AUDIO\nINDEX 00 00:00:00\nINDEX 01 00:02:00\n"
      "TRACK 02 AUDIO\nINDEX 00 00:10:00\nINDEX 01 00:12:00\nINDEX 02 00:20:00\n"
      "INDEX 03 00:21:74\nTRACK 03 AUDIO\nINDEX 01 00:30:00\n",
      {3000});

  assert_text(tracks_of(layout.disc), "0+150+600 750+150+1350@600@749 2250+0+750 ");
}

REDBOOK_TEST(test_audio_before_the_first_index_is_the_pregap_of_track_1) {
  const auto layout =
      laid_out("FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:33\n", {4500});

  assert_text(tracks_of(layout.disc), "0+33+4467 ");
  assert_text(pieces_of(layout), "0:0+33 0:33+4467 ");
}

REDBOOK_TEST(test_each_track_may_have_a_file) {
  const auto layout = laid_out(
      "FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE b WAVE\nTRACK 02 AUDIO\n"
      "INDEX 00 00:00:00\nINDEX 01 00:01:00\n",
      {300, 500});

  assert_text(tracks_of(layout.disc), "0+0+300 300+75+425 ");
  assert_text(pieces_of(layout), "0:0+300 1:0+75 1:75+425 ");
}

REDBOOK_TEST(test_pregap_may_lie_at_the_end_of_the_file_before) {
  const auto layout = laid_out(
      "FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\n"
      "INDEX 00 00:05:00\nFILE b WAVE\nINDEX 01 00:00:00\n",
      {450, 300});

  assert_text(tracks_of(layout.disc), "0+0+375 375+75+300 ");
}

REDBOOK_TEST(test_audio_before_the_first_index_of_a_file_goes_to_the_track_before) {
  const auto layout = laid_out(
      "FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE b WAVE\nTRACK 02 AUDIO\n"
      "INDEX 01 00:00:10\n",
      {300, 400});

  assert_text(tracks_of(layout.disc), "0+0+310 310+0+390 ");
}

REDBOOK_TEST(test_pregap_and_postgap_are_silence) {
  const auto layout = laid_out(
      "FILE a BINARY\nTRACK 01 AUDIO\nPREGAP 00:02:00\nINDEX 01 00:00:00\n"
      "POSTGAP 00:01:00\nTRACK 02 AUDIO\nPREGAP 00:00:10\nINDEX 01 00:04:00\n"
      "INDEX 02 00:05:00\nPOSTGAP 00:00:20\n",
      {600});

  assert_text(tracks_of(layout.disc), "0+150+375 525+10+320@75 ");
  assert_text(pieces_of(layout),
              "-:0+150 0:0+300 -:0+75 -:0+10 0:300+75 0:375+225 -:0+20 ");
}

REDBOOK_TEST(test_pregap_joins_an_index_00) {
  const auto layout = laid_out(
      "FILE a BINARY\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\n"
      "PREGAP 00:02:00\nINDEX 00 00:04:00\nINDEX 01 00:05:00\n",
      {600});

  assert_text(tracks_of(layout.disc), "0+0+300 300+225+225 ");
}

REDBOOK_TEST(test_the_audio_runs_on_over_the_ends_of_files) {
  const auto sheet = read_cue_sheet(
      "FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE b WAVE\nTRACK 02 AUDIO\n"
      "INDEX 01 00:00:00\n",
      "a.cue");

  const auto layout = lay_out(sheet, std::vector<std::int64_t>{2352 * 3 + 4, 2348}, "a");

  assert_text(tracks_of(layout.disc), "0+0+3 3+0+1 ");
  ck_assert_int_eq(layout.pieces.at(0).bytes, 2352 * 3 + 4);
  ck_assert_int_eq(layout.pieces.at(1).bytes, 2348);
  ck_assert_uint_eq(layout.pieces.size(), 2);
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

REDBOOK_TEST(test_a_mark_goes_to_the_nearest_block) {
  const auto sheet = read_cue_sheet(
      "FILE a MP3\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE b MP3\nTRACK 02 AUDIO\n"
      "INDEX 00 00:00:00\nINDEX 01 00:00:10\nINDEX 02 00:00:20\n",
      "a.cue");

  const auto early =
      lay_out(sheet, std::vector<std::int64_t>{2352 * 300 + 1172, 705600}, "a");
  const auto late =
      lay_out(sheet, std::vector<std::int64_t>{2352 * 300 + 1180, 705600}, "a");

  assert_text(tracks_of(early.disc), "0+0+300 300+10+291@10 ");
  assert_text(tracks_of(late.disc), "0+0+301 301+10+290@10 ");
}

REDBOOK_TEST(test_a_file_without_an_index_belongs_to_the_track_before) {
  const auto layout = laid_out(
      "FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE b WAVE\nFILE c WAVE\n"
      "TRACK 02 AUDIO\nINDEX 01 00:00:00\nFILE d WAVE\n",
      {300, 400, 500, 600});

  assert_text(tracks_of(layout.disc), "0+0+700 700+0+1100 ");
}

REDBOOK_TEST(test_a_file_with_index_00_alone_is_the_pregap_of_the_next) {
  assert_text(tracks_of(laid_out("FILE a WAVE\nTRACK 01 AUDIO\nINDEX 00 00:00:00\n"
                                 "FILE b WAVE\nINDEX 01 00:00:00\n",
                                 {100, 400})
                            .disc),
              "0+100+400 ");
}

REDBOOK_TEST(test_a_file_that_is_named_for_each_of_its_tracks_is_one_file) {
  assert_text(tracks_of(laid_out("FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
                                 "FILE a WAVE\nTRACK 02 AUDIO\nINDEX 01 00:04:00\n",
                                 {700})
                            .disc),
              "0+0+300 300+0+400 ");
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

REDBOOK_TEST(test_index_behind_the_end_of_its_file_is_told) {
  const auto error = error_of([] {
    laid_out("FILE a WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nINDEX 02 00:04:01\n",
             {300});
  });

  ck_assert(error.fault() == Fault::image);
  assert_text(error.what(), "A file is shorter than its sheet says.");
  assert_text(error.detail(), "a.cue:3: a holds 705600 bytes of audio");
}

REDBOOK_TEST(test_more_than_99_minutes_are_refused) {
  assert_text(error_of([] {
                laid_out(
                    "FILE a WAVE\nTRACK 01 AUDIO\nPREGAP 9999:00:00\n"
                    "INDEX 01 00:00:00\n",
                    {300});
              }).what(),
              "The sheet is longer than any disc: 99 minutes.");
}
