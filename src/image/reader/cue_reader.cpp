#include "image/reader/cue_reader.hpp"

#include <algorithm>
#include <utility>

#include "image/reader/cue_audio.hpp"
#include "image/reader/file_check.hpp"
#include "image/reader/sheet_text.hpp"
#include "text/text_encoding.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

/// The lines of a cue sheet, one after the other.
class CueReader {
 public:
  explicit CueReader(const std::string &name) : place_{name, 0} {}

  void read_line(std::string_view line);
  Sheet sheet() &&;

 private:
  using Command = void (CueReader::*)(std::string_view argument);

  static Command command_of(std::string_view keyword);
  Error wrong(std::string sentence) const {
    return sheet_error(place_, std::move(sentence));
  }

  void catalog(std::string_view argument) { sheet_.mcn = text_of(argument); }
  void cdtext_file(std::string_view argument);
  void file(std::string_view argument);
  void track(std::string_view argument);
  void flags(std::string_view argument);
  void isrc(std::string_view argument) { open_track().subcode.isrc = text_of(argument); }
  void index(std::string_view argument);
  void pregap(std::string_view argument);
  void postgap(std::string_view argument);
  void remark(std::string_view argument);
  void pass_over(std::string_view) {}
  void title(std::string_view argument) { texts().title = text_of(argument); }
  void performer(std::string_view argument) { texts().performer = text_of(argument); }
  void songwriter(std::string_view argument) { texts().songwriter = text_of(argument); }
  void composer(std::string_view argument) { texts().composer = text_of(argument); }
  void arranger(std::string_view argument) { texts().arranger = text_of(argument); }
  void message(std::string_view argument) { texts().message = text_of(argument); }
  void genre(std::string_view argument) {
    if (sheet_.tracks.empty()) sheet_.genre = text_of(argument);
  }

  void set_flag(const std::string &flag, Subcode &subcode);
  Blocks time(std::string_view argument) const;
  SheetTrack &open_track();
  Texts &texts() {
    return sheet_.tracks.empty() ? sheet_.texts : sheet_.tracks.back().texts;
  }
  static std::string text_of(std::string_view argument);
  static bool is_file_type(std::string_view type);
  static AudioFormat format_of(std::string_view type);

  SheetPlace place_;
  Sheet sheet_{.is_joined = true};
  CueAudio audio_;
};

std::string CueReader::text_of(std::string_view argument) {
  if (!argument.starts_with('"')) return std::string{argument};
  const auto last = argument.rfind('"');
  return std::string{argument.substr(1, last == 0 ? argument.npos : last - 1)};
}

CueReader::Command CueReader::command_of(std::string_view keyword) {
  static constexpr std::pair<std::string_view, Command> commands[] = {
      {"CATALOG", &CueReader::catalog},
      {"CDTEXTFILE", &CueReader::cdtext_file},
      {"FILE", &CueReader::file},
      {"TRACK", &CueReader::track},
      {"FLAGS", &CueReader::flags},
      {"ISRC", &CueReader::isrc},
      {"INDEX", &CueReader::index},
      {"MCN", &CueReader::catalog},  // cyanrip's word
      {"PREGAP", &CueReader::pregap},
      {"POSTGAP", &CueReader::postgap},
      {"REM", &CueReader::remark},
      {"TITLE", &CueReader::title},
      {"PERFORMER", &CueReader::performer},
      {"SONGWRITER", &CueReader::songwriter},
      {"COMPOSER", &CueReader::composer},
      {"ARRANGER", &CueReader::arranger},
      {"MESSAGE", &CueReader::message},
      {"GENRE", &CueReader::genre},
      {"DISC_ID", &CueReader::pass_over},
      {"TOC_INFO1", &CueReader::pass_over},
      {"TOC_INFO2", &CueReader::pass_over},
      {"UPC_EAN", &CueReader::pass_over},
      {"SIZE_INFO", &CueReader::pass_over}};
  for (const auto &[name, command] : commands)
    if (name == keyword) return command;
  return nullptr;
}

void CueReader::read_line(std::string_view line) {
  ++place_.line;
  const auto keyword = upper_case(take_word(line));
  if (keyword.empty()) return;
  const auto command = command_of(keyword);
  if (!command)
    throw wrong(
        "The cue sheet has a line that begins with a word it can't have there: neither a track, nor a file, nor a text.");
  (this->*command)(line);
}

void CueReader::remark(std::string_view argument) {
  take_checksum(argument, place_, sheet_);
  const auto keyword = upper_case(take_word(argument));
  for (const auto *known : {"COMPOSER", "ARRANGER", "MESSAGE", "GENRE"})
    if (keyword == known) (this->*command_of(keyword))(argument);
}

