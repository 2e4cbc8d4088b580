#include "cdtext/preparation.hpp"

#include <algorithm>

#include "cdtext/charset.hpp"
#include "text/utf8.hpp"

namespace redbook {
namespace {

bool all_fit(const std::vector<std::string> &texts, CharacterCode code) {
  return std::all_of(texts.begin(), texts.end(), [code](const auto &text) {
    return encoded(text, code).has_value();
  });
}

bool fit_in_full_width(const std::vector<std::string> &texts) {
  return std::all_of(texts.begin(), texts.end(), [](const auto &text) {
    return encoded(full_width(text).text, CharacterCode::ms_jis).has_value();
  });
}

bool are_japanese(const std::vector<std::string> &texts, Language language) {
  if (language == Language::japanese) return true;
  if (std::any_of(texts.begin(), texts.end(), has_kana)) return true;
  return language == Language::unknown &&
         std::any_of(texts.begin(), texts.end(), has_kanji);
}

CharacterCode code_suiting(const std::vector<std::string> &texts, Language language) {
  if (all_fit(texts, CharacterCode::latin_1)) return CharacterCode::latin_1;
  if (are_japanese(texts, language) && fit_in_full_width(texts))
    return CharacterCode::ms_jis;
  return CharacterCode::latin_1;
}

// What goes into ASCII or Latin-1 whatever the block says is not asked.
std::vector<std::string> texts_that_decide(const CdTextSet &set, int block) {
  std::vector<std::string> texts;
  for (const auto &place : places_in(set, block))
    if (place.type <= PackType::message)
      texts.push_back(cleaned(text_at(set, place)).text);
  return texts;
}

void add(std::vector<ChangeReason> &why, const std::vector<ChangeReason> &more) {
  for (const auto reason : more)
    if (std::find(why.begin(), why.end(), reason) == why.end()) why.push_back(reason);
}

Respelled respelled(const std::string &text, CharacterCode code, Language language) {
  if (code != CharacterCode::ms_jis) return transliterated(text, code, language);
  auto wide = full_width(text);
  if (encoded(wide.text, code)) return wide;
  auto latin = transliterated(text, CharacterCode::ascii, language);
  latin.text = full_width(latin.text).text;
  return latin;
}

Respelled ready(const std::string &text, CharacterCode code, Language language,
                std::size_t max_bytes) {
  auto result = cleaned(text);
  auto other = respelled(result.text, code, language);
  add(result.why, other.why);
  result.text = std::move(other.text);
  auto short_enough =
      cut_to(result.text, std::max<std::size_t>(8, max_bytes) / width_of(code));
  if (short_enough != result.text) add(result.why, {ChangeReason::too_long});
  result.text = std::move(short_enough);
  std::sort(result.why.begin(), result.why.end());
  return result;
}

}  // namespace

PreparedCdText prepared(const CdTextSet &set, const PreparationOptions &options) {
  PreparedCdText result{set, {}};
  auto &blocks = result.set.blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    blocks[i].character_code = options.character_code.value_or(
        code_suiting(texts_that_decide(set, static_cast<int>(i)), blocks[i].language));
  for (const auto &place : places_in(set)) {
    const auto &block = blocks[static_cast<std::size_t>(place.block)];
    const auto &before = text_at(set, place);
    auto [text, why] = ready(before, code_for(place.type, block.character_code),
                             block.language, options.max_bytes);
    if (!why.empty()) result.changes.push_back({place, before, text, std::move(why)});
    text_at(result.set, place) = std::move(text);
  }
  return result;
}

}  // namespace redbook
