#include "test_drive/cue_sheet.hpp"
#include "test_drive/unit/support.hpp"

using namespace redbook::drive;

namespace {

// What libburn sends for three tracks with everything a cue sheet can have.
constexpr auto rich_sheet = R"(
  0231323334353637 0238393031323800 0100004100000000
  23015859424c4731 2301313031323334 2101000000000000 2101010000000200
  13025859424c4731 1302313030303035 1102000080050200 1102010080050400 1102020080060000
  01030100000a0400 01aa010100100400)";

bool is_refused(const std::string &sheet) {
  try {
    const CueSheet parsed{hex_bytes(sheet)};
    return false;
  } catch (const Sense &sense) {
    return sense == sense::invalid_field_in_parameters;
  }
}

struct BadSheet {
  const char *reason;
  const char *sheet;
};

const BadSheet bad_sheets[] = {
    {"nothing at all", ""},
    {"not whole lines", "010000010000"},
    {"no lead-in", "0101000000000000 0101010000000200 01aa010100000600"},
    {"no lead-out", "0100000100000000 0101000000000000 0101010000000200"},
    {"no index 01", "0100000100000000 0101000000000000 01aa010100000600"},
    {"first pregap too short",
     "0100000100000000 0101000000000000 010101000000014a 01aa010100000600"},
    {"track of 299 blocks",
     "0100000100000000 0101000000000000 0101010000000200 01aa01010000054a"},
    {"times going back",
     "0100000100000000 0101000000000000 0101010000000200 0102010000000100 "
     "01aa010100000e00"},
    {"a track left out",
     "0100000100000000 0101000000000000 0101010000000200 0103010000000600 "
     "01aa010100000e00"},
    {"an index left out",
     "0100000100000000 0101000000000000 0101010000000200 0101030000000600 "
     "01aa010100000e00"},
    {"frame 75", "0100000100000000 0101000000000000 0101010000000200 01aa01010000064b"},
    {"catalogue number of six digits",
     "0231323334353600 0100000100000000 0101000000000000 0101010000000200 "
     "01aa010100000600"},
    {"catalogue number with a letter",
     "0231323334353641 0238393031323800 0100000100000000 0101000000000000 "
     "0101010000000200 01aa010100000600"},
    {"half an ISRC",
     "0100000100000000 03015859424c4731 0101000000000000 0101010000000200 "
     "01aa010100000600"},
    {"flags that change inside a track",
     "0100000100000000 2101000000000000 0101010000000200 01aa010100000600"},
    {"a data track",
     "0100000100000000 4101000000000000 4101010000000200 "
     "01aa010100000600"},
    {"something after the lead-out",
     "0100000100000000 0101000000000000 0101010000000200 01aa010100000600 "
     "01aa010100000600"},
};

}  // namespace

REDBOOK_TEST(test_everything_in_a_sheet_is_understood) {
  const CueSheet sheet{hex_bytes(rich_sheet)};

  const auto tracks = sheet.tracks(1);

  assert_text(sheet.mcn(), "1234567890128");
  assert_text(sheet.isrc(1), "XYBLG1101234");
  assert_text(sheet.isrc(2), "XYBLG1100005");
  ck_assert(sheet.has_text());
  ck_assert_int_eq(sheet.first().value, -150);
  ck_assert_int_eq(sheet.lead_out().value, 72150);
  ck_assert_uint_eq(tracks.size(), 3);
  ck_assert_int_eq(tracks[1].pregap.value, 22500);
  ck_assert_int_eq(tracks[1].start.value, 22650);
  ck_assert_int_eq(tracks[1].end.value, 45150);
  ck_assert_uint_eq(tracks[1].control, 1);
  ck_assert_uint_eq(sheet.segment_at(Lba{26850}).index, 2);
}

REDBOOK_LOOP_TEST(test_sheets_that_break_the_rules_are_refused, std::size(bad_sheets)) {
  const auto &bad = bad_sheets[_i];

  ck_assert_msg(is_refused(bad.sheet), "accepted: %s", bad.reason);
}

REDBOOK_TEST(test_empty_index_00_is_accepted) {
  ck_assert(
      !is_refused("0100000100000000 0101000000000000 0101010000000200 0102000000000600 "
                  "0102010000000600 01aa010100000e00"));
}
