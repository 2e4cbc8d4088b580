#include "cdtext/decoder.hpp"
#include "image/reader/cdrdao_toc_reader.hpp"
#include "image/reader/sheet_layout.hpp"
#include "image_reader_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Sheet sheet_of(const std::string &text) { return read_cdrdao_toc(text, "a.toc"); }

/// The disc of a TOC file all files of which have 400 blocks, and four bytes.
SheetLayout laid_out(const std::string &text) {
  const auto sheet = sheet_of(text);
  const std::vector<std::int64_t> bytes(sheet.files.size(), 400 * bytes_per_block + 4);
  return lay_out(sheet, bytes, "a.toc");
}

/// One track of these statements.
std::string tracks_with(const std::string &statements) {
  return tracks_of(laid_out("CD_DA TRACK AUDIO " + statements).disc);
}

std::string formats_of(const std::string &text) {
  std::string all;
  for (const auto &file : sheet_of(text).files)
    all += file.name + ' ' + std::to_string(static_cast<int>(file.format)) + ' ';
  return all;
}

std::string detail_of(const std::string &text) {
  return error_of([&] { laid_out(text); }).detail();
}

}  // namespace

REDBOOK_TEST(test_facts_of_disc_and_tracks_are_read) {
  const auto sheet = sheet_of(R"(CD_DA // a comment
CATALOG "1234567890128"
TRACK AUDIO COPY PRE_EMPHASIS FOUR_CHANNEL_AUDIO ISRC "XYBLG1101234" SILENCE 0:4:0
TRACK AUDIO NO COPY NO PRE_EMPHASIS TWO_CHANNEL_AUDIO
SILENCE 0:4:0)");

  assert_text(sheet.mcn, "1234567890128");
  ck_assert((sheet.tracks.at(0).subcode ==
             Subcode{"XYBLG1101234", true, Copy::permitted, true}));
  ck_assert(sheet.tracks.at(1).subcode == Subcode{});
}

REDBOOK_TEST(test_lengths_are_samples_or_times) {
  assert_text(tracks_with("FILE \"a.bin\" 0 00:04:00"), "0+0+300 ");
  assert_text(tracks_with("FILE \"a.bin\" 0 588"), "0+0+1 ");
  assert_text(tracks_with("FILE \"a.bin\" 588 0"), "0+0+400 ");
  assert_text(tracks_with("AUDIOFILE \"a.bin\" 00:01:00"), "0+0+326 ");
  assert_text(tracks_with("FILE \"a.bin\" #2352 00:01:00"), "0+0+325 ");
  assert_text(tracks_with("DATAFILE \"a.bin\" 00:04:00"), "0+0+300 ");
  assert_text(tracks_with("DATAFILE \"a.bin\" #4 4704"), "0+0+2 ");
  assert_text(tracks_with("SILENCE 1000 ZERO 352"), "0+0+2 ");
  assert_text(tracks_with("ZERO AUDIO 00:02:00 SILENCE 00:02:00"), "0+0+300 ");
}

REDBOOK_TEST(test_pieces_begin_where_they_are_told) {
  const auto layout =
      laid_out("CD_DA TRACK AUDIO FILE \"a.bin\" #8 00:00:01 10 TRACK AUDIO SILENCE 588");

  ck_assert_int_eq(layout.pieces.at(0).first_byte, 2360);
  ck_assert_int_eq(layout.pieces.at(0).bytes, 40);
  ck_assert_int_eq(layout.pieces.at(1).bytes, 2312);
  ck_assert_int_eq(layout.pieces.at(2).bytes, 2352);
}

REDBOOK_TEST(test_start_and_indexes_are_places_in_the_track) {
  assert_text(tracks_with("FILE \"a.bin\" 0 300 START 00:00:01"
                          " FILE \"a.bin\" 0 00:04:00 INDEX 00:01:00 INDEX 00:02:00"),
              "0+1+300@75@150 ");
  assert_text(tracks_with("SILENCE 00:02:00 START FILE \"a.bin\" 0 INDEX 00:00:01"),
              "0+150+401@1 ");
  assert_text(tracks_with("PREGAP 0:2:0 FILE \"a.bin\" 0 00:04:00"), "0+150+300 ");
}

REDBOOK_TEST(test_start_between_two_blocks_is_the_next_one) {
  assert_text(tracks_with("SILENCE 1000 START FILE \"a.bin\" 0 00:05:25"), "0+2+400 ");
}

REDBOOK_TEST(test_raw_files_are_big_endian_and_wave_files_are_not) {
  const std::string sizes = " 0 588 ";
  assert_text(formats_of("CD_DA TRACK AUDIO FILE \"a.bin\"" + sizes +
                         "FILE \"b.raw\" SWAP" + sizes + "FILE \"c.WAV\"" + sizes +
                         "FILE \"d.wav\" SWAP" + sizes + "FILE \"a.bin\" 588 588"),
              "a.bin 1 b.raw 0 c.WAV 2 d.wav 3 ");
}

