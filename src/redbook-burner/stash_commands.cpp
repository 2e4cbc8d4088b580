// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/stash_commands.hpp"

#include <iostream>
#include <utility>
#include <vector>

#include "disc/disc_json.hpp"
#include "redbook-burner/disc_selection.hpp"
#include "stash/stash_folder.hpp"
#include "stash/stash_repair.hpp"
#include "text/terminal_text.hpp"

namespace redbook {
namespace {

std::string summary(int number, const Track &track, const char *remark) {
  const auto &texts = track.texts;
  auto line = (number < 10 ? "   " : "  ") + std::to_string(number) + "  " +
              to_string(Msf::of(track.length)) + remark;
  if (!texts.title.empty()) line += "  " + terminal_text(texts.title);
  if (!texts.performer.empty()) line += "  (" + terminal_text(texts.performer) + ")";
  return line + '\n';
}

Json blocks_of(const std::vector<Lba> &places) {
  auto all = Json::array();
  for (const auto place : places) all.push_back(place.value());
  return all;
}

/// What it will be once it is finished.
Disc disc_to_be(const StashState &state) {
  auto disc = state.promised.disc;
  if (auto track = state.unfinished()) disc.tracks.push_back(std::move(*track));
  return disc;
}

}  // namespace

std::string details(const StashState &state) {
  const auto &promised = state.promised;
  std::string page;
  int number = 0;
  for (const auto &track : promised.disc.tracks) page += summary(++number, track, "");
  if (const auto track = state.unfinished())
    page += summary(++number, *track, " unfinished");
  page += std::to_string(number) + (number == 1 ? " track, " : " tracks, ") +
          to_string(Msf::of(Blocks::whole(state.audio_bytes))) + " (mm:ss:ff) of audio" +
          (promised.finished ? ", finished.\n" : ", not finished.\n");
  if (const auto discs = discs_needed(disc_to_be(state)); discs > 1)
    page += "It needs " + std::to_string(discs) +
            " discs of 80 minutes: --disc says which one is meant.\n";
  if (state.torn_bytes > 0) page += "The last record was cut off: nothing is missing.\n";
  if (!state.holder.empty()) page += "It is in use: by " + state.holder + ".\n";
  for (const auto &what : state.damage) page += "damaged: " + terminal_text(what) + '\n';
  return page;
}

Json json_of(const StashState &state) {
  const auto unfinished = state.unfinished();
  return {{"disc", json_of(state.promised.disc)},
          {"finished", state.promised.finished},
          {"unfinished-blocks", unfinished ? unfinished->length.count() : 0},
          {"marks", blocks_of(state.promised.marks)},
          {"torn-bytes", state.torn_bytes},
          {"in-use-by", state.holder},
          {"damage", state.damage},
          {"discs", discs_needed(disc_to_be(state))}};
}

void tell_of_stash(const std::filesystem::path &folder, bool json) {
  const auto state = state_of_stash(folder);
  if (json)
    std::cout << line_of(json_of(state)) << '\n';
  else
    std::cout << terminal_lines(details(state));
  check_whole(state);
}

void repair(const std::filesystem::path &folder) {
  const auto before = repair_stash(folder);
  for (const auto &what : before.damage)
    std::cout << "was damaged: " << terminal_text(what) << '\n';
  std::cout << terminal_lines(details(state_of_stash(folder)));
}

}  // namespace redbook
