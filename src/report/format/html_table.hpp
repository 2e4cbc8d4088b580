/// Tables of a page.
#pragma once

#include <vector>

#include "report/format/markup.hpp"

namespace redbook {

/// A table with heads, in a frame of its own that scrolls if it is too wide. The first
/// cell of each row is the row's head.
class HtmlTable {
 public:
  /// Names get room to be long in, numbers stand to the right, code has letters of one
  /// width.
  enum class Kind { text, name, number, code };
  struct Column {
    const char *head;
    Kind kind = Kind::text;
  };

  /// `name`: what it is called for those who hear it.
  HtmlTable(const char *name, std::vector<Column> columns)
      : name_{name}, columns_{std::move(columns)} {}

  void add(std::vector<Markup> cells) { rows_.push_back(std::move(cells)); }

  /// A column with empty cells only is left out.
  Markup markup() const;

 private:
  using Cells = std::vector<Markup>;

  bool is_empty(std::size_t column) const;
  Markup head() const;
  Markup row_of(const Cells &cells) const;

  const char *name_;
  std::vector<Column> columns_;
  std::vector<Cells> rows_;
};

}  // namespace redbook
