#include "drive/burn_plan.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "drive/track_at_once.hpp"
#include "error.hpp"

namespace redbook {
namespace {

/// IMAPI_S_SPEED_ADJUSTED: a success code.
constexpr std::uint32_t speed_adjusted = 0x00AA0004;

[[noreturn]] void refuse_burn(Fault fault, Result result, std::string sentence,
                              const DriveStatus &drive) {
  throw Error{fault, result, std::move(sentence), drive.device};
}

void check_drive(const DriveStatus &drive, const DriveSettings &settings) {
  const auto &can = drive.capabilities;
  const auto lacks = [&](std::string sentence) {
    refuse_burn(Fault::drive, Result::device_invalid_type, std::move(sentence), drive);
  };
  if (!can.sao && !can.tao) lacks("The drive can't write CDs.");
  if (settings.write_mode == WriteMode::sao && !can.sao)
    lacks("The drive does not offer session at once: use write-mode=auto or tao.");
  if (settings.write_mode == WriteMode::tao && !can.tao)
    lacks("The drive does not offer track at once: use write-mode=auto or sao.");
  if (settings.simulate && !can.simulate)
    lacks("The drive does not offer test writes: switch simulate off.");
}

void check_used(const DriveStatus &drive, const DriveSettings &settings) {
  const bool broken = drive.medium.state == MediumState::unsuitable;
  if (broken && drive.medium.type == MediumType::cd_r)
    refuse_burn(
        Fault::medium, Result::medium_invalid_type,
        "The CD-R in the drive is damaged, or its burn was broken off: insert a blank disc.",
        drive);
  if (drive.medium.type == MediumType::cd_r)
    refuse_burn(
        Fault::medium, Result::medium_not_blank,
        "The CD-R in the drive is written already and can't be erased: insert a blank disc.",
        drive);
  if (settings.blank == Blanking::none)
    refuse_burn(Fault::medium, Result::medium_not_blank,
                "The CD-RW in the drive is not blank: blank=fast erases it first.",
                drive);
  if (settings.simulate)
    refuse_burn(
        Fault::medium, Result::medium_not_blank,
        "The CD-RW in the drive is not blank, and a simulation erases nothing: insert a blank disc.",
        drive);
}

bool is_used(const Medium &medium) { return medium.state != MediumState::blank; }

void check_state(const DriveStatus &drive, const DriveSettings &settings) {
  const auto &medium = drive.medium;
  if (medium.state == MediumState::none)
    refuse_burn(Fault::medium, Result::medium_not_present,
                "There is no disc in the drive: insert a blank CD-R or CD-RW.", drive);
  if (medium.type == MediumType::cd_rom)
    refuse_burn(Fault::medium, Result::medium_invalid_type,
                "The disc in the drive is a pressed one: insert a blank CD-R or CD-RW.",
                drive);
  const bool recordable =
      medium.type == MediumType::cd_r || medium.type == MediumType::cd_rw;
  if (!recordable)
    refuse_burn(Fault::medium, Result::medium_invalid_type,
                "The disc in the drive is no CD-R or CD-RW: insert a blank one.", drive);
  if (is_used(medium)) check_used(drive, settings);
}

WriteMode mode_for(const DriveStatus &drive, const DriveSettings &settings) {
  if (settings.write_mode != WriteMode::automatic) return settings.write_mode;
  return drive.capabilities.sao ? WriteMode::sao : WriteMode::tao;
}

void add_speed_finding(BurnPlan &plan, const DriveSettings &settings) {
  if (settings.write_speed <= 0 || plan.write_speed == settings.write_speed) return;
  plan.findings.push_back(
      {"WRITE_SPEED_ADJUSTED", Severity::note, 0,
       "the drive does not offer " + std::to_string(settings.write_speed) +
           " blocks a second with this medium.",
       "It is burned with " + std::to_string(plan.write_speed) + ".", speed_adjusted});
}

void add_cd_text_finding(BurnPlan &plan, const Disc &disc, const DriveStatus &drive) {
  if (disc.cdtext.empty() || plan.write_mode != WriteMode::sao) return;
  if (drive.capabilities.cd_text) return;
  plan.findings.push_back({"CDTEXT_NOT_OFFERED", Severity::warning, 0,
                           "the drive does not say that it writes CD-TEXT.",
                           "It is tried all the same."});
}

void add_underrun_finding(BurnPlan &plan, const DriveStatus &drive,
                          const DriveSettings &settings) {
  if (!settings.buffer_underrun_free || drive.capabilities.buffer_underrun_free) return;
  plan.findings.push_back({"UNDERRUN_UNPROTECTED", Severity::note, 0,
                           "the drive has no protection against an empty buffer.",
                           "It is burned without."});
}

/// libburn fills a track of fewer blocks up with silence, which would move all that
/// follows it.
void check_lengths(const Disc &disc, const DriveStatus &drive) {
  for (std::size_t i = 0; i < disc.tracks.size(); ++i)
    if (disc.tracks[i].length < min_track_length)
      refuse_burn(Fault::layout, Result::track_not_big_enough,
                  "Track " + std::to_string(i + 1) + " is " +
                      msf_text(disc.tracks[i].length) +
                      " long, and 00:04:00 is the least that can be burned.",
                  drive);
}

}  // namespace

void check_medium(const DriveStatus &drive, const DriveSettings &settings) {
  check_drive(drive, settings);
  check_state(drive, settings);
}

// What is free counts on a blank medium only: erasing makes room.
Blocks room_on(const Medium &medium) {
  const bool blank = medium.state == MediumState::blank;
  return blank && medium.free > Blocks{} ? medium.free : medium.capacity;
}

void check_room(const Disc &disc, const DriveStatus &drive,
                const DriveSettings &settings) {
  const bool tao = mode_for(drive, settings) == WriteMode::tao;
  const auto needed = tao ? track_at_once_length(disc) : disc.length();
  const auto room = room_on(drive.medium);
  if (settings.overburn || room == Blocks{} || needed <= room) return;
  refuse_burn(Fault::medium, Result::disc_full,
              "The disc in the drive is too short: " + msf_text(needed) +
                  " are needed, " + msf_text(room) + " are free.",
              drive);
}

// The slower one of two as near.
int write_speed_for(const Medium &medium, const DriveSettings &settings) {
  const auto &offered = medium.write_speeds;
  if (offered.empty()) return settings.write_speed;
  if (settings.write_speed <= 0) return offered.front();
  const auto off = [&](int speed) { return std::abs(speed - settings.write_speed); };
  return *std::min_element(offered.begin(), offered.end(), [&](int a, int b) {
    return off(a) != off(b) ? off(a) < off(b) : a < b;
  });
}

BurnPlan plan_burn(const Disc &disc, const DriveStatus &drive,
                   const DriveSettings &settings) {
  check_medium(drive, settings);
  check_lengths(disc, drive);
  BurnPlan plan{
      mode_for(drive, settings), write_speed_for(drive.medium, settings), {}, {}};
  if (is_used(drive.medium)) plan.blank = settings.blank;
  add_speed_finding(plan, settings);
  add_underrun_finding(plan, drive, settings);
  add_cd_text_finding(plan, disc, drive);
  const bool tao = plan.write_mode == WriteMode::tao;
  if (tao) add_track_at_once_findings(disc, plan.findings);
  check_room(disc, drive, settings);
  return plan;
}

}  // namespace redbook