void CueReader::cdtext_file(std::string_view argument) {
  sheet_.packs = AudioFile{text_of(argument), {}, place_.line};
  check_file_name(sheet_.packs->name, place_);
}

void CueReader::file(std::string_view argument) {
  const auto type_at = argument.find_last_of("\" \t");
  const auto type =
      upper_case(argument.substr(type_at == argument.npos ? 0 : type_at + 1));
  const auto name = trimmed(argument.substr(0, argument.size() - type.size()));
  if (name.empty() || !is_file_type(type))
    throw wrong("A FILE line of the cue sheet does not name a file and its type.");
  AudioFile file{text_of(name), format_of(type), place_.line};
  const bool goes_on = !sheet_.files.empty() && sheet_.files.back().name == file.name;
  if (!goes_on) add_file(std::move(file), place_, sheet_);
}

// Players write what they like: MP3, AIFF, FLAC, OGG, WAVPACK ...
bool CueReader::is_file_type(std::string_view type) {
  return !type.empty() &&
         type.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == type.npos;
}

AudioFormat CueReader::format_of(std::string_view type) {
  if (type == "BINARY") return AudioFormat::little_endian;
  if (type == "MOTOROLA") return AudioFormat::big_endian;
  return type == "WAVE" ? AudioFormat::wave : AudioFormat::encoded;
}

void CueReader::track(std::string_view argument) {
  const auto wanted = static_cast<std::int64_t>(sheet_.tracks.size()) + 1;
  const auto number = number_of(take_word(argument), max_tracks);
  if (!number || *number != wanted)
    throw wrong(
        "The tracks of the cue sheet are not numbered 01, 02, 03 and so on, up to 99.");
  if (upper_case(take_word(argument)) != "AUDIO")
    throw wrong("Track " + std::to_string(wanted) +
                " of the cue sheet is a data track: only audio discs can be made.");
  sheet_.tracks.emplace_back().line = place_.line;
}

SheetTrack &CueReader::open_track() {
  if (sheet_.tracks.empty())
    throw wrong("The cue sheet has a line of a track before its first TRACK.");
  return sheet_.tracks.back();
}

void CueReader::set_flag(const std::string &flag, Subcode &subcode) {
  if (flag == "DCP" && subcode.copy != Copy::scms)
    subcode.copy = Copy::permitted;
  else if (flag == "SCMS")
    subcode.copy = Copy::scms;
  else if (flag == "PRE")
    subcode.pre_emphasis = true;
  else if (flag == "4CH")
    subcode.four_channel = true;
  else if (flag != "DCP")
    throw wrong("The cue sheet has a flag that audio tracks can't have.");
}

void CueReader::flags(std::string_view argument) {
  auto &subcode = open_track().subcode;
  while (!argument.empty()) set_flag(upper_case(take_word(argument)), subcode);
}

Blocks CueReader::time(std::string_view argument) const {
  const auto time = time_of(take_word(argument));
  if (!time)
    throw wrong("Track " + std::to_string(sheet_.tracks.size()) +
                " of the cue sheet has a time that is not of the form mm:ss:ff.");
  return *time;
}

void CueReader::index(std::string_view argument) {
  open_track();
  const auto number = number_of(take_word(argument), max_index);
  if (!number) throw wrong("The cue sheet has an INDEX that is not from 00 to 99.");
  if (sheet_.files.empty()) throw wrong("The cue sheet has an INDEX before any FILE.");
  audio_.add_index({sheet_.tracks.size() - 1, static_cast<int>(*number),
                    sheet_.files.size() - 1, time(argument), place_.line},
                   place_);
}

void CueReader::pregap(std::string_view argument) {
  open_track();
  audio_.add_pregap(sheet_.tracks.size() - 1, time(argument), place_);
}

void CueReader::postgap(std::string_view argument) {
  open_track();
  audio_.add_postgap(sheet_.tracks.size() - 1, time(argument));
}

Sheet CueReader::sheet() && {
  place_.line = std::max(place_.line, 1);
  if (sheet_.tracks.empty()) throw wrong("The cue sheet has no track.");
  audio_.divide(sheet_, place_);
  return std::move(sheet_);
}

}  // namespace

Sheet read_cue_sheet(std::string_view text, const std::string &name,
                     const std::string &charset) {
  const auto decoded = decoded_text(text, charset);
  CueReader reader{name};
  for (std::string_view rest = decoded.text; !rest.empty();)
    reader.read_line(take_line(rest));
  auto sheet = std::move(reader).sheet();
  if (!decoded.guessed_charset.empty())
    sheet.remarks.push_back(sentence_of_guess(name, decoded) +
                            " The option --cue-charset names another.");
  return sheet;
}

}  // namespace redbook
