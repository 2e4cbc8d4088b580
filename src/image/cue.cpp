#include "image/cue.hpp"

#include <algorithm>
#include <utility>

#include "checksum/crc32.hpp"
#include "image/image_writer.hpp"
#include "image/sheet_checksums.hpp"
#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

void add_text(std::string &sheet, const std::string &keyword, const std::string &text) {
  const auto line = cue_text(text);
  if (!line.empty()) sheet += keyword + " \"" + line + "\"\n";
}

void add_checksum(std::string &sheet, const char *word, std::uint32_t crc) {
  sheet += std::string{"REM "} + word + ' ' + hexadecimal(crc) + '\n';
}

// Places in a cue sheet are counted from the start of the file, which is LBA 0.
void add_index(std::string &sheet, int number, Lba place) {
  sheet += "    INDEX " + two_digits(number) + ' ' + msf_text(place - Lba{0}) + '\n';
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

std::string without_blanks_around(const std::string &text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// What a cue sheet makes of the texts of one disc.
class SheetTexts {
 public:
  explicit SheetTexts(const Disc &disc) : disc_{disc} {}

  Findings findings() {
    check("genre", disc_.genre);
    check(disc_.texts);
    for (const auto &track : disc_.tracks) {
      ++number_;
      check(track.texts);
    }
    if (!has_packs() && translated_) add_languages();
    return std::move(findings_);
  }

 private:
  bool has_packs() const { return !disc_.cdtext.empty(); }

  void check(const Texts &texts) {
    for (const auto &[noun, text] : text_items) check(noun, texts.*text);
    translated_ |= !texts.translated.empty();
  }

  // Of other changes the packs say themselves: they have of a text what the sheet has,
  // or less, but for double quotes, backslashes and longer texts.
  void check(const char *noun, const std::string &text) {
    const auto whole = without_blanks_around(text);
    const auto in_sheet = without_blanks_around(cue_text(whole));
    const bool is_of_the_sheet = whole.find_first_of("\"\\") != std::string::npos ||
                                 whole.size() > max_text_field_length;
    if (in_sheet == whole || (has_packs() && !is_of_the_sheet)) return;
    findings_.push_back(
        {"IMAGE_TEXT_CHANGED", has_packs() ? Severity::note : Severity::warning, number_,
         std::string{"its "} + noun + " is not in the cue sheet as it came" +
             (has_packs() ? ", but in the CD-TEXT beside it." : "."),
         "The sheet has \"" + in_sheet + "\".", 0});
  }

  void add_languages() {
    findings_.push_back(
        {"IMAGE_LANGUAGES", Severity::warning, 0,
         "it has texts in several languages, and a cue sheet without CD-TEXT holds one.",
         "The others were left out.", 0});
  }

  const Disc &disc_;
  Findings findings_;
  int number_ = 0;  // of the track being looked at; 0: the disc
  bool translated_ = false;
};

}  // namespace

// A backslash is an escape to cdrdao 1.2.6, which reads no sheet with one that it does
// not know, and to older ones and cuetools before a quote.
std::string cue_text(const std::string &text) {
  auto line = one_line(text);
  std::replace(line.begin(), line.end(), '\\', '/');
  std::replace(line.begin(), line.end(), '"', '\'');
  return line;
}

std::string cue_sheet(const Disc &disc, const std::string &bin_name,
                      const std::string &cdtext_name,
                      std::optional<std::uint32_t> audio_crc32) {
  std::string sheet;
  if (!disc.mcn.empty()) sheet += "CATALOG " + disc.mcn + '\n';
  if (!disc.cdtext.empty()) {
    sheet += "CDTEXTFILE \"" + cdtext_name + "\"\n";
    add_checksum(sheet, packs_crc32_word, crc32(0, disc.cdtext));
  }
  add_text(sheet, "REM GENRE", disc.genre);
  add_texts(sheet, "", disc.texts);
  if (audio_crc32) add_checksum(sheet, audio_crc32_word, *audio_crc32);
  sheet += "FILE \"" + bin_name + "\" BINARY\n";
  int number = 1;
  for (const auto &track : disc.tracks) add_track(sheet, number++, track);
  return sheet;
}

const ImageKind cue_image{
    .name = "cue",
    .description = "BIN/CUE",
    .ending = ".cue",
    .is_folder = false,
    .lead = Blocks{},
    .has_md5 = false,
    .has_packs_beside = true,
    .holds_ms_jis = true,
    .files = sheet_files,
    .audio_in_folder = nullptr,
    .settle = settle_sheet,
    .sheet =
        [](const Disc &disc, const ImageFiles &files, std::uint32_t audio_crc32) {
          return cue_sheet(disc, files.bin.filename().string(),
                           files.cdtext.filename().string(), audio_crc32);
        },
    .findings = [](const Disc &disc) { return SheetTexts{disc}.findings(); },
    .write = write_image,
    .rehearse = rehearse_image};

}  // namespace redbook
