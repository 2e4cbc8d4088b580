// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/image_export.hpp"

#include <iostream>
#include <utility>

#include "burn/image_burner.hpp"
#include "error.hpp"
#include "redbook-burner/console.hpp"
#include "redbook-burner/source_disc.hpp"

namespace redbook {
namespace {

/// No drive takes part.
class ImageConsole : public Console {
 public:
  using Console::Console;
  void on(const BurnEvent &event) noexcept override {
    if (!std::holds_alternative<event::Preparing>(event) &&
        !std::holds_alternative<event::Closing>(event))
      Console::on(event);
  }
};

}  // namespace

void export_image(const std::filesystem::path &source, const DiscChoice &choice,
                  const std::filesystem::path &location, const std::stop_token &stop) {
  const auto files = image_files(std::filesystem::absolute(location), {});
  auto chosen = read_disc(source, choice);
  ImageConsole console{stdout, false, chosen.disc.tracks.size(), chosen.disc.length()};
  const auto disc = checked_disc(chosen, console);
  try {
    burn_copy(disc, *chosen.stash, files, ImageBurner::Laser::on, console, stop);
  } catch (const Cancelled &) {
    console.end_bar();
    std::cerr << "Cancelled. No image was written.\n";
    throw;
  }
  console.end_bar();
  std::cout << location.string() << " is written.\n";
}

}  // namespace redbook
