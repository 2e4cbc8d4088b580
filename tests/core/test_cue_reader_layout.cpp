// Where the audio of a cue sheet comes to lie.
#include "cue_reader_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

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
