#include "report/format/text_table.hpp"

#include <algorithm>

namespace redbook {

bool TextTable::is_empty(std::size_t column) const {
  return std::all_of(rows_.begin(), rows_.end(),
                     [column](const Cells &cells) { return cells[column].empty(); });
}

std::size_t TextTable::width_of(std::size_t column) const {
  auto width = columns_[column].head.size();
  for (const auto &cells : rows_) width = std::max(width, cells[column].size());
  return width;
}

TextTable::Cells TextTable::heads() const {
  Cells cells;
  for (const auto &column : columns_) cells.push_back(column.head);
  return cells;
}

// Under the last column the line is as long as its head: its texts may be anything.
TextTable::Cells TextTable::rules() const {
  Cells cells;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool last = i + 1 == columns_.size();
    cells.emplace_back(last ? columns_[i].head.size() : width_of(i), '-');
  }
  return cells;
}

std::string TextTable::line_of(const Cells &cells) const {
  std::string line;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (is_empty(i)) continue;
    const auto width = width_of(i);
    const std::string fill(width - std::min(width, cells[i].size()), ' ');
    const bool right = columns_[i].align == Align::right;
    line += (line.empty() ? " " : "  ") + (right ? fill + cells[i] : cells[i] + fill);
  }
  return line.erase(line.find_last_not_of(' ') + 1) + '\n';
}

std::string TextTable::text() const {
  auto text = line_of(heads()) + line_of(rules());
  for (const auto &cells : rows_) text += line_of(cells);
  return text;
}

}  // namespace redbook
