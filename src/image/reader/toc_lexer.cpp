#include "image/reader/toc_lexer.hpp"

#include <algorithm>
#include <utility>

#include "image/reader/sheet_text.hpp"

namespace redbook {
namespace {

constexpr std::int64_t max_units = 1'000'000'000'000;

bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '_';
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

TocLexer::TocLexer(std::string_view text, std::string name) : name_{std::move(name)} {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  while (!text.empty()) read_token(text);
  tokens_.push_back({TocToken::Kind::end, {}, line_});
}

void TocLexer::read_token(std::string_view &rest) {
  const char c = rest.front();
  if (c == '\n') ++line_;
  if (is_blank(c)) return rest.remove_prefix(1);
  if (c == '"') return read_string(rest);
  if (rest.starts_with("//")) return read_comment(rest);
  const auto *const end = std::find_if_not(rest.begin(), rest.end(), is_of_word);
  const auto word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  const bool symbol = word.empty() && std::string_view{"{}:,#"}.find(c) != rest.npos;
  if (word.empty() && !symbol)
    throw sheet_error({name_, line_}, "The TOC file has a character that means nothing.");
  tokens_.push_back({symbol ? TocToken::Kind::symbol : TocToken::Kind::word,
                     std::string{symbol ? rest.substr(0, 1) : word}, line_});
  rest.remove_prefix(tokens_.back().text.size());
}

void TocLexer::read_comment(std::string_view &rest) {
  const auto comment = rest.substr(0, rest.find('\n'));
  comments_.push_back({TocToken::Kind::comment, std::string{comment.substr(2)}, line_});
  rest.remove_prefix(comment.size());
}

// Behind a backslash: three octal digits, or a character that stands for itself.
char TocLexer::take_escaped(std::string_view &rest) {
  const auto digits = rest.substr(0, 3);
  if (digits.size() < 3 || !std::all_of(digits.begin(), digits.end(), is_octal)) {
    const char c = rest.front();
    rest.remove_prefix(1);
    return c;
  }
  rest.remove_prefix(3);
  return static_cast<char>((digits[0] - '0') * 64 + (digits[1] - '0') * 8 +
                           (digits[2] - '0'));
}

void TocLexer::read_string(std::string_view &rest) {
  TocToken token{TocToken::Kind::string, {}, line_};
  rest.remove_prefix(1);
  for (;;) {
    if (rest.empty())
      throw sheet_error({name_, token.line}, "The TOC file has a text without an end.");
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '"') break;
    if (c == '\n') ++line_;
    token.text += c == '\\' && !rest.empty() ? take_escaped(rest) : c;
  }
  tokens_.push_back(std::move(token));
}

TocToken TocLexer::take() {
  return at_ + 1 < tokens_.size() ? tokens_[at_++] : tokens_[at_];
}

bool TocLexer::take_if(std::string_view text) {
  const auto &next = peek();
  if (next.kind == TocToken::Kind::string || next.text != text) return false;
  take();
  return true;
}

std::string TocLexer::take_string() {
  if (peek().kind != TocToken::Kind::string)
    throw wrong("The TOC file lacks a text in quotes.");
  return take().text;
}

bool TocLexer::at_number() const {
  return peek().kind == TocToken::Kind::word && number_of(peek().text, max_units);
}

std::int64_t TocLexer::take_number(std::int64_t most) {
  const auto number =
      peek().kind == TocToken::Kind::word ? number_of(peek().text, most) : std::nullopt;
  if (!number) throw wrong("The TOC file lacks a number, or has one that is too large.");
  take();
  return *number;
}

void TocLexer::take_symbol(std::string_view symbol) {
  if (peek().kind != TocToken::Kind::symbol || !take_if(symbol))
    throw wrong("The TOC file lacks a \"" + std::string{symbol} + "\".");
}

Blocks TocLexer::msf_from(std::int64_t minutes) {
  take_symbol(":");
  const auto seconds = take_number(59);
  take_symbol(":");
  const auto frames = take_number(74);
  return Blocks{(minutes * 60 + seconds) * blocks_per_second + frames};
}

Blocks TocLexer::take_msf() { return msf_from(take_number(9999)); }

std::int64_t TocLexer::take_length(std::int64_t unit_bytes) {
  const auto first = take_number(max_units);
  if (peek().text != ":") return first * unit_bytes;
  if (first > 9999) throw wrong("The TOC file has a time that is too long.");
  return msf_from(first).bytes();
}

Error TocLexer::wrong(std::string sentence) const {
  return sheet_error({name_, peek().line}, std::move(sentence));
}

}  // namespace redbook
