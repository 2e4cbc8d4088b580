// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/source_disc.hpp"

#include <utility>

#include "cdtext/disc_cdtext.hpp"
#include "disc/lint.hpp"
#include "error.hpp"
#include "image/reader/image_reader.hpp"
#include "stash/stash_folder.hpp"

namespace redbook {

StagedDisc read_disc(const std::filesystem::path &path, const DiscChoice &choice) {
  return chosen_disc(is_stash(path) ? open_stash(path) : read_image(path, choice.charset),
                     choice);
}

Disc checked_disc(StagedDisc &chosen, Console &console) {
  for (const auto &finding : chosen.findings) console.on(event::Found{finding});
  auto linted = lint(std::move(chosen.disc), max_program_length);
  if (linted.disc.cdtext.empty() && linted.can_be_made())
    for (auto &finding : add_cdtext(linted.disc))
      linted.findings.push_back(std::move(finding));
  for (const auto &finding : linted.findings) {
    if (finding.severity == Severity::error)
      throw Error{Fault::layout, Result::invalid_image, sentence_of(finding),
                  finding.name};
    console.on(event::Found{finding});
  }
  return std::move(linted.disc);
}

}  // namespace redbook
