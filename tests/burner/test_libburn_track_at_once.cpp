#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr DriveSettings at_once{.write_mode = WriteMode::tao};

}  // namespace

REDBOOK_TEST(test_tracks_are_burned_to_the_byte_two_seconds_apart) {
  Rig rig;

  const auto audio = rig.burn(short_album(), at_once);

  const Pcm first{audio.begin(), audio.begin() + Blocks{450}.bytes()};
  const Pcm second{audio.begin() + Blocks{450}.bytes(),
                   audio.begin() + Blocks{750}.bytes()};
  const Pcm third{audio.begin() + Blocks{750}.bytes(), audio.end()};
  ck_assert(rig.recorded(Blocks{450}) == first);
  ck_assert(rig.recorded(Blocks{152}, Lba{450}) == silence(Blocks{152}));
  ck_assert(rig.recorded(Blocks{300}, Lba{602}) == second);
  ck_assert(rig.recorded(Blocks{152}, Lba{902}) == silence(Blocks{152}));
  ck_assert(rig.recorded(Blocks{375}, Lba{1054}) == third);
  ck_assert(rig.medium().catalogue().finalised);
}

REDBOOK_TEST(test_burn_is_told_in_order_and_so_is_what_is_left_out) {
  Rig rig;

  rig.burn(short_album(), at_once);

  assert_text(rig.notes.text(), R"(tao 3600
preparing
tracks 0
tracks 1
tracks 2
tracks 3
closing
)");
  ck_assert(rig.notes.rose);
  assert_blocks(rig.notes.blocks, 1125);
  ck_assert_uint_eq(rig.notes.findings.size(), 1);
  assert_text(rig.notes.findings[0].name, "TAO_GAPS");
}

REDBOOK_TEST(test_pregap_becomes_the_beginning_of_its_track) {
  Rig rig;
  auto disc = disc_of({Blocks{450}, Blocks{450}});
  disc.tracks[1].pregap = Blocks{150};

  const auto audio = rig.burn(disc, at_once);

  const Pcm second{audio.begin() + Blocks{450}.bytes(), audio.end()};
  ck_assert(rig.recorded(Blocks{450}, Lba{602}) == second);
  ck_assert_int_eq(rig.medium().catalogue().track(2)->start.value, 602);
}

REDBOOK_TEST(test_codes_and_flags_are_on_the_tracks) {
  Rig rig;
  auto disc = disc_of({Blocks{450}, Blocks{450}});
  disc.mcn = "1234567890128";
  disc.tracks[0].subcode = {.isrc = "XYBLG1101234", .copy = Copy::permitted};
  disc.tracks[1].subcode = {.isrc = "XYBLG1100005", .pre_emphasis = true};

  rig.burn(disc, at_once);

  assert_text(rig.codes(), R"(track 1 MCN 1234567890128
track 1 ISRC XYBLG1101234
track 2 MCN 1234567890128
track 2 ISRC XYBLG1100005
)");
  ck_assert_uint_eq(rig.medium().catalogue().track(1)->control, 2);
  ck_assert_uint_eq(rig.medium().catalogue().track(2)->control, 1);
}

REDBOOK_TEST(test_simulation_leaves_the_medium_blank) {
  Rig rig;

  rig.burn(short_album(), {.write_mode = WriteMode::tao, .simulate = true});

  ck_assert(rig.medium().catalogue().blank());
  ck_assert(rig.notes.text().ends_with("tracks 3\nclosing\n"));
}

REDBOOK_TEST(test_disc_stays_open_where_asked) {
  Rig rig;

  rig.burn(short_album(), {.write_mode = WriteMode::tao, .finalize = false});

  ck_assert(!rig.medium().catalogue().finalised);
  ck_assert(rig.medium().catalogue().sessions[0].closed);
}

REDBOOK_TEST(test_drive_without_session_at_once_is_used_all_the_same) {
  Rig rig;
  rig.set("session-at-once", "no");

  rig.burn(short_album());

  ck_assert(rig.notes.text().starts_with("tao "));
  ck_assert(rig.medium().catalogue().finalised);
}
