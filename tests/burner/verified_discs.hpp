/// Discs that are verified on the test drive.
#pragma once

#include "core/read_back_fixture.hpp"
#include "rig.hpp"

namespace redbook::test {

inline constexpr DriveSettings in_full{.verify = Verify::full};
inline constexpr DriveSettings quickly{.verify = Verify::quick};

/// With all that a drive can be asked for.
inline Disc album() {
  auto disc = short_album();
  disc.mcn = "1234567890128";
  disc.tracks[0].subcode = {.isrc = "XYBLG1101234", .copy = Copy::permitted};
  disc.tracks[1].subcode = {.isrc = "XYBLG1100005", .pre_emphasis = true};
  disc.cdtext = packs();
  return disc;
}

inline std::string names_of(const Findings &findings) {
  std::string names;
  for (const auto &finding : findings) names += finding.name + ' ';
  return names;
}

inline const Finding &finding_in(const Rig &rig, const std::string &name) {
  const auto &all = rig.notes.findings;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Finding &finding) {
    return finding.name == name;
  });
  ck_assert_msg(found != all.end(), "%s is not among %s", name.c_str(),
                names_of(all).c_str());
  return *found;
}

/// The error of a burn of the album, after `change` of the disc when it was just burned.
inline Error error_after(Rig &rig, const DriveSettings &settings,
                         const std::function<void()> &change) {
  rig.notes.at_verified = [&](Blocks completed) {
    if (completed == Blocks{0}) change();
  };
  return error_of([&] { rig.burn(album(), vector_disc(), settings); });
}

/// Puts another medium into the drive, as a user does.
inline void swap_medium(const Rig &rig, const std::string &stock) {
  std::filesystem::remove_all(rig.folder() / "sr0/medium");
  if (!stock.empty()) drive::make_medium(rig.folder() / "sr0/medium", stock);
  drive::Mapped<drive::DriveState> state{rig.folder() / "sr0/state"};
  state->attention = drive::sense::medium_may_have_changed;
}

}  // namespace redbook::test
