#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_album_is_burned_to_the_byte) {
  Rig rig;

  const auto audio = rig.burn(short_album());

  ck_assert(rig.recorded(Blocks{1125}) == audio);
  ck_assert(rig.medium().catalogue().finalised);
}

REDBOOK_TEST(test_burn_is_told_in_order) {
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
  for (const int fill : rig.notes.fills) ck_assert(fill >= 0 && fill <= 100);
}

REDBOOK_TEST(test_simulation_leaves_the_medium_blank) {
  Rig rig;

  rig.burn(short_album(), {.simulate = true});

  ck_assert(rig.medium().catalogue().blank());
  ck_assert(rig.notes.text().ends_with("tracks 3\nclosing\n"));
}

REDBOOK_TEST(test_disc_stays_open_where_asked) {
  Rig rig;

  rig.burn(short_album(), {.finalize = false});

  ck_assert(!rig.medium().catalogue().finalised);
  ck_assert(rig.medium().catalogue().sessions[0].closed);
}

REDBOOK_TEST(test_used_cd_rw_is_erased_first_where_asked) {
  Rig rig{"written-rw"};

  const auto audio = rig.burn(short_album(), {.blank = Blanking::fast});

  ck_assert(rig.recorded(Blocks{1125}) == audio);
  ck_assert(rig.notes.text().starts_with("erasing\nsao 3600\npreparing\n"));
}

REDBOOK_TEST(test_half_written_cd_rw_is_erased_first_where_asked) {
  Rig rig{"half-written-rw"};

  const auto audio = rig.burn(short_album(), {.blank = Blanking::full});

  ck_assert(rig.recorded(Blocks{1125}) == audio);
}

REDBOOK_TEST(test_overburning_goes_on_behind_the_nominal_end) {
  Rig rig;
  const auto disc = disc_of({eighty_minutes + Blocks{1}});
  const auto audio = rig.stash_of({});
  audio->resize(disc.length().bytes());

  const auto refused =
      error_of([&] { LibburnDrive{"/dev/sr0"}.burn(disc, *audio, {}, rig.notes, {}); });
  const auto tried = error_of([&] {
    LibburnDrive{"/dev/sr0"}.burn(disc, *audio, {.overburn = true}, rig.notes, {});
  });

  ck_assert(refused.result() == Result::disc_full);
  assert_text(rig.notes.text(), "sao 3600\npreparing\ntracks 0\n");
  ck_assert(tried.fault() != Fault::layout);
}

REDBOOK_TEST(test_tray_opens_after_the_burn_where_asked) {
  Rig rig;

  rig.burn(short_album(), {.eject = true});

  ck_assert(rig.state().tray_open);
}

REDBOOK_TEST(test_speed_is_the_drives_and_what_was_asked_is_told) {
  Rig rig;

  rig.burn(short_album(), {.write_speed = 310});

  ck_assert_uint_eq(rig.state().write_kb_per_second, 706);
  assert_text(rig.notes.findings.at(0).name, "WRITE_SPEED_ADJUSTED");
}

REDBOOK_TEST(test_tray_is_locked_during_the_burn_only) {
  Rig rig;
  bool locked = false;
  rig.notes.at_blocks = [&](Blocks written) {
    if (written > Blocks{}) locked = rig.state().removal_prevented;
  };
  LibburnDrive drive{"/dev/sr0"};
  const bool before = rig.state().removal_prevented;

  drive.burn(short_album(), *rig.stash_of(counting_audio(Blocks{1125})), {}, rig.notes,
             {});

  ck_assert(!before && locked && !rig.state().removal_prevented);
}
