/// Titles, and what becomes of them before they are written.
#pragma once

#include "cdtext/decoder.hpp"
#include "cdtext/preparation.hpp"
#include "cdtext_sets.hpp"
#include "text/utf8.hpp"

namespace redbook::test {

inline CdTextSet set_of(const std::string &title, Language language = Language::unknown) {
  CdTextSet set{{titled("", {title})}, {}};
  set.blocks[0].language = language;
  return set;
}

// What becomes of a title: its text, then why, then the character code.
inline std::string prepared_title(const std::string &title,
                                  Language language = Language::unknown,
                                  const PreparationOptions &options = {}) {
  const auto [set, changes] = prepared(set_of(title, language), options);
  std::string line = set.blocks[0].tracks[0].texts.title + " |";
  for (const auto &change : changes)
    for (const auto reason : change.why) line += std::string{" "} + name_of(reason) + ';';
  if (set.blocks[0].character_code == CharacterCode::ms_jis) line += " MS-JIS";
  if (set.blocks[0].character_code == CharacterCode::ascii) line += " ASCII";
  return line;
}

// The titles, one in a line.
inline std::string titles_of(const CdTextSet &set) {
  std::string lines;
  for (const auto &track : set.blocks.at(0).tracks) lines += track.texts.title + '\n';
  return lines;
}

// What the packs of a prepared set give back is what was prepared.
inline void assert_written_so(const CdTextSet &set) {
  const auto decoded = decode_cdtext(encode(set).bytes());
  ck_assert(decoded.findings.empty());
  ck_assert(decoded.set == set);
}

}  // namespace redbook::test
