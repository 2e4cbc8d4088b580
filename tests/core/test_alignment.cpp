#include "read_back_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

std::string text_of(const Alignment &alignment) {
  std::string text = alignment.decided ? "decided" : "undecided";
  for (const int shift : alignment.shifts) text += ' ' + std::to_string(shift);
  return text;
}

}  // namespace

REDBOOK_TEST(test_every_shift_of_a_drive_is_found) {
  for (const int shift : {-2940, -1200, -1, 0, 1, 667, 2940}) {
    const auto reading = three_tracks(shift);

    assert_text(text_of(reading.alignment()), "decided " + std::to_string(shift));
  }
}

REDBOOK_TEST(test_damage_in_many_places_does_not_matter) {
  auto reading = three_tracks(667);
  for (std::int64_t sample = 0; sample < Blocks{700}.samples(); sample += 300)
    reading.flip(sample);

  assert_text(text_of(reading.alignment()), "decided 667");
}

REDBOOK_TEST(test_silence_decides_nothing) {
  ReadingBack reading{silence(Blocks{900}), {Blocks{900}}};
  reading.shift = 667;

  assert_text(text_of(reading.alignment()), "undecided 0");
}

REDBOOK_TEST(test_one_click_in_silence_is_enough) {
  ReadingBack reading{silence(Blocks{900}), {Blocks{900}}};
  reading.staged[Blocks{333}.bytes() + 1001] = std::byte{9};
  reading.disc = reading.staged;
  reading.shift = -1200;

  assert_text(text_of(reading.alignment()), "decided -1200");
}

REDBOOK_TEST(test_audio_that_repeats_is_aligned_by_its_ends) {
  for (const int shift : {-1200, 0, 667}) {
    ReadingBack reading{repeating_audio(Blocks{900}), {Blocks{900}}};
    reading.shift = shift;

    assert_text(text_of(reading.alignment()), "decided " + std::to_string(shift));
  }
}

REDBOOK_TEST(test_audio_that_repeats_with_damaged_ends_decides_nothing) {
  ReadingBack reading{repeating_audio(Blocks{900}), {Blocks{900}}};
  reading.shift = 300;
  reading.flip(600);
  reading.flip(Blocks{900}.samples() - 1000);

  const auto alignment = reading.alignment();

  ck_assert(!alignment.decided);
  ck_assert_uint_eq(alignment.shifts.size(), max_shifts);
  for (const int shift : {0, 100, -100, 300})
    ck_assert(std::count(alignment.shifts.begin(), alignment.shifts.end(), shift) == 1);
  ck_assert_int_eq(alignment.shifts[0], 0);
}

REDBOOK_TEST(test_repeating_track_leaves_the_decision_to_the_others) {
  ReadingBack reading{
      joined({repeating_audio(Blocks{3000}), generated_audio(Blocks{300}, 7)}),
      {Blocks{3000}, Blocks{300}}};
  reading.shift = 667;
  reading.flip(10);

  assert_text(text_of(reading.alignment()), "decided 667");
}

REDBOOK_TEST(test_another_audio_decides_nothing) {
  auto reading = three_tracks();
  reading.disc = generated_audio(Blocks{1125}, 99);

  assert_text(text_of(reading.alignment()), "undecided 0");
}

REDBOOK_TEST(test_tracks_apart_are_aligned_alike) {
  auto reading = three_tracks(-667);
  reading.stretches.clear();
  for (const auto &track : reading.tracks) reading.stretches.push_back(track.range);

  assert_text(text_of(reading.alignment()), "decided -667");
}

REDBOOK_TEST(test_search_is_given_up_when_asked) {
  const auto reading = three_tracks();
  std::stop_source stop;
  stop.request_stop();
  bool cancelled = false;

  try {
    find_alignment(reading.audio(), stop.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  ck_assert(cancelled);
}
