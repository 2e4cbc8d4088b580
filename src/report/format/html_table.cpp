#include "report/format/html_table.hpp"

#include <algorithm>

namespace redbook {
namespace {

const char *look_of(HtmlTable::Kind kind) {
  switch (kind) {
    case HtmlTable::Kind::text: return "text";
    case HtmlTable::Kind::name: return "name";
    case HtmlTable::Kind::number: return "right";
    case HtmlTable::Kind::code: break;
  }
  return "code";
}

}  // namespace

bool HtmlTable::is_empty(std::size_t column) const {
  return std::all_of(rows_.begin(), rows_.end(),
                     [column](const Cells &cells) { return cells[column].empty(); });
}

Markup HtmlTable::head() const {
  Markup cells;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (!is_empty(i))
      cells +=
          Markup::element("th", {{"scope", "col"}, {"class", look_of(columns_[i].kind)}},
                          Markup::text(columns_[i].head));
  return Markup::block("thead", {}, Markup::element("tr", {}, cells));
}

Markup HtmlTable::row_of(const Cells &cells) const {
  Markup row;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (is_empty(i)) continue;
    const auto *look = look_of(columns_[i].kind);
    row += i == 0 ? Markup::element("th", {{"scope", "row"}, {"class", look}}, cells[i])
                  : Markup::element("td", {{"class", look}}, cells[i]);
  }
  return Markup::block("tr", {}, row);
}

Markup HtmlTable::markup() const {
  Markup rows;
  for (const auto &cells : rows_) rows += row_of(cells);
  const auto table = Markup::block("table", {{"aria-label", name_}},
                                   head() + Markup::block("tbody", {}, rows));
  return Markup::block("div", {{"class", "scroll"}, {"tabindex", "0"}}, table);
}

}  // namespace redbook
