/// Tables of plain text.
#pragma once

#include <string>
#include <vector>

namespace redbook {

/// Columns as wide as their widest cell, two spaces apart, with a line below the heads.
/// Numbers stand to the right. The last column may hold any text; the others hold ASCII.
class TextTable {
 public:
  enum class Align { left, right };
  struct Column {
    std::string head;
    Align align = Align::left;
  };

  explicit TextTable(std::vector<Column> columns) : columns_{std::move(columns)} {}

  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  /// All rows, each with a line feed. A column with empty cells only is left out.
  std::string text() const;

 private:
  using Cells = std::vector<std::string>;

  bool is_empty(std::size_t column) const;
  std::size_t width_of(std::size_t column) const;
  std::string line_of(const Cells &cells) const;
  Cells heads() const;
  Cells rules() const;

  std::vector<Column> columns_;
  std::vector<Cells> rows_;
};

}  // namespace redbook
