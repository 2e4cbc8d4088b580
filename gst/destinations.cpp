#include "destinations.hpp"

#include "burn/drive_destination.hpp"
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

std::unique_ptr<Destination> drive_of(const Settings &settings) {
  auto asked = settings.drive;
  asked.simulate = settings.simulate;
  return std::make_unique<DriveDestination>(settings.device, asked);
}

}  // namespace

std::unique_ptr<Destination> destination_of(const Settings &settings) {
  const bool image = !settings.location.empty();
  const bool drive = !settings.device.empty();
  if (image && drive)
    throw Error{Fault::settings, Result::invalid_argument,
                "There are two destinations: set location or device, not both."};
  if (image) return image_of(settings);
  if (drive) return drive_of(settings);
  throw Error{Fault::settings, Result::invalid_argument,
              "There is no destination: set location to the disc image to make, such as "
              "album.cue, or device to the drive to burn on, such as /dev/sr0."};
}

}  // namespace redbook
