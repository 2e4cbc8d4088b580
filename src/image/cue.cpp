#include "image/cue.hpp"

#include <algorithm>

#include "image/text_field.hpp"

namespace redbook {
namespace {

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string quoted(const std::string &text) {
  auto line = one_line(text);
  std::replace(line.begin(), line.end(), '"', '\'');
  return '"' + line + '"';
}

void add_text(std::string &sheet, const std::string &keyword, const std::string &text) {
  if (!one_line(text).empty()) sheet += keyword + ' ' + quoted(text) + '\n';
}

// Places in a cue sheet are counted from the start of the file, which is LBA 0.
void add_index(std::string &sheet, int number, Lba place) {
  sheet +=
      "    INDEX " + two_digits(number) + ' ' + to_string(Msf::of(place - Lba{0})) + '\n';
}

void add_track(std::string &sheet, int number, const Track &track) {
  sheet += "  TRACK " + two_digits(number) + " AUDIO\n";
  add_text(sheet, "    TITLE", track.texts.title);
  add_text(sheet, "    PERFORMER", track.texts.performer);
  if (track.pregap > Blocks{0}) add_index(sheet, 0, track.start);
  add_index(sheet, 1, track.index_1());
  int index = 2;
  for (const auto offset : track.indexes)
    add_index(sheet, index++, track.index_1() + offset);
}

}  // namespace

std::string cue_sheet(const Disc &disc, const std::string &bin_name) {
  std::string sheet;
  add_text(sheet, "TITLE", disc.texts.title);
  add_text(sheet, "PERFORMER", disc.texts.performer);
  sheet += "FILE \"" + bin_name + "\" BINARY\n";
  int number = 1;
  for (const auto &track : disc.tracks) add_track(sheet, number++, track);
  return sheet;
}

}  // namespace redbook
