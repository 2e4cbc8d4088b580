#include "image/reader/cdrdao_toc_reader.hpp"

#include <optional>
#include <utility>

#include "cdtext/encoder.hpp"
#include "cdtext/preparation.hpp"
#include "image/reader/file_check.hpp"
#include "image/reader/sheet_text.hpp"
#include "image/reader/toc_texts.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

/// One TOC file, read from its first word to its last.
class TocReader {
 public:
  TocReader(std::string_view text, const std::string &name)
      : name_{name}, lexer_{text, name} {}

  Sheet read();

 private:
  void read_head();
  /// Whether another one follows.
  bool read_track();
  bool read_fact(const std::string &word);
  bool read_flag(const std::string &word, bool value);
  bool read_audio(const std::string &word);
  void read_file(bool is_datafile);
  void read_zero();
  void read_pregap();
  void read_start();
  void add_indexes();
  std::size_t file_named(const std::string &name, bool swapped, int line);
  void add_silence(std::int64_t bytes);
  void add_packs();

  bool at_end() const { return lexer_.peek().kind == TocToken::Kind::end; }
  SheetTrack &track() { return sheet_.tracks.back(); }
  std::vector<Stretch> &stretches() { return track().stretches; }

  const std::string &name_;
  TocLexer lexer_;
  Sheet sheet_;
  TocTexts texts_;
  std::vector<Blocks> offsets_;  // of INDEX, in the track that is read
  bool has_start_ = false;
};

AudioFormat format_of(const std::string &name, bool swapped, const SheetPlace &place) {
  const auto dot = name.rfind('.');
  const auto ending = dot == name.npos ? "" : upper_case(name.substr(dot));
  for (const auto *compressed : {".MP3", ".OGG", ".FLAC", ".AIFF", ".AIF"})
    if (ending == compressed)
      throw sheet_error(
          place,
          "The TOC file names a file that is neither raw audio nor WAVE: convert it to WAVE first.");
  if (ending == ".WAV") return swapped ? AudioFormat::swapped_wave : AudioFormat::wave;
  return swapped ? AudioFormat::little_endian : AudioFormat::big_endian;
}

void TocReader::read_head() {
  const auto word = lexer_.take().text;
  if (word == "CATALOG")
    sheet_.mcn = lexer_.take_string();
  else if (word == "CD_TEXT")
    texts_.read(lexer_, 0);
  else if (word != "CD_DA" && word != "CD_ROM" && word != "CD_ROM_XA")
    throw lexer_.wrong("The TOC file begins with something that is not known.");
}

bool TocReader::read_flag(const std::string &word, bool value) {
  auto &subcode = track().subcode;
  if (word == "COPY")
    subcode.copy = value ? Copy::permitted : Copy::prohibited;
  else if (word == "PRE_EMPHASIS")
    subcode.pre_emphasis = value;
  else
    return false;
  return true;
}

bool TocReader::read_fact(const std::string &word) {
  if (word == "NO") return read_flag(lexer_.take().text, false);
  if (word == "ISRC")
    track().subcode.isrc = lexer_.take_string();
  else if (word == "CD_TEXT")
    texts_.read(lexer_, sheet_.tracks.size());
  else if (word == "TWO_CHANNEL_AUDIO" || word == "FOUR_CHANNEL_AUDIO")
    track().subcode.four_channel = word == "FOUR_CHANNEL_AUDIO";
  else
    return read_flag(word, true);
  return true;
}

std::size_t TocReader::file_named(const std::string &name, bool swapped, int line) {
  const auto format = format_of(name, swapped, {name_, line});
  for (std::size_t i = 0; i < sheet_.files.size(); ++i)
    if (sheet_.files[i].name == name && sheet_.files[i].format == format) return i;
  add_file({name, format, line}, {name_, line}, sheet_);
  return sheet_.files.size() - 1;
}

// FILE: a start and maybe a length, in samples or as times. DATAFILE: maybe a length, in
// bytes or as a time. A length of 0 is none.
void TocReader::read_file(bool is_datafile) {
  const auto line = lexer_.peek().line;
  const auto name = lexer_.take_string();
  const bool swapped = lexer_.take_if("SWAP");
  const auto unit = is_datafile ? 1 : bytes_per_sample;
  Stretch stretch{.file = file_named(name, swapped, line), .line = line};
  if (lexer_.take_if("#")) stretch.first_byte = lexer_.take_length(1);
  if (!is_datafile) stretch.first_byte += lexer_.take_length(unit);
  if (lexer_.at_number()) stretch.bytes = lexer_.take_length(unit);
  if (stretch.bytes == 0) stretch.bytes.reset();
  stretches().push_back(stretch);
}

