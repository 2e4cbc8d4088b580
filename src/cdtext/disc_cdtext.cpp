#include "cdtext/disc_cdtext.hpp"

#include <algorithm>
#include <utility>

#include "cdtext/encoder.hpp"
#include "cdtext/genre.hpp"
#include "cdtext/preparation.hpp"
#include "error.hpp"

namespace redbook {
namespace {

bool has_texts(const Disc &disc) {
  return disc.texts != Texts{} ||
         std::any_of(disc.tracks.begin(), disc.tracks.end(),
                     [](const Track &track) { return track.texts != Texts{}; });
}

CdTextSet set_of(const Disc &disc) {
  CdTextBlock block;
  block.language = language_of(disc.language);
  block.disc = disc.texts;
  block.genre_code = genre_nearest(disc.genre);
  block.genre = disc.genre;
  block.mcn = disc.mcn;
  for (const auto &track : disc.tracks)
    block.tracks.push_back({track.texts, track.subcode.isrc});
  CdTextSet set;
  set.blocks.push_back(std::move(block));
  return set;
}

bool was(const CdTextChange &change, ChangeReason reason) {
  return std::find(change.why.begin(), change.why.end(), reason) != change.why.end();
}

Finding finding_of(const CdTextChange &change, const char *name) {
  return {name,
          Severity::warning,
          change.place.track,
          "a text could not stay as it was.",
          to_string(change),
          0};
}

Finding finding_of(const CdTextChange &change) {
  return finding_of(change, was(change, ChangeReason::transliterated)
                                ? "CDTEXT_TRANSLITERATED"
                                : "CDTEXT_CHANGED");
}

// Discs that do not say their language are English for players, unless the texts are
// Japanese.
void name_language(CdTextBlock &block) {
  const bool japanese = block.character_code == CharacterCode::ms_jis;
  block.language = japanese ? Language::japanese : Language::english;
}

EncodingOptions options_for(CdTextOverflow overflow) {
  EncodingOptions options;
  if (overflow == CdTextOverflow::shorten) options.overflow = Overflow::shorten;
  return options;
}

}  // namespace

Findings add_cdtext(Disc &disc, CdTextOverflow overflow) {
  if (!has_texts(disc)) return {};
  Findings findings;
  auto ready = prepared(set_of(disc));
  if (disc.language.empty()) name_language(ready.set.blocks.front());
  for (const auto &change : ready.changes) findings.push_back(finding_of(change));
  try {
    const auto encoded = encode(ready.set, options_for(overflow));
    for (const auto &change : encoded.changes)
      findings.push_back(finding_of(change, "CDTEXT_OVERFLOW"));
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
