#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_gapless_album_has_the_cue_sheet_of_vector_a) {
  Rig rig;

  rig.burn_silence(disc_of({Blocks{22500}, Blocks{22500}, Blocks{27000}}),
                   {.simulate = true});

  assert_text(rig.cue_sheet(), R"(0100000100000000
0101000000000000
0101010000000200
0102010000050200
01030100000a0200
01aa010100100200
)");
}

REDBOOK_TEST(test_everything_has_the_cue_sheet_of_vector_b) {
  Rig rig;
  auto disc = disc_of({Blocks{22500}, Blocks{22650}, Blocks{27000}});
  disc.mcn = "1234567890128";
  disc.tracks[0].subcode = {.isrc = "XYBLG1101234", .copy = Copy::permitted};
  disc.tracks[1].pregap = Blocks{150};
  disc.tracks[1].indexes = {Blocks{4200}};
  disc.tracks[1].subcode = {
      .isrc = "XYBLG1100005", .pre_emphasis = true, .copy = Copy::scms};
  disc.cdtext = packs();

  rig.burn_silence(disc, {.simulate = true});

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

// A track of 100 blocks is filled to 300 before a disc gets here.
REDBOOK_TEST(test_shortest_track_has_the_cue_sheet_of_vector_d) {
  Rig rig;

  rig.burn(disc_of({Blocks{300}, Blocks{400}}));

  assert_text(rig.cue_sheet(), R"(0100000100000000
0101000000000000
0101010000000200
0102010000000600
01aa010100000b19
)");
}

REDBOOK_TEST(test_hidden_track_lies_before_index_01) {
  Rig rig;
  auto disc = disc_of({Blocks{750}, Blocks{300}});
  disc.tracks[0].pregap = Blocks{300};

  const auto audio = rig.burn(disc);

  assert_text(rig.cue_sheet(), R"(0100000100000000
0101000000000000
0101010000000600
0102010000000c00
01aa010100001000
)");
  ck_assert(rig.recorded(disc.length()) == audio);
  ck_assert(rig.recorded(Blocks{150}, Lba{-150}) == silence(Blocks{150}));
  ck_assert_int_eq(rig.medium().catalogue().track(1)->start.value, 300);
}

REDBOOK_TEST(test_pregap_with_audio_lies_before_index_01) {
  Rig rig;
  auto disc = disc_of({Blocks{450}, Blocks{450}});
  disc.tracks[1].pregap = Blocks{75};

  const auto audio = rig.burn(disc);

  ck_assert(rig.recorded(disc.length()) == audio);
  ck_assert_int_eq(rig.medium().catalogue().track(2)->start.value, 525);
  ck_assert_int_eq(rig.medium().catalogue().track(2)->pregap.value, 450);
}

REDBOOK_TEST(test_four_channels_are_flagged) {
  Rig rig;
  auto disc = disc_of({Blocks{450}});
  disc.tracks[0].subcode.four_channel = true;

  rig.burn(disc);

  ck_assert_uint_eq(rig.medium().catalogue().track(1)->control, 8);
}

REDBOOK_TEST(test_99_tracks_are_burned) {
  Rig rig;
  const auto disc = disc_of(std::vector<Blocks>(99, Blocks{300}));

  const auto audio = rig.burn(disc);

  ck_assert(rig.recorded(disc.length()) == audio);
  ck_assert_int_eq(rig.medium().catalogue().track_count, 99);
}

REDBOOK_TEST(test_98_further_indexes_are_burned) {
  Rig rig;
  auto disc = disc_of({Blocks{1500}});
  for (int i = 1; i <= 98; ++i) disc.tracks[0].indexes.push_back(Blocks{10} * i);

  rig.burn(disc);

  const auto sheet = rig.cue_sheet();
  ck_assert_int_eq(std::count(sheet.begin(), sheet.end(), '\n'), 1 + 1 + 99 + 1);
  ck_assert(sheet.find("01016300") != std::string::npos);
}

REDBOOK_TEST(test_texts_are_in_the_lead_in) {
  Rig rig;
  auto disc = disc_of({Blocks{750}, Blocks{750}});
  disc.cdtext = packs();

  rig.burn(disc);

  std::vector<std::byte> found;
  for (const auto &pack : rig.medium().text(1)) {
    const auto bytes = std::as_bytes(std::span{pack});
    found.insert(found.end(), bytes.begin(), bytes.end());
  }
  ck_assert(found == disc.cdtext);
}

REDBOOK_TEST(test_audio_is_written_early_to_undo_a_late_drive) {
  Rig rig;
  rig.set("write-offset", "30");
  const auto disc = short_album();
  auto audio = counting_audio(disc.length());
  std::fill(audio.begin(), audio.begin() + 120, std::byte{});

  rig.burn(disc, audio, {.write_offset = 30});

  ck_assert(rig.recorded(disc.length()) == audio);
}

REDBOOK_TEST(test_what_an_offset_pushes_off_one_end_is_silence_at_the_other) {
  Rig rig;
  const auto disc = short_album();
  const auto audio = counting_audio(disc.length());

  rig.burn(disc, audio, {.write_offset = -700});

  auto late = silence(2800);
  late.insert(late.end(), audio.begin(), audio.end() - 2800);
  ck_assert(rig.recorded(disc.length()) == late);
}
