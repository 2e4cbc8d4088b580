#include "image/image_writer.hpp"

#include <sys/stat.h>

#include <string>

#include "file/replacement.hpp"

namespace redbook {
namespace {

// The sheet was made with the access rights the user wants for new files; the audio,
// private while it was staged, gets the same.
mode_t rights_of(const std::filesystem::path &name) {
  struct stat status {};
  return ::stat(name.c_str(), &status) == 0 ? status.st_mode & 0777 : 0600;
}

// cdrdao's TOC has the texts itself.
bool has_packs(const Disc &disc, const ImageFiles &files) {
  return files.format == ImageFormat::cue && !disc.cdtext.empty();
}

std::string packs_of(const Disc &disc) {
  return {reinterpret_cast<const char *>(disc.cdtext.data()), disc.cdtext.size()};
}

}  // namespace

FileDescriptor write_image(const Disc &disc, const ImageFiles &files, Stash &stash) {
  Replacement sheet{files.sheet};
  Replacement cdtext{files.cdtext};
  Replacement bin{files.bin};
  const bool with_packs = has_packs(disc, files);
  write_new_file(sheet.temporary_name(), sheet_of(disc, files));
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

void rehearse_image(const Disc &disc, const ImageFiles &files) {
  const Replacement sheet{files.sheet};
  write_new_file(sheet.temporary_name(), sheet_of(disc, files));
}

}  // namespace redbook
