#include <nlohmann/json.hpp>

#include "disc/disc_json.hpp"
#include "discs.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Disc disc_with_everything() {
  auto disc = disc_of_the_golden_pair();
  disc.texts = {"T\"\u00f6", "P", "S", "C", "A", "M"};
  disc.tracks[2].texts = {.title = "Three"};
  disc.tracks[2].texts.translated = {{"de", &Texts::title, "Drei"},
                                     {"xx", &Texts::message, ""}};
  disc.tracks[2].subcode = {.copy = Copy::scms, .four_channel = true};
  disc.genre = "Jazz";
  disc.language = "de";
  disc.cdtext = disc_of_ddp_golden_3().cdtext;
  disc.cdtext.push_back(std::byte{0xab});
  return disc;
}

std::string detail_of_disc(const std::string &text) {
  return error_of([&] { value_of<Disc>(parsed_json(text), "disc"); }).detail();
}

/// A good disc of one track, with `member` of the track set to `value`.
std::string disc_with(const char *member, const char *value) {
  auto disc = json_of(Disc{{{Lba{0}, {}, Blocks{300}, {}, {}}}});
  disc["tracks"][0][member] = parsed_json(value);
  return line_of(disc);
}

}  // namespace

REDBOOK_TEST(test_disc_is_written_as_is_told) {
  Disc disc{{{Lba{0}, Blocks{150}, Blocks{450}, {Blocks{75}}, {"One"}}}, {"Album"}};
  disc.tracks[0].texts.translated = {{"de", &Texts::title, "Eins"}};
  disc.tracks[0].subcode = {"XYBLG1101234", true, Copy::permitted, false};
  disc.mcn = "1234567890128";
  disc.cdtext = bytes_of_hex("80000000 540041004200000000000000 7463");

  assert_text(
      line_of(json_of(disc)),
      R"({"mcn":"1234567890128","genre":"","language":"","texts":{"title":"Album",)"
      R"("performer":"","songwriter":"","composer":"","arranger":"","message":"",)"
      R"("translated":[]},)"
      R"("tracks":[{"start":0,"pregap":150,"length":450,"indexes":[75],)"
      R"("isrc":"XYBLG1101234","pre-emphasis":true,"copy":"permitted",)"
      R"("four-channel":false,"texts":{"title":"One","performer":"","songwriter":"",)"
      R"("composer":"","arranger":"","message":"",)"
      R"("translated":[{"language":"de","item":"title","text":"Eins"}]}}],)"
      R"("cdtext":["800000005400410042000000000000007463"]})");
}

REDBOOK_TEST(test_disc_comes_back) {
  const auto disc = disc_with_everything();

  ck_assert(value_of<Disc>(parsed_json(line_of(json_of(disc))), "disc") == disc);
  ck_assert(value_of<Disc>(json_of(Disc{}), "disc") == Disc{});
}

REDBOOK_TEST(test_text_that_is_no_utf_8_is_made_valid) {
  const Disc disc{{}, {"A\xff"}};

  assert_text(value_of<Disc>(parsed_json(line_of(json_of(disc))), "disc").texts.title,
              "A\ufffd");
}

REDBOOK_TEST(test_finding_comes_back) {
  const Finding finding{"MCN_CHECKSUM", Severity::warning, 3,
                        "It is.",       "Left out.",       0x8004020e};

  ck_assert(value_of<Finding>(parsed_json(line_of(json_of(finding))), "finding") ==
            finding);
}

REDBOOK_TEST(test_error_comes_back) {
  const Error error{Fault::medium, Result::disc_full, "It is full.", "3/11/05"};

  const auto read = error_of(parsed_json(line_of(json_of(error))), "error");

  ck_assert(read.fault() == Fault::medium);
  ck_assert(read.result() == Result::disc_full);
  assert_text(read.what(), "It is full.");
  assert_text(read.detail(), "3/11/05");
}

REDBOOK_TEST(test_every_result_comes_back) {
  for (int i = 0; i <= static_cast<int>(Result::generic); ++i) {
    const auto result = static_cast<Result>(i);
    ck_assert(error_of(json_of(Error{Fault::drive, result, ""}), "e").result() == result);
  }
}

REDBOOK_TEST(test_what_is_wrong_is_told_with_its_place) {
  auto translated = json_of(Disc{});
  translated["texts"]["translated"] =
      parsed_json(R"([{"language":"de","item":"genre","text":""}])");
  const struct {
    std::string text, detail;
  } faults[] = {
      {"{", "no JSON"},
      {"[]", "disc: no object"},
      {"{}", "disc.mcn: missing"},
      {disc_with("start", "1"), "disc.tracks: a hole between two"},
      {disc_with("start", "-1"), "disc.tracks[0].start: no number from 0 to 449849"},
      {disc_with("start", "1.5"), "disc.tracks[0].start: no number from 0 to 449849"},
      {disc_with("start", "18446744073709551615"),
       "disc.tracks[0].start: no number from 0 to 449849"},
      {disc_with("length", "0"), "disc.tracks[0].length: not behind the pregap"},
      {disc_with("length", "\"1\""), "disc.tracks[0].length: no number from 0 to 449849"},
      {disc_with("indexes", "{}"), "disc.tracks[0].indexes: no list of up to 98"},
      {disc_with("indexes", "[300]"),
       "disc.tracks[0].indexes[0]: no number from 1 to 299"},
      {disc_with("indexes", "[7,7]"),
       "disc.tracks[0].indexes[1]: no number from 8 to 299"},
      {disc_with("copy", "\"maybe\""), "disc.tracks[0].copy: unknown word"},
      {disc_with("pre-emphasis", "1"),
       "disc.tracks[0].pre-emphasis: neither true nor false"},
      {disc_with("isrc", "null"), "disc.tracks[0].isrc: no text"},
      {disc_with("texts", "0"), "disc.tracks[0].texts: no object"},
      {line_of(translated), "disc.texts.translated[0].item: unknown word"}};

  for (const auto &[text, detail] : faults) assert_text(detail_of_disc(text), detail);
}

REDBOOK_TEST(test_packs_must_be_hexadecimal) {
  for (const auto *digits : {"8", "8g", "+8", "0x",
                             "0123456789012345678901234567890123456"
                             "7"}) {
    auto disc = json_of(Disc{});
    disc["cdtext"].push_back(digits);
    ck_assert(detail_of_disc(line_of(disc)).starts_with("disc.cdtext[0]: "));
  }
}

REDBOOK_TEST(test_more_than_a_disc_holds_is_refused) {
  Disc long_disc{{{Lba{0}, {}, Blocks{449849}, {}, {}}}};
  Disc many_tracks;
  for (int i = 0; i < 100; ++i)
    many_tracks.tracks.push_back({many_tracks.lead_out(), {}, Blocks{1}, {}, {}});
  long_disc.tracks.push_back({long_disc.lead_out(), {}, Blocks{1}, {}, {}});

  assert_text(detail_of_disc(line_of(json_of(long_disc))), "disc.tracks: too long");
  assert_text(detail_of_disc(line_of(json_of(many_tracks))),
              "disc.tracks: no list of up to 99");
}

REDBOOK_TEST(test_members_that_are_not_known_are_passed_over) {
  auto disc = json_of(Disc{});
  disc["since"] = 2;

  ck_assert(value_of<Disc>(disc, "disc") == Disc{});
}
