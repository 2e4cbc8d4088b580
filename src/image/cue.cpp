#include "image/cue.hpp"

#include <algorithm>

#include "text/text_field.hpp"

namespace redbook {
namespace {

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

void add_text(std::string &sheet, const std::string &keyword, const std::string &text) {
  const auto line = cue_text(text);
  if (!line.empty()) sheet += keyword + " \"" + line + "\"\n";
}

// Places in a cue sheet are counted from the start of the file, which is LBA 0.
void add_index(std::string &sheet, int number, Lba place) {
  sheet +=
      "    INDEX " + two_digits(number) + ' ' + to_string(Msf::of(place - Lba{0})) + '\n';
}

void add_texts(std::string &sheet, const std::string &indent, const Texts &texts) {
  add_text(sheet, indent + "TITLE", texts.title);
  add_text(sheet, indent + "PERFORMER", texts.performer);
  add_text(sheet, indent + "SONGWRITER", texts.songwriter);
  add_text(sheet, indent + "REM COMPOSER", texts.composer);
  add_text(sheet, indent + "REM ARRANGER", texts.arranger);
  add_text(sheet, indent + "REM MESSAGE", texts.message);
}

void add_flags(std::string &sheet, const Track &track) {
  std::string flags;
  if (track.subcode.copy == Copy::permitted) flags += " DCP";
  if (track.subcode.four_channel) flags += " 4CH";
  if (track.subcode.pre_emphasis) flags += " PRE";
  if (track.subcode.copy == Copy::scms) flags += " SCMS";
  if (!flags.empty()) sheet += "    FLAGS" + flags + '\n';
}

void add_indexes(std::string &sheet, const Track &track) {
  if (track.pregap > Blocks{0}) add_index(sheet, 0, track.start);
  add_index(sheet, 1, track.index_1());
  int index = 2;
  for (const auto offset : track.indexes)
    add_index(sheet, index++, track.index_1() + offset);
}

// FLAGS and ISRC must come before the first INDEX.
void add_track(std::string &sheet, int number, const Track &track) {
  sheet += "  TRACK " + two_digits(number) + " AUDIO\n";
  add_flags(sheet, track);
  add_texts(sheet, "    ", track.texts);
  if (!track.subcode.isrc.empty()) sheet += "    ISRC " + track.subcode.isrc + '\n';
  add_indexes(sheet, track);
}

}  // namespace

// Before a quote cdrdao and cuetools take a backslash for an escape.
std::string cue_text(const std::string &text) {
  auto line = one_line(text);
  if (line.ends_with('\\')) line = one_line(text, max_text_field_length - 1) + ' ';
  std::replace(line.begin(), line.end(), '"', '\'');
  return line;
}

std::string cue_sheet(const Disc &disc, const std::string &bin_name,
                      const std::string &cdtext_name) {
  std::string sheet;
  if (!disc.mcn.empty()) sheet += "CATALOG " + disc.mcn + '\n';
  if (!disc.cdtext.empty()) sheet += "CDTEXTFILE \"" + cdtext_name + "\"\n";
  add_text(sheet, "REM GENRE", disc.genre);
  add_texts(sheet, "", disc.texts);
  sheet += "FILE \"" + bin_name + "\" BINARY\n";
  int number = 1;
  for (const auto &track : disc.tracks) add_track(sheet, number++, track);
  return sheet;
}

}  // namespace redbook
