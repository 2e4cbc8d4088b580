// Whatever goes wrong: a finished and right disc, or an error that names it.
#include "at_once.hpp"
#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// "well" where the disc is finished and right.
std::string state_of(const Rig &rig, const Pcm &audio, WriteMode mode) {
  const bool tao = mode == WriteMode::tao;
  const bool finished = rig.medium().catalogue().finalised;
  const bool right =
      tao ? rig.recorded(Blocks{450}) ==
                    Pcm{audio.begin(), audio.begin() + Blocks{450}.bytes()} &&
                rig.recorded(Blocks{375}, Lba{1054}) ==
                    Pcm{audio.begin() + Blocks{750}.bytes(), audio.end()}
          : rig.recorded(Blocks{1125}) == audio;
  if (finished && right) return "well";
  return finished ? "TOLD AS GOOD, AND WRONG" : "TOLD AS GOOD, AND UNFINISHED";
}

std::string outcome_of_burn(const std::string &fault, const DriveSettings &settings) {
  Rig rig;
  rig.set("log", "no");
  rig.plan(fault);
  const auto audio = counting_audio(short_album().length());
  std::string outcome = fault + ": ";
  try {
    rig.burn(short_album(), audio, settings);
    outcome += state_of(rig, audio, settings.write_mode);
  } catch (const Error &error) {
    outcome += std::string{name_of(error.result())} + ": " + error.what();
  }
  rig.plan("");
  if (rig.state().removal_prevented && !rig.state().gone) outcome += " TRAY LOCKED";
  return outcome;
}

std::string outcomes(const std::vector<std::string> &faults,
                     const DriveSettings &settings) {
  return outcomes_of(
      faults, [&](const std::string &fault) { return outcome_of_burn(fault, settings); });
}

const std::vector<std::string> refusals{
    "write 20 sense 3/0C/00",
    "write 20 sense 3/0C/09",
    "write 20 sense 4/44/00",
    "write 20 sense B/00/00",
    "write 20 sense 2/3A/00",
    "write 20 sense 5/21/00",
    "write 20 sense 7/27/00",
    "write 20..24 sense 2/04/08",
    "write 20 sense 6/29/00",
    "write 20 after sense 1/0C/00",
    "write 20..25 busy",
    "write 20 host 3",
    "write 20 host 11",
    "write 20 after host 3",
    "write 20 host 7",
    "write 20 host 1",
    "write 20 errno EIO",
    "write 20 gone",
    "write 20 hang 1",
    "write 1 host 3",
    "write 87 host 3",
    "write every delay 5",
    "cue-sheet sense 5/26/00",
    "mode-select every sense 5/26/00",
    "mode-select every host 3",
    "sync sense 3/0C/00",
    "sync host 3",
    "sync 1..3 busy",
    "track-info every sense 5/24/00",
    "speed every sense 5/24/00",
    "buffer every sense 5/20/00",
    "buffer every data FF FF FF FF FF FF FF FF FF FF FF FF",
};

/// In both modes.
const std::string while_writing =
    R"(write 20 sense 3/0C/00: cannot-write-to-medium: The drive could not write on the disc: it is dirty, damaged, or of a make that the drive does not like. The disc is spoilt.
