#include "image/image_format.hpp"

#include <algorithm>
#include <system_error>

#include "error.hpp"
#include "image/cdrdao_toc.hpp"
#include "image/cue.hpp"
#include "image/ddp_writer.hpp"

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
  if (ending == ".ddp") return ImageFormat::ddp;
  throw settings_error(
      "The name of the disc image says no format: let it end in .cue, .toc or "
      ".ddp, or set image-format.",
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

Error is_a_folder(const fs::path &location) {
  return settings_error("The location of the disc image is a folder: name a file in it.",
                        location);
}

void check_name(const fs::path &location) {
  const auto name = location.filename().string();
  if (name.empty() || name == "." || name == "..") throw is_a_folder(location);
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

namespace {

ImageFiles files_of_sheet(const fs::path &location, ImageFormat format) {
  if (is_folder(location)) throw is_a_folder(location);
  ImageFiles files{format, location, fs::path{location}.replace_extension(".bin"),
                   fs::path{location}.replace_extension(".cdt")};
  if (files.bin == location || files.cdtext == location)
    throw settings_error(
        "The location of the disc image names a file beside its sheet: let it end in "
        ".cue or "
        ".toc.",
        location);
  if (is_folder(files.bin) || is_folder(files.cdtext))
    throw settings_error("A file of the disc image would replace a folder.", files.bin);
  return files;
}

}  // namespace

ImageFormat format_of(const fs::path &location, ImageFormat format) {
  return format == ImageFormat::automatic ? format_by_ending(location) : format;
}

ImageFiles image_files(const fs::path &location, ImageFormat format) {
  check_name(location);
  format = format_of(location, format);
  if (format != ImageFormat::ddp) return files_of_sheet(location, format);
  check_ddp_folder(location);
  return {format, location};
}

// The folder of a DDP set needs no ending: what looks like one is part of its name.
fs::path numbered(const fs::path &location, ImageFormat format, int disc) {
  if (disc == 1) return location;
  const auto ending = location.extension();
  const bool is_folder = format_of(location, format) == ImageFormat::ddp &&
                         lower_case(ending.string()) != ".ddp";
  auto name = location;
  if (!is_folder) name.replace_extension();
  name += '-' + std::to_string(disc);
  return is_folder ? name : name += ending;
}

std::string sheet_of(const Disc &disc, const ImageFiles &files) {
  const auto bin_name = files.bin.filename().string();
  return files.format == ImageFormat::toc
             ? cdrdao_toc(disc, bin_name)
             : cue_sheet(disc, bin_name, files.cdtext.filename().string());
}

}  // namespace redbook
