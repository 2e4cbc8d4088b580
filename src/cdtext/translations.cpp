#include "cdtext/translations.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "cdtext/charset.hpp"
#include "cdtext/genre.hpp"

namespace redbook {
namespace {

constexpr std::size_t max_blocks = 8;

std::string list_of(const std::set<std::string> &names) {
  std::string list;
  for (const auto &name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

// What was said first in a language counts.
std::string translated(const Texts &texts, std::string Texts::*item, Language language) {
  for (const auto &text : texts.translated)
    if (text.item == item && language_of(text.language) == language) return text.text;
  return {};
}

// A text that is not translated is the plain one, if it fits beside any other.
Texts in_language(const Texts &texts, Language language) {
  Texts result;
  for (const auto &[name, item] : text_items) {
    result.*item = translated(texts, item, language);
    const bool missing = (result.*item).empty();
    if (missing && encoded(texts.*item, CharacterCode::latin_1))
      result.*item = texts.*item;
  }
  return result;
}

// The plain texts are in the language of the disc, whatever is said again in it.
Texts in_own_language(const Texts &texts, Language language) {
  Texts result;
  for (const auto &[name, item] : text_items)
    result.*item =
        (texts.*item).empty() ? translated(texts, item, language) : texts.*item;
  return result;
}

/// Gathers the texts of one disc by their languages.
class Gathering {
 public:
  explicit Gathering(const Disc &disc)
      : disc_{disc}, own_language_{language_of(disc.language)} {
    hear(disc.texts);
    for (const auto &track : disc.tracks) hear(track.texts);
  }

  LanguageBlocks blocks(const std::vector<std::string> &wanted) {
    LanguageBlocks result{{block(own_language_, in_own_language)}, {}};
    for (const auto language : chosen(wanted)) add(language, result.blocks);
    result.findings = findings();
    return result;
  }

 private:
  void hear(const Texts &texts) {
    for (const auto &text : texts.translated) hear(text.language);
  }

  void hear(const std::string &code) {
    const auto language = language_of(code);
    if (language == Language::unknown)
      unknown_.insert(code);
    else if (language != own_language_)
      known_.insert({std::string{iso_639_2(language)}, language});
  }

  std::vector<Language> chosen(const std::vector<std::string> &wanted) const {
    std::vector<Language> languages;
    if (wanted.empty())
      for (const auto &[code, language] : known_) languages.push_back(language);
    for (const auto &code : wanted) {
      const auto language = language_of(code);
      const bool is_new =
          std::find(languages.begin(), languages.end(), language) == languages.end();
      if (is_known(language) && is_new) languages.push_back(language);
    }
    return languages;
  }

  bool is_known(Language language) const {
    return std::any_of(known_.begin(), known_.end(),
                       [language](auto &known) { return known.second == language; });
  }

  void add(Language language, std::vector<CdTextBlock> &blocks) {
    if (blocks.size() == max_blocks)
      too_many_.insert(std::string{name_of(language)});
    else
      blocks.push_back(block(language, in_language));
  }

  CdTextBlock block(Language language, Texts (*texts_in)(const Texts &, Language)) const {
    CdTextBlock block;
    block.language = language;
    block.disc = texts_in(disc_.texts, language);
    block.genre_code = genre_nearest(disc_.genre);
    block.genre = disc_.genre;
    block.mcn = disc_.mcn;
    for (const auto &track : disc_.tracks)
      block.tracks.push_back({texts_in(track.texts, language), track.subcode.isrc});
    return block;
  }

  Findings findings() const {
    Findings findings;
    if (own_language_ == Language::unknown && !disc_.language.empty())
      findings.push_back({"CDTEXT_LANGUAGE_UNKNOWN", Severity::warning, 0,
                          "CD-TEXT has no code for its language, " + disc_.language + ".",
                          "It does not say which it is.", 0});
    const auto changed = [&](const char *name, std::string sentence,
                             const std::set<std::string> &languages) {
      if (languages.empty()) return;
      findings.push_back({name, Severity::warning, 0, std::move(sentence),
                          "Those in " + list_of(languages) + " were left out.", 0});
    };
    changed("CDTEXT_LANGUAGE_UNKNOWN",
            "it has texts in languages that CD-TEXT has no code for.", unknown_);
    changed("CDTEXT_LANGUAGE_LIMIT", "it has texts in more than 8 languages.", too_many_);
    return findings;
  }

  const Disc &disc_;
  Language own_language_;                             // of the plain texts
  std::set<std::pair<std::string, Language>> known_;  // translated into, by their codes
  std::set<std::string> unknown_;
  std::set<std::string> too_many_;
};

}  // namespace

LanguageBlocks language_blocks_of(const Disc &disc,
                                  const std::vector<std::string> &languages) {
  return Gathering{disc}.blocks(languages);
}

}  // namespace redbook
