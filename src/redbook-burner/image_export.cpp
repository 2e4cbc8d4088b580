// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/image_export.hpp"

#include <fcntl.h>

#include <iostream>
#include <utility>

#include "burn/image_burner.hpp"
#include "error.hpp"
#include "redbook-burner/console.hpp"
#include "redbook-burner/source_disc.hpp"
#include "stash/stash_directory.hpp"
#include "stash/stash_folder.hpp"

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

/// Whether the file of the stash can be that of the image, as redbooksink makes one.
bool can_be_adopted(const std::filesystem::path &source, const StagedDisc &chosen,
                    const ImageFiles &files) {
  const auto &stash = *chosen.stash;
  const FileDescriptor file{::fcntl(stash.fd(), F_DUPFD_CLOEXEC, 0)};
  return is_stash(source) && stash.lead_bytes() == files.lead().bytes() &&
         size_of_file(file, source) == stash.lead_bytes() + chosen.disc.length().bytes();
}

// A copy, so that the stash stays what it is; one file for both where a full disk has no
// room for that.
void write_image_of(const Disc &disc, const StagedDisc &chosen, const ImageFiles &files,
                    bool adoptable, BurnObserver &observer, const std::stop_token &stop) {
  constexpr auto laser = ImageBurner::Laser::on;
  try {
    burn_copy(disc, *chosen.stash, files, laser, observer, stop);
  } catch (const Error &error) {
    if (!adoptable || error.result() != Result::not_enough_disk_for_stash) throw;
    ImageBurner{chosen.stash, files, laser}.burn(disc, observer, stop);
  }
}

}  // namespace

void export_image(const std::filesystem::path &source, const DiscChoice &choice,
                  const std::filesystem::path &location, const std::stop_token &stop) {
  const auto files = image_files(std::filesystem::absolute(location), {});
  auto chosen = read_disc(source, choice);
  ImageConsole console{stdout, false, chosen.disc.tracks.size(), chosen.disc.length()};
  const bool adoptable = can_be_adopted(source, chosen, files);
  const auto disc = checked_disc(chosen, console);
  try {
    write_image_of(disc, chosen, files, adoptable, console, stop);
  } catch (const Cancelled &) {
    console.end_bar();
    std::cerr << "Cancelled. No image was written.\n";
    throw;
  }
  console.end_bar();
  std::cout << location.string() << " is written.\n";
}

}  // namespace redbook
