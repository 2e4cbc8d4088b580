#include "image/cdrdao_toc.hpp"

#include <algorithm>

#include "cdtext/charset.hpp"
#include "cdtext/decoder.hpp"
#include "image/image_writer.hpp"
#include "image/sheet_checksums.hpp"
#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

std::string octal(unsigned char byte) {
  std::string digits = "\\";
  for (const unsigned shift : {6U, 3U, 0U})
    digits += static_cast<char>('0' + ((byte >> shift) & 7U));
  return digits;
}

// cdrdao knows \" and \ooo in a string.
std::string toc_string(const std::string &bytes) {
  std::string text = "\"";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\';
    text += plain ? std::string{c} : octal(byte);
  }
  return text + '"';
}

std::string quoted_name(const std::string &name) {
  std::string text = "\"";
  for (const char c : name) text += c == '\\' ? std::string{"\\\\"} : std::string{c};
  return text + '"';
}

/// The CD_TEXT parts: cdrdao wants one for the disc and one for each track.
class TextWriter {
 public:
  explicit TextWriter(const Disc &disc) : set_{decode_cdtext(disc.cdtext).set} {}

  bool has_texts() const { return !set_.blocks.empty(); }

  std::string of_disc() const {
    std::string text = "CD_TEXT {\n  LANGUAGE_MAP {";
    int number = 0;
    for (const auto &block : set_.blocks)
      text += " " + std::to_string(number++) + " : " +
              std::to_string(static_cast<int>(block.language));
    text += " }\n";
    for (number = 0; const auto &block : set_.blocks)
      text += language(
          number++, items(block, block.disc) + genre(block) + code("UPC_EAN", block.mcn));
    return text + "}\n";
  }

  std::string of_track(std::size_t position) const {
    std::string text = "CD_TEXT {\n";
    for (int number = 0; const auto &block : set_.blocks) {
      const bool has_it = position < block.tracks.size();
      const auto track = has_it ? block.tracks[position] : CdTextTrack{};
      text += language(number++, items(block, track.texts) + code("ISRC", track.isrc));
    }
    return text + "}\n";
  }

 private:
  static std::string language(int number, const std::string &items) {
    return "  LANGUAGE " + std::to_string(number) + " {\n" + items + "  }\n";
  }

  // cdrdao writes nothing without titles and performers, empty ones as they may be.
  bool has(std::string Texts::*item) const {
    if (item == &Texts::title || item == &Texts::performer) return true;
    return std::any_of(set_.blocks.begin(), set_.blocks.end(),
                       [item](const CdTextBlock &block) { return has(block, item); });
  }

  static bool has(const CdTextBlock &block, std::string Texts::*item) {
    if (!(block.disc.*item).empty()) return true;
    return std::any_of(
        block.tracks.begin(), block.tracks.end(),
        [item](const CdTextTrack &track) { return !(track.texts.*item).empty(); });
  }

  // If a text appears once, it appears for the disc and each track in each language.
  std::string items(const CdTextBlock &block, const Texts &texts) const {
    std::string text;
    for (const auto &[name, item] : text_items)
      if (has(item))
        text += "    " + upper_case(name) + " " +
                toc_string(encoded(texts.*item, block.character_code).value_or("")) +
                "\n";
    return text;
  }

  // The catalogue number and the ISRCs are texts of one type.
  std::string code(const std::string &keyword, const std::string &code) const {
    const bool any = std::any_of(set_.blocks.begin(), set_.blocks.end(), has_codes);
    return any ? "    " + keyword + ' ' + toc_string(code) + '\n' : std::string{};
  }

  static bool has_codes(const CdTextBlock &block) {
    return !block.mcn.empty() ||
           std::any_of(block.tracks.begin(), block.tracks.end(),
                       [](const CdTextTrack &track) { return !track.isrc.empty(); });
  }

  static std::string genre(const CdTextBlock &block) {
    if (block.genre_code == 0) return {};
    std::string text = "    GENRE { " + std::to_string(block.genre_code >> 8) + ", " +
                       std::to_string(block.genre_code & 0xff);
    for (const char c : block.genre)
      text += ", " + std::to_string(static_cast<unsigned char>(c));
    return text + ", 0 }\n";
  }

  CdTextSet set_;
};

std::string flags(const Track &track) {
  std::string text = track.subcode.copy == Copy::permitted ? "COPY\n" : "NO COPY\n";
  text += track.subcode.pre_emphasis ? "PRE_EMPHASIS\n" : "NO PRE_EMPHASIS\n";
  return text +
         (track.subcode.four_channel ? "FOUR_CHANNEL_AUDIO\n" : "TWO_CHANNEL_AUDIO\n");
}

std::string audio(const Track &track, const std::string &bin_name) {
  auto text = "FILE " + quoted_name(bin_name) + " SWAP " +
              msf_text(track.start - Lba{0}) + ' ' + msf_text(track.length) + '\n';
  if (track.pregap > Blocks{0}) text += "START " + msf_text(track.pregap) + '\n';
  for (const auto offset : track.indexes) text += "INDEX " + msf_text(offset) + '\n';
  return text;
}

Finding scms_of(int track) {
  return {"IMAGE_SCMS",
          Severity::warning,
          track,
          "it is marked as a copy (SCMS), and a cdrdao TOC has no word for that.",
          "The TOC says that it may not be copied.",
          0};
}

Findings toc_findings(const Disc &disc) {
  Findings findings;
  int number = 0;
  for (const auto &track : disc.tracks) {
    ++number;
    if (track.subcode.copy == Copy::scms) findings.push_back(scms_of(number));
  }
  return findings;
}

}  // namespace

std::string cdrdao_toc(const Disc &disc, const std::string &bin_name,
                       std::optional<std::uint32_t> audio_crc32) {
  const TextWriter texts{disc};
  std::string toc = "CD_DA\n";
  if (audio_crc32)
    toc += std::string{"// "} + audio_crc32_word + ' ' + hexadecimal(*audio_crc32) + '\n';
  if (!disc.mcn.empty()) toc += "CATALOG \"" + disc.mcn + "\"\n";
  if (texts.has_texts()) toc += texts.of_disc();
  for (std::size_t i = 0; i < disc.tracks.size(); ++i) {
    const auto &track = disc.tracks[i];
    toc += "\nTRACK AUDIO\n" + flags(track);
    if (!track.subcode.isrc.empty()) toc += "ISRC \"" + track.subcode.isrc + "\"\n";
    if (texts.has_texts()) toc += texts.of_track(i);
    toc += audio(track, bin_name);
  }
  return toc;
}

const ImageKind cdrdao_image{
    .name = "toc",
    .description = "cdrdao TOC and BIN",
    .ending = ".toc",
    .is_folder = false,
    .lead = Blocks{},
    .has_md5 = false,
    .has_packs_beside = false,
    .holds_ms_jis = false,  // cdrdao announces every text as Latin-1
    .files = sheet_files,
    .audio_in_folder = nullptr,
    .settle = settle_sheet,
    .sheet =
        [](const Disc &disc, const ImageFiles &files, std::uint32_t audio_crc32) {
          return cdrdao_toc(disc, files.bin.filename().string(), audio_crc32);
        },
    .findings = toc_findings,
    .write = write_image,
    .rehearse = rehearse_image};

}  // namespace redbook
