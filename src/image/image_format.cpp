#include "image/image_format.hpp"

#include <algorithm>
#include <system_error>

#include "error.hpp"
#include "image/cdrdao_toc.hpp"
#include "image/cue.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

Error settings_error(const char *sentence, const fs::path &location) {
  return {Fault::settings, Result::invalid_argument, sentence, location.string()};
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(c < 128 ? std::tolower(c) : c);
  });
  return text;
}

ImageFormat format_by_ending(const fs::path &location) {
  const auto ending = lower_case(location.extension().string());
  if (ending == ".cue") return ImageFormat::cue;
  if (ending == ".toc") return ImageFormat::toc;
  throw settings_error(
      "The name of the disc image says no format: let it end in .cue or .toc, or set "
      "image-format.",
      location);
}

bool is_folder(const fs::path &name) {
  std::error_code none;
  return fs::is_directory(name, none);
}

// A file with this name could not even be looked for.
bool is_too_long(const fs::path &name) {
  std::error_code error;
  return fs::symlink_status(name, error).type() == fs::file_type::none &&
         error == std::errc::filename_too_long;
}

bool spoils_a_sheet(unsigned char c) { return c < 0x20 || c == 0x7f || c == '"'; }

void check_name(const fs::path &location) {
  const auto name = location.filename().string();
  if (name.empty() || name == "." || name == ".." || is_folder(location))
    throw settings_error("The location of the disc image is a folder: name a file in it.",
                         location);
  if (is_too_long(location))
    throw settings_error("The name of the disc image is too long.", location);
  if (std::any_of(name.begin(), name.end(), spoils_a_sheet))
    throw settings_error(
        "The name of the disc image holds a double quote or a control character, which "
        "its "
        "sheet cannot name.",
        location);
}

}  // namespace

ImageFiles image_files(const fs::path &location, ImageFormat format) {
  check_name(location);
  if (format == ImageFormat::automatic) format = format_by_ending(location);
  auto bin = fs::path{location}.replace_extension(".bin");
  if (bin == location)
    throw settings_error(
        "The location of the disc image names its audio file: let it end in .cue or "
        ".toc.",
        location);
  if (is_folder(bin))
    throw settings_error("The audio file of the disc image would replace a folder.", bin);
  return {format, location, bin};
}

std::string sheet_of(const Disc &disc, const ImageFiles &files) {
  const auto bin_name = files.bin.filename().string();
  return files.format == ImageFormat::toc ? cdrdao_toc(disc, bin_name)
                                          : cue_sheet(disc, bin_name);
}

}  // namespace redbook
