#include "image/image_writer.hpp"

#include <sys/stat.h>

#include "image/replacement.hpp"

namespace redbook {
namespace {

// The sheet was made with the access rights the user wants for new files; the audio,
// private while it was staged, gets the same.
mode_t rights_of(const std::filesystem::path &name) {
  struct stat status {};
  return ::stat(name.c_str(), &status) == 0 ? status.st_mode & 0777 : 0600;
}

}  // namespace

void write_image(const Disc &disc, const ImageFiles &files, Stash &stash) {
  Replacement sheet{files.sheet};
  Replacement bin{files.bin};
  write_new_file(sheet.temporary_name(), sheet_of(disc, files));
  stash.publish_as(bin.temporary_name(), rights_of(sheet.temporary_name()));
  bin.swap_in();
  sheet.swap_in();
  bin.keep();
  sheet.keep();
  sync_folder(files.folder());
}

void rehearse_image(const Disc &disc, const ImageFiles &files) {
  const Replacement sheet{files.sheet};
  write_new_file(sheet.temporary_name(), sheet_of(disc, files));
}

}  // namespace redbook
