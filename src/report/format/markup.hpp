/// XML and HTML that nothing can slip into: only escaped texts and elements become
/// markup.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace redbook {

/// An attribute; its value is escaped when it is written.
struct Attribute {
  Attribute(const char *name, std::string value) : name{name}, value{std::move(value)} {}
  Attribute(const char *name, const char *value) : name{name}, value{value} {}
  Attribute(const char *name, double value);

  const char *name;
  std::string value;
};

using Attributes = std::initializer_list<Attribute>;

/// A piece of markup in UTF-8, well-formed as XML and as HTML.
class Markup {
 public:
  Markup() = default;

  /// Any text. Control characters become blanks, what is no UTF-8 becomes U+FFFD.
  static Markup text(std::string_view text);

  /// What the program itself says: a style sheet, a line end, a document type.
  template <std::size_t size>
  static Markup literal(const char (&words)[size]) {
    return Markup{std::string{words, size - 1}};
  }

  /// <name attributes>content</name>
  static Markup element(const char *name, Attributes attributes,
                        const Markup &content = {});

  /// The same with a line end behind it.
  static Markup block(const char *name, Attributes attributes,
                      const Markup &content = {});

  /// <name attributes/>: for HTML's own elements without content.
  static Markup empty_block(const char *name, Attributes attributes);

  Markup &operator+=(const Markup &more);
  friend Markup operator+(Markup one, const Markup &other) { return one += other; }

  bool empty() const { return markup_.empty(); }
  const std::string &string() const { return markup_; }

 private:
  explicit Markup(std::string markup) : markup_{std::move(markup)} {}

  std::string markup_;
};

/// `value` with one decimal at most and a point, whatever the locale: "12.5", "3".
std::string number_of(double value);

}  // namespace redbook
