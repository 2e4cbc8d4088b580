/// The words of cdrdao's TOC files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "image/reader/sheet.hpp"

namespace redbook {

struct TocToken {
  /// word: letters, digits, underscores. symbol: one of { } : , #
  enum class Kind { word, string, symbol, comment, end };

  Kind kind = Kind::end;
  std::string text{};  ///< of a string, what is between the quotes, as bytes
  int line = 1;
};

/// Takes a TOC file apart, and gives its tokens away one by one, but for comments, from
/// // to the end of their line. Throws Error (image) for what is no token.
class TocLexer {
 public:
  TocLexer(std::string_view text, std::string name);

  /// The next token; the last one is always of kind `end`.
  const TocToken &peek() const { return tokens_[at_]; }
  TocToken take();
  /// Takes the next token if it is this word or symbol.
  bool take_if(std::string_view text);

  /// What the next token must be, else Error.
  std::string take_string();
  std::int64_t take_number(std::int64_t most);
  void take_symbol(std::string_view symbol);
  /// mm:ss:ff, a length.
  Blocks take_msf();
  /// mm:ss:ff, or a number of units, `unit_bytes` each: the bytes that it is.
  std::int64_t take_length(std::int64_t unit_bytes);

  /// What stands behind the // of each.
  const std::vector<TocToken> &comments() const { return comments_; }

  bool at_number() const;
  Error wrong(std::string sentence) const;

 private:
  void read_token(std::string_view &rest);
  void read_comment(std::string_view &rest);
  void read_string(std::string_view &rest);
  static char take_escaped(std::string_view &rest);
  Blocks msf_from(std::int64_t minutes);

  std::string name_;
  int line_ = 1;
  std::vector<TocToken> tokens_;
  std::vector<TocToken> comments_;
  std::size_t at_ = 0;
};

}  // namespace redbook
