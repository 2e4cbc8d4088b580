#include "burn/image_burner.hpp"
#include "image_fixture.hpp"
#include "noting_observer.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

// What is told of the burn of a disc that is all silence.
std::string calls_for(const std::vector<Blocks> &lengths) {
  Imaging imaging;
  imaging.disc = {};
  for (const auto length : lengths)
    imaging.disc.tracks.push_back({imaging.disc.lead_out(), {}, length, {}, {}});
  imaging.stash->resize(0);
  imaging.stash->resize(imaging.disc.length().bytes());
  NotingObserver observer;
  ImageBurner burner{imaging.stash, imaging.files(), ImageBurner::Laser::on};
  burner.burn(imaging.disc, observer, {});
  return observer.text();
}

std::vector<Blocks> short_tracks(std::size_t count) {
  return std::vector<Blocks>(count, Blocks{300});
}

// Burns and asks it to stop in the call `at`; whether it stopped.
bool stops_in_call(int at, const Imaging &imaging) {
  std::stop_source stop;
  NotingObserver observer{[&](int lines) {
    if (lines == at) stop.request_stop();
  }};
  ImageBurner burner{imaging.stash, imaging.files(), ImageBurner::Laser::on};
  try {
    burner.burn(imaging.disc, observer, stop.get_token());
    return false;
  } catch (const Cancelled &) {
    return true;
  }
}

}  // namespace

REDBOOK_TEST(test_one_track_is_told_in_order) {
  assert_text(calls_for(short_tracks(1)), R"(preparing
tracks 0
blocks 0
blocks 300
tracks 1
closing
)");
}

REDBOOK_TEST(test_three_tracks_are_told_in_order) {
  assert_text(calls_for(short_tracks(3)), R"(preparing
tracks 0
blocks 0
blocks 300
tracks 1
blocks 600
tracks 2
blocks 900
tracks 3
closing
)");
}

REDBOOK_TEST(test_99_tracks_are_told_in_order) {
  std::string wanted = "preparing\ntracks 0\nblocks 0\n";
  for (int track = 1; track <= 99; ++track)
    wanted += "blocks " + std::to_string(track * 300) + "\ntracks " +
              std::to_string(track) + '\n';

  assert_text(calls_for(short_tracks(99)), wanted + "closing\n");
}

REDBOOK_TEST(test_long_tracks_are_told_piece_by_piece) {
  assert_text(calls_for({Blocks{15001}}), R"(preparing
tracks 0
blocks 0
blocks 7500
blocks 15000
blocks 15001
tracks 1
closing
)");
}

REDBOOK_TEST(test_burn_leaves_the_whole_image) {
  Imaging imaging{3};
  imaging.leave_older_image();
  NotingObserver observer;
  ImageBurner burner{imaging.stash, imaging.files(), ImageBurner::Laser::on};

  burner.burn(imaging.disc, observer, {});

  ck_assert(imaging.has_image());
}

REDBOOK_TEST(test_cancelled_burn_leaves_nothing_whenever_it_is_asked) {
  constexpr int calls_of_three_tracks = 10;
  for (int at = 1; at <= calls_of_three_tracks; ++at) {
    Imaging imaging{3};

    const bool stopped = stops_in_call(at, imaging);

    ck_assert_msg(stopped, "call %d", at);
    assert_text(imaging.folder.names(), "");
  }
}

REDBOOK_TEST(test_cancelled_burn_leaves_the_older_image) {
  Imaging imaging;
  imaging.leave_older_image();

  ck_assert(stops_in_call(3, imaging));

  ck_assert(imaging.has_older_image());
}

REDBOOK_TEST(test_cancelled_burn_can_be_made_again) {
  Imaging imaging;
  stops_in_call(2, imaging);

  ck_assert(!stops_in_call(0, imaging));

  ck_assert(imaging.has_image());
}

REDBOOK_TEST(test_no_call_follows_the_request_to_stop) {
  Imaging imaging{3};
  std::stop_source stop;
  NotingObserver observer{[&](int lines) {
    if (lines == 4) stop.request_stop();  // the blocks of track 1
  }};
  ImageBurner burner{imaging.stash, imaging.files(), ImageBurner::Laser::on};

  try {
    burner.burn(imaging.disc, observer, stop.get_token());
  } catch (const Cancelled &) {
  }

  ck_assert(observer.text().find("closing") == std::string::npos);
  ck_assert(observer.text().find("blocks 600") == std::string::npos);
}

REDBOOK_TEST(test_laser_off_tells_the_same_and_leaves_no_image) {
  Imaging imaging;
  NotingObserver observer;
  ImageBurner burner{imaging.stash, imaging.files(), ImageBurner::Laser::off};

  burner.burn(imaging.disc, observer, {});

  assert_text(observer.text(), calls_for(short_tracks(1)));
  assert_text(imaging.folder.names(), "");
}

REDBOOK_TEST(test_laser_off_leaves_the_older_image) {
  Imaging imaging;
  imaging.leave_older_image();
  NotingObserver observer;
  ImageBurner burner{imaging.stash, imaging.files(), ImageBurner::Laser::off};

  burner.burn(imaging.disc, observer, {});

  ck_assert(imaging.has_older_image());
}

REDBOOK_TEST(test_simulated_disc_is_burned_for_real_afterwards) {
  Imaging imaging;
  NotingObserver observer;
  ImageBurner rehearsal{imaging.stash, imaging.files(), ImageBurner::Laser::off};
  ImageBurner burner{imaging.stash, imaging.files(), ImageBurner::Laser::on};

  rehearsal.burn(imaging.disc, observer, {});
  burner.burn(imaging.disc, observer, {});

  ck_assert(imaging.has_image());
}

REDBOOK_TEST(test_laser_off_rehearses_a_ddp_set) {
  Imaging imaging;
  const auto files = imaging.files("missing/album.ddp");
  const auto stash = std::make_shared<Stash>(imaging.folder.path(), files.lead().bytes());
  stash->write(0, imaging.audio());
  NotingObserver observer;
  ImageBurner burner{stash, files, ImageBurner::Laser::off};

  const auto error = error_of([&] { burner.burn(imaging.disc, observer, {}); });

  assert_text(error.what(), "The folder of the disc image cannot be written to.");
}

REDBOOK_TEST(test_failed_burn_throws_the_error) {
  for (const auto laser : {ImageBurner::Laser::on, ImageBurner::Laser::off}) {
    Imaging imaging;
    NotingObserver observer;
    ImageBurner burner{imaging.stash, imaging.files("missing/album.cue"), laser};

    const auto error = error_of([&] { burner.burn(imaging.disc, observer, {}); });

    ck_assert(error.fault() == Fault::image);
    assert_text(imaging.folder.names(), "");
  }
}
