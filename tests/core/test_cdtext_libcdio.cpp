// libcdio's decoder reads what our encoder wrote. Version 2.1 has limits of its own,
// which the sets keep: it counts no track for an empty text, so that a type has all its
// texts or none; it numbers tracks from 1 whatever the size information says; it takes
// character code and tracks of the last block for all, so that they are the same; a text
// longer than 253 bytes ends it.

#include <cdio/cdio.h>
#include <cdio/cdtext.h>
#include <cdio/logging.h>

#include <algorithm>
#include <memory>

#include "cdtext/charset.hpp"
#include "cdtext_sets.hpp"
#include "text/utf8.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

using Decoder = std::unique_ptr<cdtext_t, decltype(&cdtext_destroy)>;

Decoder read_by_libcdio(const std::vector<CdTextPack> &packs) {
  cdio_loglevel_default = CDIO_LOG_ERROR;
  Decoder decoder{cdtext_init(), cdtext_destroy};
  std::vector<std::uint8_t> bytes;
  for (const auto &pack : packs)
    bytes.insert(bytes.end(), pack.bytes().begin(), pack.bytes().end());
  ck_assert_int_eq(cdtext_data_init(decoder.get(), bytes.data(), bytes.size()), 0);
  return decoder;
}

cdtext_field_t field_of(PackType type, int track) {
  switch (type) {
    case PackType::title: return CDTEXT_FIELD_TITLE;
    case PackType::performer: return CDTEXT_FIELD_PERFORMER;
    case PackType::songwriter: return CDTEXT_FIELD_SONGWRITER;
    case PackType::composer: return CDTEXT_FIELD_COMPOSER;
    case PackType::arranger: return CDTEXT_FIELD_ARRANGER;
    case PackType::message: return CDTEXT_FIELD_MESSAGE;
    case PackType::disc_id: return CDTEXT_FIELD_DISCID;
    case PackType::genre: return CDTEXT_FIELD_GENRE;
    default: return track == 0 ? CDTEXT_FIELD_UPC_EAN : CDTEXT_FIELD_ISRC;
  }
}

// Where Microsoft and JIS, whose table libcdio uses, have other characters.
std::string as_microsoft(const std::string &text, CharacterCode code) {
  if (code != CharacterCode::ms_jis) return text;
  auto characters = characters_of(text);
  for (auto &c : characters) {
    const char32_t from[] = {U'\u301C', U'\u2016', U'\u2212',
                             U'\u00A2', U'\u00A3', U'\u00AC'};
    const char32_t to[] = {U'\uFF5E', U'\u2225', U'\uFF0D',
                           U'\uFFE0', U'\uFFE1', U'\uFFE2'};
    for (std::size_t i = 0; i < std::size(from); ++i)
      if (c == from[i]) c = to[i];
  }
  return utf8_of(characters);
}

void assert_block_is_read(const CdTextSet &set, int index, cdtext_t *decoder) {
  const auto &block = set.blocks[static_cast<std::size_t>(index)];
  ck_assert(cdtext_set_language_index(decoder, index));
  ck_assert_int_eq(static_cast<int>(cdtext_get_language(decoder)),
                   static_cast<int>(block.language));
  ck_assert_int_eq(cdtext_get_first_track(decoder), block.first_track);
  ck_assert_int_eq(cdtext_get_last_track(decoder), block.last_track());
  ck_assert_int_eq(static_cast<int>(cdtext_get_genre(decoder)), block.genre_code);
  for (const auto &place : places_in(set, index)) {
    if (place.type == PackType::closed_info) continue;
    const auto *const text = cdtext_get_const(decoder, field_of(place.type, place.track),
                                              static_cast<track_t>(place.track));
    assert_text(
        as_microsoft(text ? text : "", code_for(place.type, block.character_code)),
        text_at(set, place));
  }
}

void assert_is_read(const CdTextSet &set, Repeats repeats) {
  const auto encoded = encode(set, {.repeats = repeats, .overflow = Overflow::shorten});
  const auto decoder = read_by_libcdio(encoded.packs);
  for (int i = 0; i < static_cast<int>(set.blocks.size()); ++i)
    assert_block_is_read(encoded.set, i, decoder.get());
}

// Any character of `code`, which needs no TAB and no blank at an end.
char32_t random_character(Lottery &lottery, CharacterCode code) {
  for (;;) {
    const auto limit = code == CharacterCode::ms_jis ? 0xA000 : 0x100;
    const auto c = static_cast<char32_t>(0x21 + lottery.draw(limit - 0x21));
    if (code != CharacterCode::ms_jis && is_in(code, c)) return c;
    const auto pair = is_in(code, c) ? encoded(utf8_of({&c, 1}), code) : std::nullopt;
    if (pair && decoded(*pair, code) == utf8_of({&c, 1})) return c;
  }
}

std::string random_text(Lottery &lottery, CharacterCode code) {
  std::string text;
  for (int i = 1 + lottery.draw(lottery.one_in(10) ? 100 : 12); i > 0; --i)
    append_utf8(text, random_character(lottery, code));
  return text;
}

std::string random_code(Lottery &lottery, int length) {
  std::string code;
  for (int i = 0; i < length; ++i) code += static_cast<char>('0' + lottery.draw(10));
  return code;
}

CdTextBlock random_block(Lottery &lottery, CharacterCode code) {
  CdTextBlock block;
  block.character_code = code;
  block.language = static_cast<Language>(lottery.draw(0x2c));
  block.genre_code = lottery.one_in(2) ? 0 : 1 + lottery.draw(28);
  block.tracks.resize(static_cast<std::size_t>(1 + lottery.draw(6)));
  return block;
}

// Each type for the disc and all tracks, or not at all; repeats now and then.
void fill(CdTextSet &set, int index, Lottery &lottery) {
  const auto code = set.blocks[static_cast<std::size_t>(index)].character_code;
  std::string last;
  bool there = false;
  for (const auto &place : places_in(set, index)) {
    if (place.track == 0) there = lottery.one_in(3);
    if (!there) continue;
    if (place.type == PackType::codes)
      last = random_code(lottery, place.track == 0 ? 13 : 12);
    else if (place.track < 2 || !lottery.one_in(4))
      last = random_text(lottery, code_for(place.type, code));
    text_at(set, place) = last;
  }
}

CharacterCode random_character_code(Lottery &lottery) {
  if (lottery.one_in(3)) return CharacterCode::ms_jis;
  return lottery.one_in(4) ? CharacterCode::ascii : CharacterCode::latin_1;
}

CdTextSet random_set(Lottery &lottery) {
  CdTextSet set;
  const auto code = random_character_code(lottery);
  const auto blocks = lottery.one_in(50) ? 8 : lottery.one_in(4) ? 2 : 1;
  for (int i = 0; i < blocks; ++i) {
    set.blocks.push_back(random_block(lottery, code));
    set.blocks.back().tracks.resize(set.blocks.front().tracks.size());
    fill(set, i, lottery);
  }
  return set;
}

}  // namespace

REDBOOK_TEST(test_10000_random_sets_are_read_by_libcdio) {
  Lottery lottery{1982};
  for (int i = 0; i < 10000; ++i)
    assert_is_read(random_set(lottery), i % 2 == 0 ? Repeats::automatic : Repeats::tab);
}

REDBOOK_TEST(test_a_full_disc_is_read_by_libcdio) {
  assert_is_read(full_set(65), Repeats::full);
}
