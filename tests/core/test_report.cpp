#include "discs.hpp"
#include "report/format/report_json.hpp"
#include "report/format/report_text.hpp"
#include "report/format/text_table.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Report report_of_the_golden_pair() {
  Report report{.program = "redbooksink 1.0", .created = "2026-11-21T04:30:00Z"};
  report.destination = {"/music/album.cue", "image"};
  report.disc = disc_of_the_golden_pair();
  report.disc.texts = {.title = "Straße", .performer = "The \"Band\""};
  report.disc.tracks[0].texts = {.title = "Opening", .performer = "The Band"};
  report.disc.tracks[2].texts.title = "Two\nlines";
  report.outcome.tracks_written = 3;
  report.sums =
      DiscSums{{{{0x34e9a73e, 0xf224adcd}, 0x7b420359, 0x71511385, 32768}, {}, {}},
               0x89abcdef,
               0x01234567,
               0xcafe,
               16384,
               0};
  report.findings = {{"ISRC_SYNTAX", Severity::warning, 2, "Its ISRC is none.",
                      "It was left out.", 0xC0AA050B}};
  return report;
}

}  // namespace

REDBOOK_TEST(test_text_has_tables_and_sentences) {
  const auto report = report_of_the_golden_pair();

  assert_text(text_of(report), R"(redbooksink 1.0, 2026-11-21T04:30:00Z

The disc is complete.

 Written to    /music/album.cue
 Write mode    image
 Tracks        3
 Length        16:04.00

Disc
====

 Title         Straße
 Performer     The "Band"
 MCN           1234567890128

Table of contents
=================

 Track     Start    Length    Pregap  First block  Blocks  ISRC          Flags         Further indexes  Performer and title
 -----  --------  --------  --------  -----------  ------  ------------  ------------  ---------------  -------------------
     1  00:02.00  05:00.00  00:02.00          150   22500  XYBLG1101234  copy                           The Band - Opening
     2  05:04.00  05:00.00  00:02.00        22800   22500                pre-emphasis  06:00.00
     3  10:04.00  06:00.00                  45300   27000                                               Two lines

Checksums
=========

 Track     Peak  CRC-32    without nulls  AccurateRip v1  AccurateRip v2
 -----  -------  --------  -------------  --------------  --------------
     1  100.0 %  7B420359  71511385       34E9A73E        F224ADCD
     2    0.0 %  00000000  00000000       00000000        00000000
     3    0.0 %  00000000  00000000       00000000        00000000
   all   50.0 %  89ABCDEF  01234567

 CTDB CRC      0000CAFE

Identities
==========

 MusicBrainz   GXsCkm2SwqC5VxVZmmFm0qeD5VM-
 freedb        1903c203
 AccurateRip   6/0/5/dBAR-003-00022506-00072f42-1903c203.bin
 CTDB          u2wuzEZFvOVn4q0M39LDtygndUs-

Findings
========

 1. Track 2: Its ISRC is none. It was left out. [warning ISRC_SYNTAX]
)");
}

REDBOOK_TEST(test_json_says_the_same) {
  const auto report = report_of_the_golden_pair();

  assert_text(json_of(report), R"({
  "format": "redbook-report",
  "version": 1,
  "program": "redbooksink 1.0",
  "created": "2026-11-21T04:30:00Z",
  "outcome": {
    "result": "ok",
    "code": 0,
    "tracks-written": 3,
    "verified": false
  },
  "destination": {
    "name": "/music/album.cue",
    "write-mode": "image",
    "simulate": false,
    "disc": 1,
    "discs": 1,
    "copy": 1,
    "copies": 1
  },
  "disc": {
    "tracks": 3,
    "lead-out": 72300,
    "title": "Straße",
    "performer": "The \"Band\"",
    "mcn": "1234567890128",
    "cd-text-packs": 1
  },
  "tracks": [
    {
      "number": 1,
      "start": 0,
      "pregap": 150,
      "index-1": 150,
      "indexes": [],
      "length": 22500,
      "isrc": "XYBLG1101234",
      "copy": "permitted",
      "pre-emphasis": false,
      "four-channel": false,
      "title": "Opening",
      "performer": "The Band",
      "checksums": {
        "accurate-rip-v1": "34E9A73E",
        "accurate-rip-v2": "F224ADCD",
        "crc-32": "7B420359",
        "crc-32-without-nulls": "71511385",
        "peak": 32768
      }
    },
    {
      "number": 2,
      "start": 22650,
      "pregap": 150,
      "index-1": 22800,
      "indexes": [
        27000
      ],
      "length": 22500,
      "copy": "prohibited",
      "pre-emphasis": true,
      "four-channel": false,
      "checksums": {
        "accurate-rip-v1": "00000000",
        "accurate-rip-v2": "00000000",
        "crc-32": "00000000",
        "crc-32-without-nulls": "00000000",
        "peak": 0
      }
    },
    {
      "number": 3,
      "start": 45300,
      "pregap": 0,
      "index-1": 45300,
      "indexes": [],
      "length": 27000,
      "copy": "prohibited",
      "pre-emphasis": false,
      "four-channel": false,
      "title": "Two\nlines",
      "checksums": {
        "accurate-rip-v1": "00000000",
        "accurate-rip-v2": "00000000",
        "crc-32": "00000000",
        "crc-32-without-nulls": "00000000",
        "peak": 0
      }
    }
  ],
  "checksums": {
    "crc-32": "89ABCDEF",
    "crc-32-without-nulls": "01234567",
    "peak": 16384,
    "ctdb": "0000CAFE"
  },
  "identities": {
    "musicbrainz": "GXsCkm2SwqC5VxVZmmFm0qeD5VM-",
    "musicbrainz-toc": "1 3 72450 300 22950 45450",
    "freedb": "1903c203",
    "accurate-rip": "6/0/5/dBAR-003-00022506-00072f42-1903c203.bin",
    "ctdb": "u2wuzEZFvOVn4q0M39LDtygndUs-"
  },
  "findings": [
    {
      "name": "ISRC_SYNTAX",
      "severity": "warning",
      "track": 2,
      "sentence": "Its ISRC is none.",
      "action": "It was left out.",
      "code": 3232367883
    }
  ]
}
)");
}

