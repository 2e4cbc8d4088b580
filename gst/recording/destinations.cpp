#include "recording/destinations.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <future>

#include "burn/drive_destination.hpp"
#include "burn/image_destination.hpp"
#include "error.hpp"
#include "util/absolute_location.hpp"

namespace redbook {
namespace {

using Laser = ImageDestination::Laser;
using DestinationPointer = std::unique_ptr<Destination>;

[[noreturn]] void refuse(const std::string &sentence, const std::string &detail = {}) {
  throw Error{Fault::settings, Result::invalid_argument, sentence, detail};
}

DestinationPointer image_of(const Settings &settings, std::shared_ptr<MadeImages> made) {
  if (settings.copies > 1)
    refuse("An image is made once: copies is for device and devices.");
  return std::make_unique<ImageDestination>(
      absolute_location(settings.location), settings.image_format,
      settings.drive.simulate ? Laser::off : Laser::on, std::move(made));
}

DestinationPointer drive_of(const Settings &settings, const std::string &device) {
  return std::make_unique<DriveDestination>(
      device, settings.drive, std::chrono::seconds{settings.wait_for_medium});
}

bool are_same_drive(const std::string &a, const std::string &b) {
  struct stat one {
  }, other{};
  if (a == b) return true;
  return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &other) == 0 &&
         S_ISBLK(one.st_mode) && S_ISBLK(other.st_mode) && one.st_rdev == other.st_rdev;
}

void check_distinct(const std::vector<std::string> &devices) {
  for (auto a = devices.begin(); a != devices.end(); ++a)
    for (auto b = std::next(a); b != devices.end(); ++b)
      if (are_same_drive(*a, *b))
        refuse("Two of the devices are the same drive: name each drive once.",
               *a + ", " + *b);
}

// Each takes seconds.
std::vector<DestinationPointer> drives_of(const Settings &settings) {
  const auto devices = settings.drives();
  check_distinct(devices);
  std::vector<std::future<DestinationPointer>> looks;
  looks.reserve(devices.size());
  for (const auto &device : devices)
    looks.push_back(
        std::async(std::launch::async, drive_of, std::cref(settings), device));
  std::vector<DestinationPointer> drives;
  drives.reserve(devices.size());
  for (auto &look : looks) drives.push_back(look.get());
  return drives;
}

void check_one_kind(const Settings &settings) {
  const bool image = !settings.location.empty();
  const bool drive = !settings.device.empty();
  const bool drives = !settings.devices.empty();
  if (image + drive + drives > 1)
    refuse(
        "There is more than one kind of destination: set one of location, device and devices.");
  if (image + drive + drives == 0)
    refuse(
        "There is no destination: set location to the disc image to make, such as album.cue, or device to the drive to burn on, such as /dev/sr0.");
}

}  // namespace

Destinations::Destinations(const Settings &settings, std::shared_ptr<MadeImages> made) {
  check_one_kind(settings);
  if (settings.location.empty())
    all_ = drives_of(settings);
  else
    all_.push_back(image_of(settings, std::move(made)));
}

Blocks Destinations::capacity() const {
  Blocks least{};
  for (const auto &one : all_) {
    const auto capacity = one->capacity();
    if (capacity > Blocks{} && (least == Blocks{} || capacity < least)) least = capacity;
  }
  return least;
}

}  // namespace redbook
