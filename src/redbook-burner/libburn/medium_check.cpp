// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/medium_check.hpp"

#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

[[noreturn]] void fail_verification(std::string sentence, const DriveStatus &after) {
  throw Error{Fault::medium, Result::verification_failed, std::move(sentence),
              after.device};
}

void check_state(MediumState expected, const char *sentence, const DriveStatus &after) {
  if (after.medium.state != expected) fail_verification(sentence, after);
}

std::string place(Lba lba) { return std::to_string(lba.value()); }

// A drive decides itself where the tracks of track at once start; they are never shorter
// than what was written.
void check_track(const Disc &disc, std::size_t i, WriteMode mode,
                 const DriveStatus &after) {
  const auto &starts = after.medium.tracks;
  const auto end = i + 1 < starts.size() ? starts[i + 1] : after.medium.lead_out;
  const bool right = mode == WriteMode::sao ? starts[i] == disc.tracks[i].index_1()
                                            : end - starts[i] >= disc.tracks[i].length;
  if (right) return;
  const auto number = "Track " + std::to_string(i + 1);
  if (mode == WriteMode::sao)
    fail_verification(number + " of the burned disc starts at block " + place(starts[i]) +
                          " instead of " + place(disc.tracks[i].index_1()) + ".",
                      after);
  fail_verification(number + " of the burned disc is too short.", after);
}

void check_contents(const Disc &disc, WriteMode mode, const DriveStatus &after) {
  const auto found = after.medium.tracks.size();
  if (found != disc.tracks.size())
    fail_verification("The burned disc has " + std::to_string(found) +
                          " tracks instead of " + std::to_string(disc.tracks.size()) +
                          ".",
                      after);
  for (std::size_t i = 0; i < found; ++i) check_track(disc, i, mode, after);
  if (mode == WriteMode::sao && after.medium.lead_out != disc.lead_out())
    fail_verification("The burned disc ends at block " + place(after.medium.lead_out) +
                          " instead of " + place(disc.lead_out()) + ".",
                      after);
}

}  // namespace

void check_there(const DriveStatus &after) {
  if (after.medium.state == MediumState::none)
    fail_verification("The disc was burned, and is not in the drive any more.", after);
  if (after.medium.state == MediumState::blank)
    fail_verification(
        "The drive told of success, and the disc in it is blank: nothing was recorded, or the disc was changed.",
        after);
}

Error changed_disc(const Error &seen, const DriveStatus &after) {
  return {Fault::medium, Result::verification_failed,
          "The disc in the drive is not the one that was burned: it was changed.",
          after.device + ": " + seen.what()};
}

void check_burned(const Disc &disc, const BurnPlan &plan, const DriveSettings &settings,
                  const DriveStatus &after) {
  if (settings.simulate)
    return check_state(
        MediumState::blank,
        "The simulation has left something on the disc: the drive does not do what it says.",
        after);
  check_there(after);
  if (settings.finalize)
    check_state(MediumState::complete, "The burned disc was not closed.", after);
  else
    check_state(MediumState::appendable, "The burned disc was not left open.", after);
  check_contents(disc, plan.write_mode, after);
}

}  // namespace redbook
