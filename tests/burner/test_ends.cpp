// Burns that end early.
#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Burns, and asks it to stop once so many blocks are told as written.
bool stops_at(Rig &rig, Blocks place, const DriveSettings &settings) {
  std::stop_source stop;
  rig.notes.at_blocks = [&](Blocks written) {
    if (written >= place) stop.request_stop();
  };
  try {
    const auto disc = disc_of({Blocks{2000}, Blocks{2000}});
    rig.burn(disc, counting_audio(disc.length()), settings, stop.get_token());
    return false;
  } catch (const Cancelled &) {
    return true;
  }
}

/// A drive slow enough to be interrupted: 16x, 300 blocks in its buffer.
void slow_down(const Rig &rig) {
  rig.set("speed", "16");
  rig.set("buffer-kb", "700");
}

}  // namespace

REDBOOK_TEST(test_stop_before_the_first_block_leaves_the_medium_blank) {
  Rig rig;

  ck_assert(stops_at(rig, Blocks{0}, {}));

  ck_assert(rig.medium().catalogue().blank());
  ck_assert(!rig.state().removal_prevented);
}

REDBOOK_TEST(test_stop_in_a_session_at_once_frees_the_tray) {
  Rig rig;
  slow_down(rig);
  const auto begin = std::chrono::steady_clock::now();

  ck_assert(stops_at(rig, Blocks{700}, {}));

  ck_assert(std::chrono::steady_clock::now() - begin < std::chrono::seconds{10});
  ck_assert(!rig.state().removal_prevented);
  ck_assert(!rig.medium().catalogue().finalised);
}

REDBOOK_TEST(test_stop_in_a_later_track_at_once_frees_the_tray) {
  Rig rig;
  slow_down(rig);

  ck_assert(stops_at(rig, Blocks{2300}, {.write_mode = WriteMode::tao}));

  ck_assert(!rig.state().removal_prevented);
  ck_assert_int_eq(rig.medium().catalogue().track_count, 2);
}

REDBOOK_TEST(test_stopped_simulation_leaves_the_medium_blank) {
  Rig rig;
  slow_down(rig);

  ck_assert(stops_at(rig, Blocks{700}, {.simulate = true}));

  ck_assert(rig.medium().catalogue().blank());
}

REDBOOK_TEST(test_drive_is_usable_after_a_stop) {
  Rig rig{"cd-rw-80"};
  slow_down(rig);
  stops_at(rig, Blocks{700}, {});
  rig.notes.at_blocks = {};
  rig.set("speed", "0");

  const auto audio = rig.burn(short_album(), {.blank = Blanking::fast});

  ck_assert(rig.recorded(Blocks{1125}) == audio);
}

REDBOOK_TEST(test_stash_that_ends_early_is_no_silence_on_a_good_disc) {
  Rig rig;
  auto audio = counting_audio(short_album().length());
  audio.resize(audio.size() / 2);

  const auto error = error_of([&] { rig.burn(short_album(), audio, {}); });

  ck_assert(error.fault() == Fault::stash);
  assert_text(error.what(), "The staged audio could not be read again.");
  ck_assert(!rig.medium().catalogue().finalised);
  ck_assert(!rig.state().removal_prevented);
}

REDBOOK_TEST(test_stash_that_ends_early_is_told_of_tracks_at_once) {
  Rig rig;
  auto audio = counting_audio(short_album().length());
  audio.resize(audio.size() / 2);

  const auto error =
      error_of([&] { rig.burn(short_album(), audio, {.write_mode = WriteMode::tao}); });

  ck_assert(error.fault() == Fault::stash);
}
