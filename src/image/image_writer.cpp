#include "image/image_writer.hpp"

#include <string>
#include <system_error>

#include "error.hpp"
#include "file/file_kind.hpp"
#include "file/file_set.hpp"
#include "file/new_file.hpp"
#include "image/file_sums.hpp"

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

void settle_sheet(const ImageFiles &files) { settle_files(files.sheet); }

OlderFiles write_image(const Disc &disc, const ImageFiles &files, Stash &stash,
                       FileSums &sums) {
  const auto &kind = kind_of(files.format);
  stash.release_reserve();
  FileSet set{files.sheet};
  const auto sheet = set.add(files.sheet);
  write_new_file(sheet, kind.sheet(disc, files, sums.crc32()));
  if (kind.has_packs_beside && !disc.cdtext.empty())
    write_new_file(set.add(files.cdtext), packs_of(disc));
  stash.publish_as(set.add(files.bin), rights_of(sheet));
  return set.commit();
}

void rehearse_image(const Disc &disc, const ImageFiles &files, FileSums &sums) {
  FileSet set{files.sheet};
  write_new_file(set.add(files.sheet),
                 kind_of(files.format).sheet(disc, files, sums.crc32()));
}

}  // namespace redbook
