#include "cdtext/disc_cdtext.hpp"

#include <algorithm>
#include <utility>

#include "cdtext/encoder.hpp"
#include "cdtext/preparation.hpp"
#include "cdtext/translations.hpp"
#include "error.hpp"

namespace redbook {
namespace {

bool was(const CdTextChange &change, ChangeReason reason) {
  return std::find(change.why.begin(), change.why.end(), reason) != change.why.end();
}

std::string language_at(const CdTextPlace &place, const CdTextSet &set) {
  if (place.block == 0) return {};
  const auto &block = set.blocks.at(static_cast<std::size_t>(place.block));
  return " in " + std::string{name_of(block.language)};
}

Finding finding_of(const CdTextChange &change, const CdTextSet &set, const char *name) {
  return {name,
          Severity::warning,
          change.place.track,
          "a text" + language_at(change.place, set) + " could not stay as it was.",
          to_string(change),
          0};
}

Finding finding_of(const CdTextChange &change, const CdTextSet &set) {
  return finding_of(change, set,
                    was(change, ChangeReason::transliterated) ? "CDTEXT_TRANSLITERATED"
                                                              : "CDTEXT_CHANGED");
}

bool has(const CdTextSet &set, Language language) {
  return std::any_of(set.blocks.begin(), set.blocks.end(),
                     [language](auto &block) { return block.language == language; });
}

// Discs that do not say their language are English for players, unless the texts are
// Japanese. If they are translated into that, they are in some other.
void name_language(CdTextSet &set) {
  auto &block = set.blocks.front();
  const bool japanese = block.character_code == CharacterCode::ms_jis;
  const auto likely = japanese ? Language::japanese : Language::english;
  if (!has(set, likely)) block.language = likely;
}

bool uses_ms_jis(const CdTextSet &set) {
  return std::any_of(set.blocks.begin(), set.blocks.end(), [](auto &block) {
    return block.character_code == CharacterCode::ms_jis;
  });
}

PreparedCdText ready(const CdTextSet &set, const CdTextOptions &options,
                     Findings &findings) {
  auto ready = prepared(set);
  if (options.ms_jis || !uses_ms_jis(ready.set)) return ready;
  findings.push_back(
      {"CDTEXT_NO_MS_JIS", Severity::warning, 0,
       "it has Japanese texts, and its format holds no Japanese characters.",
       "They were transliterated.", 0});
  return prepared(set, {.character_code = CharacterCode::latin_1});
}

EncodingOptions options_for(CdTextOverflow overflow) {
  EncodingOptions options;
  if (overflow == CdTextOverflow::shorten) options.overflow = Overflow::shorten;
  return options;
}

}  // namespace

Findings add_cdtext(Disc &disc, const CdTextOptions &options) {
  if (!disc.has_texts()) return {};
  auto [blocks, findings] = language_blocks_of(disc, options.languages);
  auto [set, changes] = ready({std::move(blocks), {}}, options, findings);
  if (disc.language.empty()) name_language(set);
  for (const auto &change : changes) findings.push_back(finding_of(change, set));
  try {
    const auto encoded = encode(set, options_for(options.overflow));
    for (const auto &change : encoded.changes)
      findings.push_back(finding_of(change, set, "CDTEXT_OVERFLOW"));
    disc.cdtext = encoded.bytes();
  } catch (
      const Error &error) {  // encode() takes what prepared() gives, but for its length
    findings.push_back({"CDTEXT_OVERFLOW",
                        Severity::error,
                        0,
                        "it has more text than the lead-in holds.",
                        {},
                        code_of(error.result())});
  }
  return findings;
}

}  // namespace redbook
