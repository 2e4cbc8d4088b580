// How music that is longer than a disc is divided.
#include "disc/disc_parts.hpp"
#include "image_reader_fixture.hpp"
#include "lint_cases.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr int hour = 270000;

/// Each disc as its offset, and its tracks as tracks_of() has them.
std::string text_of(const std::vector<DiscPart> &parts) {
  std::string text;
  for (const auto &part : parts)
    text += '[' + std::to_string(part.offset.count()) + "] " + tracks_of(part.disc);
  return text;
}

std::string discs_of(const Disc &whole, Blocks capacity = eighty_minutes) {
  return text_of(divided(whole, capacity));
}

std::string findings_of(const std::vector<DiscPart> &parts) {
  std::string text;
  for (const auto &part : parts)
    for (const auto &finding : part.findings) text += sentence_of(finding) + '\n';
  return text;
}

/// The discs are good ones, and end to end the whole.
void assert_nothing_lost(const Disc &whole, Blocks capacity = eighty_minutes) {
  Blocks end{};
  for (const auto &part : divided(whole, capacity)) {
    ck_assert(part.offset == end);
    ck_assert(part.disc.tracks.front().start == Lba{0});
    ck_assert(lint(part.disc, capacity).can_be_made());
    end += part.disc.length();
  }
  ck_assert(end == whole.length());
}

Disc with_title(Disc disc, std::size_t track, const char *title) {
  disc.tracks.at(track).texts.title = title;
  return disc;
}

}  // namespace

REDBOOK_TEST(test_what_fits_comes_back_as_it_was) {
  auto disc = disc_of_tracks(99, 3634);
  disc.cdtext = {std::byte{1}};
  ck_assert(disc.length() <= eighty_minutes);

  const auto parts = divided(disc, eighty_minutes);

  ck_assert_uint_eq(parts.size(), 1);
  ck_assert(parts[0].disc == disc);
  ck_assert(parts[0].offset == Blocks{});
  ck_assert(parts[0].findings.empty());
}

REDBOOK_TEST(test_empty_disc_is_one_disc) {
  const auto parts = divided({}, eighty_minutes);

  ck_assert_uint_eq(parts.size(), 1);
  ck_assert(parts[0].disc == Disc{});
}

REDBOOK_TEST(test_three_hours_become_three_discs) {
  const auto tracks_of_4_minutes = disc_of_tracks(45, 18000);
  ck_assert_int_eq(tracks_of_4_minutes.length().count(), 3 * hour);

  const auto parts = divided(tracks_of_4_minutes, eighty_minutes);

  ck_assert_uint_eq(parts.size(), 3);
  ck_assert_uint_eq(parts[0].disc.tracks.size(), 19);
  ck_assert_uint_eq(parts[1].disc.tracks.size(), 19);
  ck_assert_uint_eq(parts[2].disc.tracks.size(), 7);
  assert_nothing_lost(tracks_of_4_minutes);
}

REDBOOK_TEST(test_three_hours_in_one_track_become_three_discs) {
  const auto one = disc_of({3 * hour});

  assert_text(discs_of(one), "[0] 0+0+359849 [359849] 0+0+359849 [719698] 0+0+90302 ");
  assert_nothing_lost(one);
}

REDBOOK_TEST(test_boundary_at_the_capacity_is_taken) {
  const Blocks capacity{10000};

  assert_text(discs_of(disc_of({4000, 6000, 300}), capacity),
              "[0] 0+0+4000 4000+0+6000 [10000] 0+0+300 ");
  assert_text(discs_of(disc_of({4000, 6001, 300}), capacity),
              "[0] 0+0+4000 [4000] 0+0+6001 6001+0+300 ");
  assert_text(discs_of(disc_of({4000, 6000}), capacity), "[0] 0+0+4000 4000+0+6000 ");
  assert_text(discs_of(disc_of({10000, 300}), capacity),
              "[0] 0+0+10000 [10000] 0+0+300 ");
}

REDBOOK_TEST(test_hundredth_track_opens_the_next_disc) {
  const auto parts = divided(disc_of_tracks(250), eighty_minutes);

  ck_assert_uint_eq(parts.size(), 3);
  ck_assert_uint_eq(parts[0].disc.tracks.size(), 99);
  ck_assert_uint_eq(parts[1].disc.tracks.size(), 99);
  ck_assert_uint_eq(parts[2].disc.tracks.size(), 52);
  assert_nothing_lost(disc_of_tracks(250));
}

REDBOOK_TEST(test_rest_of_a_cut_track_has_four_seconds) {
  const Blocks capacity{10000};

  assert_text(discs_of(disc_of({10001}), capacity), "[0] 0+0+9701 [9701] 0+0+300 ");
  assert_text(discs_of(disc_of({10299}), capacity), "[0] 0+0+9999 [9999] 0+0+300 ");
  assert_text(discs_of(disc_of({10300}), capacity), "[0] 0+0+10000 [10000] 0+0+300 ");
  assert_nothing_lost(disc_of({10001}), capacity);
}

REDBOOK_TEST(test_tracks_follow_the_rest_of_a_cut_one) {
  const auto whole = disc_of({500, 12000, 700, 8000});

  assert_text(
      discs_of(whole, Blocks{10000}),
      "[0] 0+0+500 [500] 0+0+10000 [10500] 0+0+2000 2000+0+700 [13200] 0+0+8000 ");
  assert_nothing_lost(whole, Blocks{10000});
}

