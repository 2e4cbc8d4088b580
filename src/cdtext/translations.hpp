/// The language blocks that the texts of a disc make.
#pragma once

#include <string>
#include <vector>

#include "cdtext/texts.hpp"
#include "disc/finding.hpp"

namespace redbook {

/// The blocks of a disc, unprepared, and what there is to say of its languages.
struct LanguageBlocks {
  std::vector<CdTextBlock> blocks{};  ///< 1 to 8, the plain texts first
  Findings findings{};
};

/// `languages`: of the translations that are wanted, in their order, ISO 639; empty: all.
LanguageBlocks language_blocks_of(const Disc &disc,
                                  const std::vector<std::string> &languages);

}  // namespace redbook
