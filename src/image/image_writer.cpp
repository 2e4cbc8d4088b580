#include "image/image_writer.hpp"

#include <string>
#include <system_error>

#include "error.hpp"
#include "file/file_kind.hpp"
#include "file/replacement.hpp"

namespace redbook {
namespace {

bool leads_to_folder(const std::filesystem::path &name) {
  std::error_code none;
  return std::filesystem::is_directory(name, none);
}

std::string packs_of(const Disc &disc) {
  return {reinterpret_cast<const char *>(disc.cdtext.data()), disc.cdtext.size()};
}

}  // namespace

ImageFiles sheet_files(const std::filesystem::path &location) {
  if (leads_to_folder(location))
    throw location_error("The location of the disc image is a folder: name a file in it.",
                         location);
  ImageFiles files{{}, location, location, location};
  files.bin.replace_extension(".bin");
  files.cdtext.replace_extension(".cdt");
  if (files.bin == location || files.cdtext == location)
    throw location_error(
        "The location of the disc image names a file beside its sheet: let it end in .cue or .toc.",
        location);
  if (leads_to_folder(files.bin) || leads_to_folder(files.cdtext))
    throw location_error("A file of the disc image would replace a folder.", files.bin);
  for (const auto &file : {files.sheet, files.bin, files.cdtext}) check_replaceable(file);
  return files;
}

FileDescriptor write_image(const Disc &disc, const ImageFiles &files, Stash &stash,
                           FileSums * /*sums*/) {
  const auto &kind = kind_of(files.format);
  Replacement sheet{files.sheet};
  Replacement cdtext{files.cdtext};
  Replacement bin{files.bin};
  const bool with_packs = kind.has_packs_beside && !disc.cdtext.empty();
  write_new_file(sheet.temporary_name(), kind.sheet(disc, files));
  if (with_packs) write_new_file(cdtext.temporary_name(), packs_of(disc));
  stash.publish_as(bin.temporary_name(), rights_of(sheet.temporary_name()));
  bin.swap_in();
  if (with_packs) cdtext.swap_in();
  sheet.swap_in();
  auto older_audio = bin.keep();
  cdtext.keep();
  sheet.keep();
  sync_folder(files.folder());
  return older_audio;
}

void rehearse_image(const Disc &disc, const ImageFiles &files, FileSums * /*sums*/) {
  const Replacement sheet{files.sheet};
  write_new_file(sheet.temporary_name(), kind_of(files.format).sheet(disc, files));
}

}  // namespace redbook