REDBOOK_TEST(test_pregap_goes_with_its_track) {
  auto whole = disc_of({6000, 6000});
  whole.tracks[1].pregap = Blocks{150};

  assert_text(discs_of(whole, Blocks{10000}), "[0] 0+0+6000 [6000] 0+150+5850 ");
}

REDBOOK_TEST(test_cut_in_a_pregap_is_at_index_01_at_the_latest) {
  const Blocks capacity{10000};
  auto whole = disc_of({12000});
  whole.tracks[0].subcode.isrc = "XYBLG1101234";
  const auto discs_with = [&](int pregap) {
    whole.tracks[0].pregap = Blocks{pregap};
    assert_nothing_lost(whole, capacity);
    return discs_of(whole, capacity);
  };

  assert_text(discs_with(9700), "[0] 0+9700+300 [10000] 0+0+2000 ");
  assert_text(discs_with(9701), "[0] 0+0+9701 [9701] 0+0+2299 ");
  assert_text(discs_with(10100), "[0] 0+0+10000 [10000] 0+100+1900 ");
  const auto parts = divided(whole, capacity);
  assert_text(parts[0].disc.tracks[0].subcode.isrc, "");
  assert_text(parts[1].disc.tracks[0].subcode.isrc, "XYBLG1101234");
}

REDBOOK_TEST(test_track_too_short_to_end_a_disc_goes_to_the_next) {
  auto whole = disc_of({5000, 250, 6000});
  whole.tracks[2].pregap = Blocks{150};

  const auto parts = divided(whole, Blocks{10000});

  assert_text(text_of(parts), "[0] 0+0+5000 [5000] 0+0+250 250+150+5850 ");
  ck_assert(parts[0].findings.at(0).sentence.find("with track 2 of all") !=
            std::string::npos);
}

REDBOOK_TEST(test_index_points_are_in_their_part) {
  auto whole = disc_of({25000});
  whole.tracks[0].pregap = Blocks{100};
  whole.tracks[0].indexes = {Blocks{50},    Blocks{9899},  Blocks{9900},  Blocks{9901},
                             Blocks{19899}, Blocks{19900}, Blocks{20000}, Blocks{24899}};

  assert_text(discs_of(whole, Blocks{10000}),
              "[0] 0+100+9900@50@9899 [10000] 0+0+10000@1@9999 "
              "[20000] 0+0+5000@100@4999 ");
}

REDBOOK_TEST(test_texts_and_codes_are_on_each_disc) {
  auto whole = disc_of({6000, 12000});
  whole.texts.title = "Live";
  whole.genre = "Rock";
  whole.mcn = "1234567890128";
  whole.language = "de";
  whole.cdtext = {std::byte{1}};
  whole.tracks[1].texts.performer = "Somebody";
  whole.tracks[1].subcode = {"XYBLG1101234", true, Copy::permitted, false};

  const auto parts = divided(whole, Blocks{10000});

  ck_assert_uint_eq(parts.size(), 3);
  for (const auto &part : parts) {
    auto expected = whole;
    expected.cdtext.clear();
    expected.tracks = part.disc.tracks;
    ck_assert(part.disc == expected);
  }
  for (const auto i : {1U, 2U}) {
    const auto &track = parts[i].disc.tracks.at(0);
    ck_assert(track.texts == whole.tracks[1].texts);
    ck_assert(track.subcode == (Subcode{"", true, Copy::permitted, false}));
  }
}

REDBOOK_TEST(test_divisions_are_told) {
  const auto whole = with_title(disc_of({6000, 6000, 300}), 1, "Two");

  const auto parts = divided(whole, Blocks{10000});

  assert_text(names(parts.at(0).findings), "DISC_DIVIDED note 0 ");
  assert_text(findings_of(parts),
              "Disc: the music is longer than a disc: it goes on on disc 2 with track 2 "
              "of all, \"Two\".\n");
}

REDBOOK_TEST(test_cuts_are_told) {
  auto whole = disc_of({300, 12000});
  whole.tracks[1].subcode.isrc = "XYBLG1101234";

  const auto parts = divided(whole, Blocks{10000});

  assert_text(names(parts.at(1).findings), "TRACK_CUT warning 1 DISC_DIVIDED note 0 ");
  assert_text(
      findings_of(parts),
      "Disc: the music is longer than a disc: it goes on on disc 2 with track 2 of all.\n"
      "Track 1: it is longer than a disc. It was cut after 02:13:25 (mm:ss:ff), and the "
      "rest is track 1 of disc 3. Its ISRC, which is of all of it, was left out.\n"
      "Disc: the music is longer than a disc: it goes on on disc 3 with the rest of "
      "track "
      "2 of all.\n");
}

REDBOOK_TEST(test_longest_stash_is_divided) {
  const Disc whole{{{Lba{0}, {}, max_stash_length, {}, {}}}};

  const auto parts = divided(whole, Blocks{1} + max_program_length);

  ck_assert_uint_eq(parts.size(), 99);
  ck_assert(parts.back().disc.length() == max_program_length);
}

// No capacity makes it run on for ever, or lose audio; what comes out too short the
// linter refuses.
REDBOOK_TEST(test_absurd_capacities_lose_nothing) {
  for (const auto capacity : {-1, 0, 1, 299, 300, 301, 599, 600, 899, 900}) {
    auto whole = disc_of({700, 250, 1300, 300});
    whole.tracks[2].pregap = Blocks{350};
    Blocks end{};
    for (const auto &part : divided(whole, Blocks{capacity})) {
      ck_assert(part.offset == end);
      end += part.disc.length();
    }
    ck_assert(end == whole.length());
  }
}