REDBOOK_TEST(test_failed_burn_names_its_reason) {
  auto report = report_of_the_golden_pair();
  report.outcome = {Result::not_enough_disk_for_stash, "There is no space left.",
                    "/music: ENOSPC", 1};

  const auto text = text_of(report);

  ck_assert(text.find("\nThe burn failed. There is no space left. (/music: ENOSPC)\n") !=
            std::string::npos);
  ck_assert(text.find(" Tracks        1 of 3\n") != std::string::npos);
  const auto json = json_of(report);
  ck_assert(json.find("\"result\": \"not-enough-disk-for-stash\"") != std::string::npos);
  ck_assert(json.find("\"error\": \"There is no space left.\"") != std::string::npos);
}

REDBOOK_TEST(test_verified_disc_is_said_to_be_one) {
  auto report = report_of_the_golden_pair();
  report.findings.push_back(
      {verified_finding, Severity::note, 0, "it is what was staged.", {}, 0});

  ck_assert(text_of(report).find("It was read back, and is what was staged.") !=
            std::string::npos);
  ck_assert(json_of(report).find("\"verified\": true") != std::string::npos);
}

REDBOOK_TEST(test_simulated_burn_does_not_claim_a_disc) {
  auto report = report_of_the_golden_pair();
  report.destination.simulate = true;

  const auto text = text_of(report);

  ck_assert(text.find("simulated, nothing was kept") != std::string::npos);
}

REDBOOK_TEST(test_report_without_checksums_has_none) {
  auto report = report_of_the_golden_pair();
  report.sums.reset();

  ck_assert(text_of(report).find("Checksums") == std::string::npos);
  ck_assert(json_of(report).find("checksums") == std::string::npos);
}

REDBOOK_TEST(test_loudness_is_told_as_the_tracks_came) {
  auto report = report_of_the_golden_pair();
  const MeasuredLoudness first{-9.3456, 5.5, 1.0};
  const MeasuredLoudness whole{-12, 11, 1.0};
  report.loudness = DiscLoudness{
      {LoudnessMode::track, -16, -1}, whole, {{first, -6.6544}, {{}, 0}, {first, 0}}};

  ck_assert(text_of(report).find(R"(
Loudness
========

 As the tracks came. Each track was brought to -16.0 LUFS, or to true peaks of -1.0 dBTP.

 Track    LUFS  Range LU  True peak dBTP  Gain dB
 -----  ------  --------  --------------  -------
     1    -9.3       5.5             0.0    -6.65
     2  silent       0.0          silent     0.00
     3    -9.3       5.5             0.0     0.00
   all   -12.0      11.0             0.0
)") != std::string::npos);
  const auto json = json_of(report);
  ck_assert(json.find(R"("loudness": {
        "integrated": -9.35,
        "range": 5.5,
        "true-peak": 0.0,
        "gain": -6.65
      })") != std::string::npos);
  ck_assert(json.find(R"("loudness": {
        "range": 0.0,
        "gain": 0.0
      })") != std::string::npos);
  ck_assert(json.find(R"("loudness": {
    "mode": "track",
    "target": -16.0,
    "true-peak-limit": -1.0,
    "integrated": -12.0,
    "range": 11.0,
    "true-peak": 0.0
  })") != std::string::npos);
}

REDBOOK_TEST(test_report_of_audio_as_it_came_has_no_loudness) {
  const auto report = report_of_the_golden_pair();

  ck_assert(text_of(report).find("Loudness") == std::string::npos);
  ck_assert(json_of(report).find("loudness") == std::string::npos);
}

REDBOOK_TEST(test_invalid_text_is_replaced_not_thrown) {
  auto report = report_of_the_golden_pair();
  report.disc.texts.title = "\xff\xfe";

  ck_assert(json_of(report).find("\xef\xbf\xbd") != std::string::npos);
}

REDBOOK_TEST(test_column_without_contents_is_left_out) {
  TextTable table{{{"A"}, {"B"}, {"C"}}};
  table.add({"1", "", "x"});
  table.add({"22", "", "y"});

  assert_text(table.text(), " A   C\n --  -\n 1   x\n 22  y\n");
}
