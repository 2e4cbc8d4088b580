#include "cdtext/texts.hpp"

#include <stdexcept>

namespace redbook {
namespace {

const TextItem *item_of(PackType type) {
  if (type > PackType::message) return nullptr;
  return &text_items.at(static_cast<std::size_t>(type) -
                        static_cast<std::size_t>(PackType::title));
}

std::string &disc_text(CdTextBlock &block, PackType type) {
  if (const auto *item = item_of(type)) return block.disc.*item->text;
  switch (type) {
    case PackType::disc_id: return block.disc_id;
    case PackType::genre: return block.genre;
    case PackType::closed_info: return block.closed_info;
    case PackType::codes: return block.mcn;
    default: throw std::logic_error{"packs of this type have no text"};
  }
}

std::string &track_text(CdTextTrack &track, PackType type) {
  if (const auto *item = item_of(type)) return track.texts.*item->text;
  if (type == PackType::codes) return track.isrc;
  throw std::logic_error{"tracks have no text of this type"};
}

const char *noun_for(const CdTextPlace &place) {
  if (const auto *item = item_of(place.type)) return item->name;
  switch (place.type) {
    case PackType::disc_id: return "disc identification";
    case PackType::genre: return "genre";
    case PackType::closed_info: return "closed information";
    case PackType::codes: return place.track == 0 ? "MCN" : "ISRC";
    default: return "table of contents";
  }
}

}  // namespace

std::string to_string(const CdTextPlace &place) {
  return noun_for(place) + (place.track == 0
                                ? std::string{" of the disc"}
                                : " of track " + std::to_string(place.track));
}

std::vector<CdTextPlace> places_in(const CdTextSet &set, int block) {
  const auto &texts = set.blocks.at(static_cast<std::size_t>(block));
  std::vector<CdTextPlace> places;
  for (const auto type : text_types) {
    places.push_back({block, type, 0});
    for (int track = texts.first_track; is_of_tracks(type) && track <= texts.last_track();
         ++track)
      places.push_back({block, type, track});
  }
  return places;
}

std::vector<CdTextPlace> places_in(const CdTextSet &set) {
  std::vector<CdTextPlace> places;
  for (int block = 0; block < static_cast<int>(set.blocks.size()); ++block) {
    const auto more = places_in(set, block);
    places.insert(places.end(), more.begin(), more.end());
  }
  return places;
}

std::string &text_at(CdTextSet &set, const CdTextPlace &place) {
  auto &block = set.blocks.at(static_cast<std::size_t>(place.block));
  if (place.track == 0) return disc_text(block, place.type);
  return track_text(
      block.tracks.at(static_cast<std::size_t>(place.track - block.first_track)),
      place.type);
}

const std::string &text_at(const CdTextSet &set, const CdTextPlace &place) {
  return text_at(const_cast<CdTextSet &>(set), place);
}

}  // namespace redbook
