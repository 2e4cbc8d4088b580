#include "image/reader/toc_texts.hpp"

#include <utility>

#include "cdtext/charset.hpp"
#include "disc/disc.hpp"
#include "text/text_field.hpp"
#include "text/utf8.hpp"

namespace redbook {
namespace {

constexpr std::pair<const char *, CharacterCode> encodings[] = {
    {"ENCODING_ISO_8859_1", CharacterCode::latin_1},
    {"ENCODING_ASCII", CharacterCode::ascii},
    {"ENCODING_MS_JIS", CharacterCode::ms_jis}};

// A text in quotes, or its bytes one by one: { 0, 14, 74 }.
std::string take_value(TocLexer &lexer) {
  if (!lexer.take_if("{")) return lexer.take_string();
  std::string bytes;
  while (!lexer.take_if("}")) {
    bytes += static_cast<char>(lexer.take_number(255));
    lexer.take_if(",");
  }
  return bytes;
}

// Made by the encoder, or meant for nobody.
bool is_passed_over(const std::string &word) {
  for (const auto *known : {"SIZE_INFO", "TOC_INFO1", "TOC_INFO2", "RESERVED1",
                            "RESERVED2", "RESERVED3", "RESERVED4"})
    if (word == known) return true;
  return false;
}

std::string *text_named(const std::string &word, CdTextBlock &block, std::size_t track) {
  auto &texts = track == 0 ? block.disc : block.tracks[track - 1].texts;
  for (const auto &[name, text] : text_items)
    if (word == upper_case(name)) return &(texts.*text);
  if (track > 0) return word == "ISRC" ? &block.tracks[track - 1].isrc : nullptr;
  if (word == "DISC_ID") return &block.disc_id;
  if (word == "UPC_EAN") return &block.mcn;
  return word == "CLOSED" ? &block.closed_info : nullptr;
}

void take_genre(const std::string &bytes, CdTextBlock &block) {
  if (bytes.size() < 2) return;
  block.genre_code =
      static_cast<unsigned char>(bytes[0]) << 8 | static_cast<unsigned char>(bytes[1]);
  block.genre = bytes.substr(2, bytes.find('\0', 2) - 2);
}

}  // namespace

void TocTexts::read_map(TocLexer &lexer) {
  lexer.take_symbol("{");
  while (!lexer.take_if("}")) {
    const auto number = lexer.take_number(max_language_blocks - 1);
    lexer.take_symbol(":");
    auto &language = languages_.at(static_cast<std::size_t>(number));
    constexpr auto english = static_cast<int>(redbook::Language::english);
    language.code =
        lexer.take_if("EN") ? english : static_cast<int>(lexer.take_number(255));
    lexer.take_if(",");
  }
}

void TocTexts::read_item(TocLexer &lexer, Language &language, std::size_t track) {
  const auto word = lexer.take().text;
  for (const auto &[name, encoding] : encodings)
    if (word == name) {
      language.encoding = encoding;
      return;
    }
  auto *const text = text_named(word, language.block, track);
  if (text)
    *text = take_value(lexer);
  else if (word == "GENRE")
    language.genre = take_value(lexer);
  else if (is_passed_over(word))
    take_value(lexer);
  else
    throw lexer.wrong("The TOC file has an item of CD_TEXT that is not known.");
}

void TocTexts::read_language(TocLexer &lexer, std::size_t track) {
  auto &language =
      languages_.at(static_cast<std::size_t>(lexer.take_number(max_language_blocks - 1)));
  language.used = true;
  if (language.block.tracks.size() < track) language.block.tracks.resize(track);
  lexer.take_symbol("{");
  while (!lexer.take_if("}")) read_item(lexer, language, track);
}

void TocTexts::read(TocLexer &lexer, std::size_t track) {
  lexer.take_symbol("{");
  while (!lexer.take_if("}")) {
    if (lexer.take_if("LANGUAGE_MAP"))
      read_map(lexer);
    else if (lexer.take_if("LANGUAGE"))
      read_language(lexer, track);
    else
      throw lexer.wrong("The TOC file has a CD_TEXT that is not made of languages.");
  }
}

CdTextBlock TocTexts::block_of(const Language &language, std::size_t tracks) {
  CdTextSet all{{language.block}, {}};
  auto &block = all.blocks.front();
  block.language = static_cast<redbook::Language>(language.code);
  block.tracks.resize(tracks);
  take_genre(language.genre, block);
  const bool japanese = block.language == redbook::Language::japanese;
  const auto otherwise = language.encoding.value_or(japanese ? CharacterCode::ms_jis
                                                             : CharacterCode::latin_1);
  for (const auto &place : places_in(all)) {
    auto &text = text_at(all, place);
    if (!is_utf8(text)) text = decoded(text, otherwise);
  }
  return block;
}

CdTextSet TocTexts::set(std::size_t tracks) const {
  CdTextSet set;
  for (const auto &language : languages_)
    if (language.used) set.blocks.push_back(block_of(language, tracks));
  return set;
}

}  // namespace redbook
