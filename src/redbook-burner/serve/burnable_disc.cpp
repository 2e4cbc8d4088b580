#include "redbook-burner/serve/burnable_disc.hpp"

#include <algorithm>
#include <utility>

#include "cdtext/decoder.hpp"
#include "disc/lint.hpp"

namespace redbook {
namespace {

[[noreturn]] void refuse_cdtext(const std::string &detail) {
  throw Error{Fault::layout, Result::invalid_image,
              "The CD-TEXT that the player made for the disc is damaged.", detail};
}

bool is_control(unsigned char c) { return c < 0x20 || c == 0x7f; }

// The decoder also knows files, whose bytes before or behind the packs no drive wants.
void check_cdtext(Bytes packs) {
  if (packs.empty()) return;
  if (packs.size() % bytes_per_pack != 0) refuse_cdtext("no whole number of packs");
  const auto decoded = decode_cdtext(packs);
  if (!decoded.findings.empty()) refuse_cdtext(to_string(decoded.findings.front()));
  for (const auto &place : places_in(decoded.set))
    if (std::ranges::any_of(text_at(decoded.set, place), is_control))
      refuse_cdtext("The " + to_string(place) + " has a control character.");
}

}  // namespace

Findings make_burnable(Disc &disc) {
  auto linted = lint(std::move(disc), max_program_length);
  if (!linted.can_be_made()) throw error_of(linted.findings);
  check_cdtext(linted.disc.cdtext);
  disc = std::move(linted.disc);
  std::erase_if(linted.findings, [](const Finding &finding) {
    return finding.severity == Severity::note;  // which the player has told
  });
  return std::move(linted.findings);
}

}  // namespace redbook
