/// The texts of a language block as bytes, before they are cut into packs.
#pragma once

#include <string>
#include <vector>

#include "cdtext/pack.hpp"
#include "cdtext/texts.hpp"

namespace redbook {

/// The texts of one type, one after the other.
struct TypeTexts {
  PackType type{};
  std::string prefix;              ///< the code of the genre
  std::vector<std::string> texts;  ///< of the disc, then of the tracks; terminated
  std::size_t bytes() const;
  int packs() const;
};

/// Those of the block `index` of `set` that are there, in the order of their types.
/// Throws Error for a text that its character code lacks. `tabs`: TAB for repeats.
std::vector<TypeTexts> texts_of_block(const CdTextSet &set, int index, bool tabs);

/// The packs they need, without the size information.
int packs_for(const std::vector<TypeTexts> &texts);

/// The packs of `texts`, with sequence numbers from `sequence` on, which is counted up.
std::vector<CdTextPack> packs_of(const TypeTexts &texts, const CdTextBlock &block,
                                 int index, int &sequence);

/// The packs of type 88, one for the lead-out and one for each four tracks.
std::vector<CdTextPack> packs_of(const CdTextToc &toc, const CdTextBlock &block,
                                 int index, int &sequence);
int packs_for(const CdTextToc &toc);

}  // namespace redbook
