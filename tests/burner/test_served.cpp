// What a player asks of redbook-burner, done by the program itself.
#include "burn/drive_burner.hpp"
#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_player_burns_through_the_program) {
  Rig rig;
  const auto disc = short_album();
  const auto audio = counting_audio(disc.length());
  DriveBurner burner{rig.stash_of(audio), RemoteDrive{"/dev/sr0"}, {}};

  burner.burn(disc, rig.notes, {});

  ck_assert(rig.recorded(disc.length()) == audio);
  assert_text(rig.notes.text(),
              "sao 3600\npreparing\ntracks 0\ntracks 1\ntracks 2\ntracks 3\nclosing\n");
  ck_assert(rig.notes.rose);
  assert_blocks(rig.notes.blocks, 1125);
}

REDBOOK_TEST(test_player_learns_what_is_in_the_drive) {
  Rig rig{"written-rw"};

  const auto status = RemoteDrive{"/dev/sr0"}.status({});

  ck_assert(status == LibburnDrive{"/dev/sr0"}.status());
}

REDBOOK_TEST(test_player_is_told_of_a_fault_as_the_burner_is) {
  Rig rig;
  rig.plan("write 20 host 3");
  const auto disc = short_album();
  DriveBurner burner{
      rig.stash_of(counting_audio(disc.length())), RemoteDrive{"/dev/sr0"}, {}};

  const auto error = error_of([&] { burner.burn(disc, rig.notes, {}); });

  assert_text(error.what(),
              "The drive did not answer in time: check its cable and power. The disc is "
              "spoilt.");
  ck_assert(error.result() == Result::command_timeout);
  ck_assert(error.detail().find("WRITE(10) at LBA 91: host status 3") !=
            std::string::npos);
}

REDBOOK_TEST(test_player_erases_and_moves_the_tray) {
  Rig rig{"written-rw"};
  const RemoteDrive drive{"/dev/sr0"};

  drive.erase(Blanking::fast, rig.notes, {});
  const bool blank = rig.medium().catalogue().blank();
  drive.eject({});
  const bool opened = rig.state().tray_open;
  drive.load({});

  ck_assert(blank && opened && !rig.state().tray_open);
}

REDBOOK_TEST(test_player_stops_a_burn) {
  Rig rig;
  rig.set("speed", "16");
  rig.set("buffer-kb", "700");
  std::stop_source stop;
  rig.notes.at_blocks = [&](Blocks written) {
    if (written >= Blocks{700}) stop.request_stop();
  };
  const auto disc = disc_of({Blocks{4000}});
  DriveBurner burner{
      rig.stash_of(counting_audio(disc.length())), RemoteDrive{"/dev/sr0"}, {}};
  bool cancelled = false;

  try {
    burner.burn(disc, rig.notes, stop.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  ck_assert(cancelled && !rig.state().removal_prevented);
}