void TocReader::add_silence(std::int64_t bytes) {
  stretches().push_back({std::nullopt, 0, bytes, false, lexer_.peek().line});
}

void TocReader::read_zero() {
  lexer_.take_if("AUDIO");
  add_silence(lexer_.take_length(1));
}

void TocReader::read_start() {
  if (std::exchange(has_start_, true))
    throw lexer_.wrong("The TOC file says twice where a track starts.");
  if (lexer_.at_number())
    track().index_1 = {0, lexer_.take_msf()};
  else
    track().index_1 = {stretches().size(), {}};
}

void TocReader::read_pregap() {
  if (!stretches().empty())
    throw lexer_.wrong("The TOC file has a PREGAP behind the audio of its track.");
  add_silence(lexer_.take_msf().bytes());
  has_start_ = true;
  track().index_1 = {1, {}};
}

bool TocReader::read_audio(const std::string &word) {
  if (word == "FILE" || word == "AUDIOFILE" || word == "DATAFILE")
    read_file(word == "DATAFILE");
  else if (word == "SILENCE")
    add_silence(lexer_.take_length(bytes_per_sample));
  else if (word == "ZERO")
    read_zero();
  else if (word == "PREGAP")
    read_pregap();
  else if (word == "START")
    read_start();
  else if (word == "INDEX")
    offsets_.push_back(lexer_.take_msf());
  else
    return false;
  return true;
}

// INDEX counts from index 01, wherever START stands.
void TocReader::add_indexes() {
  for (const auto offset : std::exchange(offsets_, {}))
    track().indexes.push_back({track().index_1.stretch, track().index_1.offset + offset});
  if (track().indexes.size() + 1 > max_index)
    throw lexer_.wrong("A track of the TOC file has more than 99 indexes.");
}

bool TocReader::read_track() {
  if (sheet_.tracks.size() == max_tracks)
    throw lexer_.wrong("The TOC file has more than 99 tracks.");
  sheet_.tracks.emplace_back().line = lexer_.peek().line;
  has_start_ = false;
  if (!lexer_.take_if("AUDIO"))
    throw lexer_.wrong("Track " + std::to_string(sheet_.tracks.size()) +
                       " of the TOC file is a data track: only audio discs can be made.");
  bool more = false;
  while (!(more = lexer_.take_if("TRACK")) && !at_end()) {
    const auto word = lexer_.take();
    if (!read_fact(word.text) && !read_audio(word.text))
      throw sheet_error({name_, word.line},
                        "The TOC file has a statement that an audio track can't have.");
  }
  add_indexes();
  return more;
}

void TocReader::add_packs() {
  auto set = texts_.set(sheet_.tracks.size());
  if (set.blocks.empty()) return;
  auto &first = set.blocks.front();
  sheet_.texts = first.disc;
  sheet_.genre = first.genre;
  sheet_.language = iso_639_1(first.language);
  if (first.mcn.empty()) first.mcn = sheet_.mcn;
  for (std::size_t i = 0; i < sheet_.tracks.size(); ++i) {
    sheet_.tracks[i].texts = first.tracks[i].texts;
    if (first.tracks[i].isrc.empty())
      first.tracks[i].isrc = sheet_.tracks[i].subcode.isrc;
  }
  sheet_.cdtext = encode(prepared(set).set, {.overflow = Overflow::shorten}).bytes();
}

Sheet TocReader::read() {
  while (!lexer_.take_if("TRACK")) {
    if (at_end()) throw lexer_.wrong("The TOC file has no track.");
    read_head();
  }
  while (read_track()) continue;
  for (const auto &comment : lexer_.comments())
    take_checksum(comment.text, {name_, comment.line}, sheet_);
  try {
    add_packs();
  } catch (const Error &error) {
    throw sheet_error({name_, 1}, error.what());
  }
  return std::move(sheet_);
}

}  // namespace

Sheet read_cdrdao_toc(std::string_view text, const std::string &name) {
  return TocReader{text, name}.read();
}

}  // namespace redbook
