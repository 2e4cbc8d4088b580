#include "image/image_format.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include "error.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

constexpr const ImageKind *kinds[] = {&cue_image, &cdrdao_image, &ddp_image};

/// ".cue, .toc or .ddp"
std::string all_endings() {
  const auto &last = *std::prev(std::end(kinds));
  std::string endings;
  for (const auto *kind : kinds)
    endings += (endings.empty() ? ""
                : kind == last  ? " or "
                                : ", ") +
               std::string{kind->ending};
  return endings;
}

ImageFormat format_by_ending(const fs::path &location) {
  const auto ending = lower_case(location.extension().string());
  int value = 0;
  for (const auto *kind : kinds) {
    ++value;
    if (ending == kind->ending) return static_cast<ImageFormat>(value);
  }
  throw location_error("The name of the disc image says no format: let it end in " +
                           all_endings() + ", or set image-format.",
                       location);
}

// A file with this name could not even be looked for.
bool is_too_long(const fs::path &name) {
  std::error_code error;
  return fs::symlink_status(name, error).type() == fs::file_type::none &&
         error == std::errc::filename_too_long;
}

bool spoils_a_sheet(unsigned char c) { return c < 0x20 || c == 0x7f || c == '"'; }

Error location_is_folder(const fs::path &location) {
  return location_error("The location of the disc image is a folder: name a file in it.",
                        location);
}

void check_name(const fs::path &location) {
  const auto name = location.filename().string();
  if (name.empty() || name == "." || name == "..") throw location_is_folder(location);
  if (is_too_long(location))
    throw location_error("The name of the disc image is too long.", location);
  if (std::any_of(name.begin(), name.end(), spoils_a_sheet))
    throw location_error(
        "The name of the disc image holds a double quote or a control character, which its sheet cannot name.",
        location);
}

}  // namespace

Error location_error(std::string sentence, const fs::path &location) {
  return {Fault::settings, Result::invalid_argument, std::move(sentence),
          location.string()};
}

std::span<const ImageKind *const> image_kinds() { return kinds; }

const ImageKind &kind_of(ImageFormat format) {
  return *kinds[static_cast<std::size_t>(format) - 1];
}

Blocks ImageFiles::lead() const { return kind_of(format).lead; }

fs::path ImageFiles::audio() const {
  const auto *const name = kind_of(format).audio_in_folder;
  return name ? sheet / name : bin;
}

ImageFormat format_of(const fs::path &location, ImageFormat format) {
  return format == ImageFormat::automatic ? format_by_ending(location) : format;
}

ImageFiles image_files(const fs::path &location, ImageFormat format) {
  check_name(location);
  format = format_of(location, format);
  auto files = kind_of(format).files(location);
  files.format = format;
  return files;
}

// A folder needs no ending: what looks like one is part of its name.
fs::path numbered(const fs::path &location, ImageFormat format, int disc) {
  if (disc == 1) return location;
  const auto ending = location.extension();
  const auto &kind = kind_of(format_of(location, format));
  const bool is_folder = kind.is_folder && lower_case(ending.string()) != kind.ending;
  auto name = location;
  if (!is_folder) name.replace_extension();
  name += '-' + std::to_string(disc);
  return is_folder ? name : name += ending;
}

}  // namespace redbook
