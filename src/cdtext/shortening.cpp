#include "cdtext/shortening.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace redbook {
namespace {

std::vector<CdTextPlace> places_to_cut(const CdTextSet &set, int index) {
  auto places = places_in(set, index);
  std::erase_if(places, [](auto &place) { return place.type == PackType::codes; });
  return places;
}

CdTextSet cut(CdTextSet set, const std::vector<CdTextPlace> &places, std::size_t length) {
  for (const auto &place : places) {
    auto &text = text_at(set, place);
    text = cut_to(text, length);
  }
  return set;
}

std::size_t longest(const CdTextSet &set, const std::vector<CdTextPlace> &places) {
  std::size_t length = 0;
  for (const auto &place : places)
    length = std::max(length, characters_of(text_at(set, place)).size());
  return length;
}

}  // namespace

void shorten(CdTextSet &set, int index,
             const std::function<bool(const CdTextSet &)> &fits,
             std::vector<CdTextChange> &changes) {
  const auto places = places_to_cut(set, index);
  std::size_t low = 0;
  std::size_t high = longest(set, places);
  while (low < high) {
    const auto middle = low + (high - low + 1) / 2;
    if (fits(cut(set, places, middle)))
      low = middle;
    else
      high = middle - 1;
  }
  const auto before = std::exchange(set, cut(set, places, low));
  for (const auto &place : places)
    if (text_at(before, place) != text_at(set, place))
      changes.push_back(
          {place, text_at(before, place), text_at(set, place), {ChangeReason::no_room}});
}

}  // namespace redbook