write 20 sense 3/0C/09: loss-of-streaming: The drive's buffer ran empty, since the audio did not come fast enough: a lower write-speed helps. The disc is spoilt.
write 20 sense 4/44/00: cannot-write-to-medium: The drive has failed: its own parts report an error. The disc is spoilt.
write 20 sense B/00/00: cannot-write-to-medium: The drive broke off writing. The disc is spoilt.
write 20 sense 2/3A/00: medium-not-present: The disc was taken out of the drive while it was written. The disc is spoilt.
write 20 sense 5/21/00: disc-full: The disc has no room for the rest. The disc is spoilt.
write 20 sense 7/27/00: cannot-write-to-medium: The disc is protected against writing. The disc is spoilt.
write 20..24 sense 2/04/08: well
write 20 sense 6/29/00: well
write 20 after sense 1/0C/00: well
write 20..25 busy: well
write 20 host 3: command-timeout: The drive did not answer in time: check its cable and power. The disc is spoilt.
write 20 host 11: device-not-accessible: The connection to the drive failed: check its cable and power. The disc is spoilt.
write 20 after host 3: command-timeout: The drive did not answer in time: check its cable and power. The disc is spoilt.
write 20 host 7: device-not-accessible: The connection to the drive failed: check its cable and power. The disc is spoilt.
write 20 host 1: device-not-present: The drive can't be reached any more: check its cable and power. The disc is spoilt.
write 20 errno EIO: device-not-accessible: The connection to the drive failed: check its cable and power. The disc is spoilt.
write 20 gone: device-not-present: The drive has gone: check its cable and power. The disc is spoilt.
write 20 hang 1: command-timeout: The drive did not answer in time: check its cable and power. The disc is spoilt.
write 1 host 3: command-timeout: The drive did not answer in time: check its cable and power. Nothing was written: the disc is as it was.
write 87 host 3: command-timeout: The drive did not answer in time: check its cable and power. The disc is spoilt.
write every delay 5: well
)";

}  // namespace

REDBOOK_TEST(test_faults_of_a_session_at_once_are_named) {
  assert_text(
      outcomes(refusals, {}),
      while_writing +
          R"(cue-sheet sense 5/26/00: initialize-write: The drive refused the layout of the disc: write-mode=tao may work. Nothing was written: the disc is as it was.
mode-select every sense 5/26/00: initialize-write: The drive refused how the disc was to be written. Nothing was written: the disc is as it was.
mode-select every host 3: command-timeout: The drive did not answer in time: check its cable and power. Nothing was written: the disc is as it was.
sync sense 3/0C/00: initialize-end-write: The drive could not close the disc. The disc is spoilt.
sync host 3: command-timeout: The drive did not answer in time: check its cable and power. The disc is spoilt.
sync 1..3 busy: well
track-info every sense 5/24/00: well
speed every sense 5/24/00: well
buffer every sense 5/20/00: well
buffer every data FF FF FF FF FF FF FF FF FF FF FF FF: well
)");
}

REDBOOK_TEST(test_faults_of_tracks_at_once_are_named) {
  auto faults = refusals;
  faults.insert(faults.end(), {"close sense 3/0C/00", "close host 3"});

  assert_text(outcomes(faults, {.write_mode = WriteMode::tao}),
              while_writing + R"(cue-sheet sense 5/26/00: well
mode-select every sense 5/26/00: initialize-write: The drive refused how the disc was to be written. Nothing was written: the disc is as it was.
mode-select every host 3: command-timeout: The drive did not answer in time: check its cable and power. Nothing was written: the disc is as it was.
sync sense 3/0C/00: initialize-end-write: The drive could not close the disc. The disc is spoilt.
sync host 3: command-timeout: The drive did not answer in time: check its cable and power. The disc is spoilt.
sync 1..3 busy: well
track-info every sense 5/24/00: cannot-write-to-medium: The drive refused to go on writing. Nothing was written: the disc is as it was.
speed every sense 5/24/00: well
buffer every sense 5/20/00: well
buffer every data FF FF FF FF FF FF FF FF FF FF FF FF: well
close sense 3/0C/00: initialize-end-write: The drive could not close the disc. The disc is spoilt.
close host 3: command-timeout: The drive did not answer in time: check its cable and power. The disc is spoilt.
)");
}

REDBOOK_TEST(test_refused_simulation_leaves_the_disc_blank) {
  Rig rig;
  rig.plan("mode-select every sense 5/26/00");

  const auto error = error_of(
      [&] { rig.burn(short_album(), {.write_mode = WriteMode::tao, .simulate = true}); });

  assert_text(name_of(error.result()), "initialize-write");
  ck_assert(rig.medium().catalogue().blank());
}
