// SPDX-License-Identifier: GPL-2.0-or-later
#include "burner/image_export.hpp"

#include <utility>

#include "burn/image_burner.hpp"
#include "burner/console.hpp"
#include "burner/disc_to_make.hpp"
#include "stash/stash_part.hpp"

namespace redbook {

void export_image(const std::filesystem::path &source, const DiscChoice &choice,
                  const std::filesystem::path &location, const std::stop_token &stop) {
  const auto files = image_files(std::filesystem::absolute(location), {});
  auto chosen = read_disc(source, choice);
  Console console{stdout, false, chosen.disc.tracks.size(), chosen.disc.length()};
  const auto disc = checked_disc(chosen, console);
  auto copy =
      copied_part(*chosen.stash, {}, disc.length(), files.folder(), files.lead(), stop);
  ImageBurner burner{std::move(copy), files, ImageBurner::Laser::on};
  burner.burn(disc, console, stop);
  console.end_bar();
}

}  // namespace redbook
