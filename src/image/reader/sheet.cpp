#include "image/reader/sheet.hpp"

#include <utility>

namespace redbook {

namespace {

std::string text_of(const SheetPlace &place) {
  return place.sheet + ':' + std::to_string(place.line);
}

}  // namespace

Error sheet_error(const SheetPlace &place, std::string sentence) {
  return {Fault::image, Result::invalid_image, std::move(sentence), text_of(place)};
}

void add_file(AudioFile file, const SheetPlace &place, Sheet &sheet) {
  if (sheet.files.size() == max_sheet_files)
    throw sheet_error(
        place,
        "The sheet names more than 198 files: a disc has 99 tracks, each of which may have a file, and another one for its pregap.");
  check_file_name(file.name, place);
  sheet.files.push_back(std::move(file));
}

void check_file_name(const std::string &name, const SheetPlace &place) {
  if (name.find('\0') != name.npos)
    throw sheet_error(
        place,
        "The sheet has a NUL in the name of a file, which no name can have: write the name anew.");
}

Error with_place(const Error &of_file, const SheetPlace &place) {
  return {of_file.fault(), of_file.result(), of_file.what(),
          text_of(place) + ": " + of_file.detail()};
}

}  // namespace redbook
