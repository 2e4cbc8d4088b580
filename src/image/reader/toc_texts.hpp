/// The CD_TEXT parts of cdrdao's TOC files.
#pragma once

#include <array>
#include <optional>

#include "cdtext/texts.hpp"
#include "image/reader/toc_lexer.hpp"

namespace redbook {

/// Collects the CD_TEXT of a disc and its tracks as it is read.
class TocTexts {
 public:
  /// Reads one part, from the brace on: of the disc (`track` 0) or of a track.
  void read(TocLexer &lexer, std::size_t track);

  /// The texts for a disc of `tracks` tracks, without codes. The strings are in UTF-8
  /// if they are valid as such, else as their ENCODING says, else in MS-JIS if the
  /// language is Japanese and in Latin-1 if it is another.
  CdTextSet set(std::size_t tracks) const;

 private:
  struct Language {
    bool used = false;
    int code = 0;  ///< EBU Tech 3264
    std::optional<CharacterCode> encoding{};
    CdTextBlock block{};  ///< texts as the bytes of the file
    std::string genre{};  ///< the whole item: two bytes of code, the text, a NUL
  };

  void read_map(TocLexer &lexer);
  static void read_item(TocLexer &lexer, Language &language, std::size_t track);
  void read_language(TocLexer &lexer, std::size_t track);
  static CdTextBlock block_of(const Language &language, std::size_t tracks);

  std::array<Language, max_language_blocks> languages_{};
};

}  // namespace redbook
