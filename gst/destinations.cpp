#include "destinations.hpp"

#include "burn/image_destination.hpp"
#include "error.hpp"

namespace redbook {
namespace {

using Laser = ImageDestination::Laser;

std::unique_ptr<Destination> image_of(const Settings &settings) {
  auto files =
      image_files(std::filesystem::absolute(settings.location), settings.image_format);
  return std::make_unique<ImageDestination>(std::move(files),
                                            settings.simulate ? Laser::off : Laser::on);
}

}  // namespace

std::unique_ptr<Destination> destination_of(const Settings &settings) {
  if (!settings.location.empty()) return image_of(settings);
  throw Error{Fault::settings, Result::invalid_argument,
              "There is no destination: set location to the disc image to make, such as "
              "album.cue."};
}

}  // namespace redbook
