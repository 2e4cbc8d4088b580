#include "lint_cases.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_lengths) {
  check({
      good("one track of 4 seconds", disc_of({300})),
      good("three tracks", three()),
      good("99 tracks of 4 seconds", disc_of_tracks(99)),
      good("74 minutes", disc_of({332850})),
      told("no track", {}, "NO_TRACKS error 0"),
      told("100 tracks", disc_of_tracks(100), "TRACK_LIMIT error 0"),
      told("150 tracks", disc_of_tracks(150), "TRACK_LIMIT error 0"),
      told("74 minutes and a block", disc_of({332851}), "LONGER_THAN_74_MINUTES note 0"),
      told("80 minutes", disc_of({359849}), "LONGER_THAN_74_MINUTES note 0"),
      told("80 minutes and a block", disc_of({359850}), "LEADOUT_LIMIT error 0"),
      told("one block more than the blank", disc_of({300, 301}), "LEADOUT_LIMIT error 0",
           Blocks{600}),
      good("as much as the blank", disc_of({300, 300}), Blocks{600}),
      told("80 minutes and a block on a larger blank", disc_of({359850}),
           "LONGER_THAN_80_MINUTES note 0", Blocks{404850}),
      told("as long as can be told", disc_of({449849}), "LONGER_THAN_80_MINUTES note 0",
           no_limit),
      told("longer than can be told", disc_of({449850}), "LEADOUT_LIMIT error 0",
           no_limit),
  });
}

REDBOOK_TEST(test_short_tracks) {
  check({
      told("the only track one block short", disc_of({299}), "TRACK_TOO_SHORT error 1"),
      told("a track of nothing", disc_of({300, 0, 300}), "TRACK_TOO_SHORT error 2"),
      told("the last track short", disc_of({300, 299}), "TRACK_TOO_SHORT error 2"),
      told("two short tracks", disc_of({299, 300, 299}),
           "TRACK_TOO_SHORT error 1 TRACK_TOO_SHORT error 3"),
      told("a pregap leaves too little", with_pregap(4201), "TRACK_TOO_SHORT error 2"),
      good("a pregap leaves 4 seconds", with_pregap(4200)),
      told("a pregap is all of the track", with_pregap(4500), "TRACK_TOO_SHORT error 2"),
      told("4 seconds with the pregap behind it", short_before(299, 1),
           "TRACK_SHORT_WITHOUT_PREGAP note 1"),
      told("2 seconds, and 2 of pregap", short_before(150, 150),
           "TRACK_SHORT_WITHOUT_PREGAP note 1"),
      told("not even so", short_before(298, 1), "TRACK_TOO_SHORT error 1"),
      good("4 seconds without it", short_before(300, 150)),
  });
}

REDBOOK_TEST(test_places) {
  const auto hidden =
      three_with([](Disc &disc) { disc.tracks[0].pregap = Blocks{3000}; });
  const auto hole = three_with(
      [](Disc &disc) { disc.tracks[2].start = disc.tracks[2].start + Blocks{1}; });
  const auto overlap = three_with(
      [](Disc &disc) { disc.tracks[2].start = disc.tracks[2].start - Blocks{1}; });
  const auto late = three_with([](Disc &disc) {
    for (auto &track : disc.tracks) track.start = track.start + Blocks{150};
  });
  const auto early = three_with([](Disc &disc) {
    for (auto &track : disc.tracks) track.start = track.start - Blocks{150};
  });
  check({
      good("a hidden track before track 1", hidden),
      good("a pregap of a block", with_pregap(1)),
      told("a hole", hole, "TRACK_PLACE error 3"),
      told("an overlap", overlap, "TRACK_PLACE error 3"),
      told("track 1 not at LBA 0", late, "TRACK_PLACE error 1"),
      told("track 1 before LBA 0", early, "TRACK_PLACE error 1"),
      told("a pregap of less than nothing", with_pregap(-1), "PREGAP_LENGTH error 2"),
  });
}

REDBOOK_TEST(test_pregap_longer_than_its_track_is_one_fault) {
  check(told("longer than the track", with_pregap(4501), "PREGAP_LENGTH error 2"));
}

REDBOOK_TEST(test_index_points) {
  const auto track_1 = three_with([](Disc &disc) {
    disc.tracks[0].pregap = Blocks{100};
    disc.tracks[0].indexes = {Blocks{10}, Blocks{4399}};
  });
  const auto behind_pregap = [](int index) {
    auto disc = with_indexes({index});
    disc.tracks[1].pregap = Blocks{150};
    return disc;
  };
  auto none_behind_pregap = behind_pregap(0);
  none_behind_pregap.tracks[1].indexes.clear();
  check({
      good("one", with_indexes({2250})),
      good("10 blocks apart", with_indexes({10, 20})),
      good("on the last block", with_indexes({4499})),
      good("index 99", with_index_points(98, 10)),
      good("in track 1, behind a hidden track", track_1),
      good("on the last block, behind a pregap", behind_pregap(4349)),
      mended("at the end, behind a pregap", behind_pregap(4350),
             "INDEX_OUTSIDE warning 2", none_behind_pregap),
      mended("at the end", with_indexes({4500}), "INDEX_OUTSIDE warning 2", three()),
      mended("two behind the end", with_indexes({100, 5000, 6000}),
             "INDEX_OUTSIDE warning 2", with_indexes({100})),
      mended("at index 01", with_indexes({0, 100}), "INDEX_ORDER warning 2",
             with_indexes({100})),
      mended("before index 01", with_indexes({-100, 100}), "INDEX_ORDER warning 2",
             with_indexes({100})),
      mended("twice the same", with_indexes({100, 100}), "INDEX_ORDER warning 2",
             with_indexes({100})),
      mended("falling", with_indexes({300, 200, 400}), "INDEX_ORDER warning 2",
             with_indexes({300, 400})),
      mended("9 blocks behind index 01", with_indexes({9}), "INDEX_TOO_CLOSE warning 2",
             three()),
      mended("9 blocks apart", with_indexes({100, 109, 110}), "INDEX_TOO_CLOSE warning 2",
             with_indexes({100, 110})),
      mended("index 100", with_index_points(99, 10), "INDEX_LIMIT warning 2",
             with_index_points(98, 10)),
      mended("all faults in one track", with_indexes({100, 50, 105, 5000}),
             "INDEX_ORDER warning 2 INDEX_OUTSIDE warning 2 INDEX_TOO_CLOSE warning 2",
             with_indexes({100})),
  });
}
