// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/disc_selection.hpp"

#include <string>
#include <utility>

#include "disc/disc_parts.hpp"
#include "error.hpp"
#include "stash/stash_part.hpp"

namespace redbook {
namespace {

std::string needs(std::size_t discs, Blocks capacity) {
  return "It needs " + std::to_string(discs) + (discs == 1 ? " disc" : " discs") +
         " of " + to_string(Msf::of(capacity)) + " (mm:ss:ff)";
}

StagedDisc all_of(StagedDisc whole, const DiscChoice &choice) {
  const auto longest = room_of_disc(choice.capacity.value_or(max_program_length));
  if (divided(whole.disc, longest).size() == 1) return whole;
  const auto capacity = choice.capacity.value_or(eighty_minutes);
  const auto discs = divided(whole.disc, capacity).size();
  throw Error{Fault::layout, Result::disc_full,
              needs(discs, capacity) + ": say which one, from --disc 1 to --disc " +
                  std::to_string(discs) + "."};
}

}  // namespace

StagedDisc chosen_disc(StagedDisc whole, const DiscChoice &choice) {
  if (!choice.number) return all_of(std::move(whole), choice);
  const auto capacity = choice.capacity.value_or(eighty_minutes);
  auto parts = divided(whole.disc, capacity);
  const auto position = static_cast<std::size_t>(*choice.number - 1);
  if (position >= parts.size())
    throw Error{Fault::settings, Result::invalid_argument,
                needs(parts.size(), capacity) + ": there is no disc " +
                    std::to_string(*choice.number) + "."};
  auto &part = parts[position];
  auto stash = shared_part(*whole.stash, part.offset);
  auto findings = std::move(whole.findings);
  findings.insert(findings.end(), part.findings.begin(), part.findings.end());
  return {std::move(part.disc), std::move(stash), std::move(findings)};
}

std::size_t discs_needed(const Disc &disc) {
  return divided(disc, eighty_minutes).size();
}

}  // namespace redbook
