// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/drive_text.hpp"

#include <vector>

namespace redbook {
namespace {

const char *kind_text(const Medium &medium) {
  switch (medium.type) {
    case MediumType::cd_rom: return "pressed CD";
    case MediumType::cd_r: return "CD-R";
    case MediumType::cd_rw: return "CD-RW";
    default: return "disc that is no CD";
  }
}

const char *state_text(const Medium &medium) {
  switch (medium.state) {
    case MediumState::blank: return "blank ";
    case MediumState::appendable: return "open ";
    case MediumState::complete:
      return medium.type == MediumType::cd_rom ? "" : "written ";
    default: return "unusable ";
  }
}

std::string joined(const std::vector<std::string> &parts, const char *between) {
  std::string text;
  for (const auto &part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

std::string abilities_text(const DriveCapabilities &can) {
  std::vector<std::string> all;
  if (can.sao) all.emplace_back("session at once");
  if (can.tao) all.emplace_back("track at once");
  if (can.simulate) all.emplace_back("simulation");
  if (can.buffer_underrun_free) all.emplace_back("underrun protection");
  if (can.cd_text) all.emplace_back("CD-TEXT");
  return all.empty() ? "nothing" : joined(all, ", ");
}

// 75 blocks a second is what players read, 1x.
std::string speeds_text(const Medium &medium) {
  std::vector<std::string> all;
  for (const int speed : medium.write_speeds)
    all.push_back(std::to_string((speed + 37) / 75) + "x (" + std::to_string(speed) +
                  ")");
  return joined(all, ", ");
}

}  // namespace

std::string describe(const Medium &medium) {
  if (medium.state == MediumState::none) return "no disc";
  auto text = std::string{state_text(medium)} + kind_text(medium);
  if (!medium.tracks.empty())
    text += ", " + std::to_string(medium.tracks.size()) + " tracks";
  const bool blank = medium.state == MediumState::blank;
  if (const auto room = blank ? medium.free : medium.capacity; room > Blocks{})
    text += ", " + msf_text(room) + (blank ? " free" : " when blank");
  return text;
}

std::string summary(const DriveStatus &drive) {
  return drive.device + "  " + drive.vendor + " " + drive.product + " " + drive.revision +
         "  " + describe(drive.medium);
}

std::string details(const DriveStatus &drive) {
  auto text = drive.device + ": " + drive.vendor + " " + drive.product + " " +
              drive.revision + "\n" + "writes:  " + abilities_text(drive.capabilities) +
              "\n" + "medium:  " + describe(drive.medium) + "\n";
  if (!drive.medium.write_speeds.empty())
    text += "speeds:  " + speeds_text(drive.medium) + " blocks a second\n";
  for (std::size_t i = 0; i < drive.medium.tracks.size(); ++i)
    text += "track " + std::to_string(i + 1) + ": " +
            to_string(Msf::of(drive.medium.tracks[i])) + "\n";
  return text;
}

}  // namespace redbook