REDBOOK_TEST(test_strings_have_escapes) {
  const auto sheet =
      sheet_of(R"(CATALOG "1\0622" TRACK AUDIO FILE "a\\b \"c\" \x.bin" 0 588)");

  assert_text(sheet.mcn, "122");
  assert_text(sheet.files.front().name, "a\\b \"c\" x.bin");
}

REDBOOK_TEST(test_texts_become_those_of_the_disc) {
  const auto sheet = sheet_of(R"(CD_DA
CD_TEXT {
  LANGUAGE_MAP { 0 : 8, 1:EN }
  LANGUAGE 0 { TITLE "Gr\366\337e" PERFORMER "Wir" GENRE { 0, 14, 74, 97, 0 }
    SIZE_INFO { 0, 1, 2 } }
  LANGUAGE 1 { TITLE "Size" }
}
TRACK AUDIO CD_TEXT { LANGUAGE 0 { TITLE "Größe" COMPOSER "C" } LANGUAGE 1 { TITLE "T" } }
SILENCE 00:04:00)");

  ck_assert((sheet.texts == Texts{"Größe", "Wir"}));
  assert_text(sheet.genre, "Ja");
  assert_text(sheet.language, "de");
  ck_assert((sheet.tracks.at(0).texts == Texts{.title = "Größe", .composer = "C"}));
  const auto set = decode_cdtext(sheet.cdtext).set;
  ck_assert_uint_eq(set.blocks.size(), 2);
  ck_assert_int_eq(set.blocks.at(0).genre_code, 14);
  assert_text(set.blocks.at(1).disc.title, "Size");
  assert_text(set.blocks.at(1).tracks.at(0).texts.title, "T");
}

REDBOOK_TEST(test_texts_in_japanese_are_shift_jis) {
  const auto sheet = sheet_of(R"(CD_TEXT { LANGUAGE_MAP { 0 : 105 }
LANGUAGE 0 { TITLE "\202\240" } } TRACK AUDIO SILENCE 00:04:00)");

  assert_text(sheet.texts.title, "あ");
}

REDBOOK_TEST(test_codes_join_the_packs) {
  const auto sheet =
      sheet_of(R"(CATALOG "1234567890128" CD_TEXT { LANGUAGE 0 { TITLE "T" } }
TRACK AUDIO ISRC "XYBLG1101234" SILENCE 00:04:00)");

  const auto set = decode_cdtext(sheet.cdtext).set;
  assert_text(set.blocks.at(0).mcn, "1234567890128");
  assert_text(set.blocks.at(0).tracks.at(0).isrc, "XYBLG1101234");
}

REDBOOK_TEST(test_fault_has_its_line) {
  const struct {
    const char *text, *detail;
  } faults[] = {{"", "a.toc:1"},
                {"CD_DA\n", "a.toc:2"},
                {"\nCD_XX\nTRACK AUDIO", "a.toc:3"},
                {"CATALOG 12 TRACK AUDIO", "a.toc:1"},
                {"TRACK\nMODE1", "a.toc:2"},
                {"TRACK", "a.toc:1"},
                {"TRACK AUDIO", "a.toc:1"},
                {"TRACK AUDIO SILENCE 588 TRACK", "a.toc:1"},
                {"TRACK AUDIO\nRW_RAW", "a.toc:2"},
                {"TRACK AUDIO\nFILE \"a.flac\" 0", "a.toc:2"},
                {"TRACK AUDIO\nFILE \"a.bin\"", "a.toc:2"},
                {"TRACK AUDIO\nFILE \"a.bin\" 0 500:00:00",
                 "a.toc:2: a.bin holds 940804 bytes of audio"},
                {"TRACK AUDIO\nFILE \"a.bin\" 0:60:0", "a.toc:2"},
                {"TRACK AUDIO FILE \"a.bin", "a.toc:1"},
                {"TRACK AUDIO SILENCE 99999999999999999999", "a.toc:1"},
                {"TRACK AUDIO SILENCE 588\nSTART\nSTART", "a.toc:3"},
                {"TRACK AUDIO SILENCE 588\nPREGAP 0:2:0", "a.toc:2"},
                {"TRACK AUDIO SILENCE 588 START", "a.toc:1"},
                {"TRACK AUDIO SILENCE 5880 INDEX 0:0:10", "a.toc:1"},
                {"TRACK AUDIO SILENCE 5880 INDEX 0:0:5 INDEX 0:0:5", "a.toc:1"},
                {"CD_TEXT { LANGUAGE 8 { } } TRACK AUDIO", "a.toc:1"},
                {"CD_TEXT {\nLANGUAGE 0 { ISRC \"\" } } TRACK AUDIO", "a.toc:2"},
                {"CD_TEXT {\nLANGUAGE 0 { TITLE { 256 } } }", "a.toc:2"},
                {"CD_TEXT { LANGUAGE 0 {\n", "a.toc:2"},
                {"CD_DA ;", "a.toc:1"}};

  for (const auto &[text, detail] : faults) assert_text(detail_of(text), detail);
}

REDBOOK_TEST(test_more_than_99_tracks_are_refused) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "TRACK AUDIO SILENCE 00:04:00\n";

  assert_text(detail_of(text), "a.toc:100");
}
