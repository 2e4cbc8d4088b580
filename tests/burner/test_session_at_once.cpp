#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

START_TEST(test_album_is_burned_to_the_byte) {
  Rig rig;

  const auto sound = rig.burn(short_album());

  ck_assert(rig.recorded(Blocks{1125}) == sound);
  ck_assert(rig.medium().catalogue().finalised);
}
END_TEST

START_TEST(test_burn_is_told_in_order) {
  Rig rig;

  rig.burn(short_album());

  assert_text(rig.notes.text(), R"(sao 3600
preparing
tracks 0
tracks 1
tracks 2
tracks 3
closing
)");
  ck_assert(rig.notes.rose);
  assert_blocks(rig.notes.blocks, 1125);
}
END_TEST

START_TEST(test_gapless_album_has_the_cue_sheet_of_vector_a) {
  Rig rig;

  rig.burn(disc_of({Blocks{22500}, Blocks{22500}, Blocks{27000}}), {.simulate = true});

  assert_text(rig.cue_sheet(), R"(0100000100000000
0101000000000000
0101010000000200
0102010000050200
01030100000a0200
01aa010100100200
)");
}
END_TEST

START_TEST(test_everything_has_the_cue_sheet_of_vector_b) {
  Rig rig;
  auto disc = disc_of({Blocks{22500}, Blocks{22650}, Blocks{27000}});
  disc.mcn = "1234567890128";
  disc.tracks[0].subcode = {.isrc = "XYBLG1101234", .copy = Copy::permitted};
  disc.tracks[1].pregap = Blocks{150};
  disc.tracks[1].indexes = {Blocks{4200}};
  disc.tracks[1].subcode = {
      .isrc = "XYBLG1100005", .pre_emphasis = true, .copy = Copy::scms};
  disc.cdtext = one_pack_each();

  rig.burn(disc, {.simulate = true});

  assert_text(rig.cue_sheet(), R"(0231323334353637
0238393031323800
0100004100000000
23015859424c4731
2301313031323334
2101000000000000
2101010000000200
13025859424c4731
1302313030303035
1102000080050200
1102010080050400
1102020080060000
01030100000a0400
01aa010100100400
)");
}
END_TEST

int main() {
  return run("session_at_once",
             {test_album_is_burned_to_the_byte, test_burn_is_told_in_order,
              test_gapless_album_has_the_cue_sheet_of_vector_a,
              test_everything_has_the_cue_sheet_of_vector_b});
}
