#include "disc/disc_parts.hpp"

#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace redbook {
namespace {

/// A track of the whole, or what is left of one.
struct Numbered {
  Track track;
  int number = 0;  // in the whole
  bool is_rest = false;
};

/// The length of the part that is cut off the front of a track longer than a disc.
Blocks cut_of(const Track &track, Blocks capacity) {
  const auto most = std::min(capacity, track.length - min_track_length);
  if (most >= track.pregap + min_track_length) return most;
  return track.pregap >= min_track_length ? std::min(capacity, track.pregap) : capacity;
}

/// The index points of `track` that are between index 01 and the end of `part`.
std::vector<Blocks> indexes_in(const Track &part, const Track &track) {
  std::vector<Blocks> indexes;
  for (const auto index : track.indexes)
    if (const auto place = track.index_1() + index;
        place > part.index_1() && place < part.end())
      indexes.push_back(place - part.index_1());
  return indexes;
}

/// The part from `start` to `end`. Index 01 is where it was, or opens the part.
Track part_of(const Track &track, Lba start, Lba end) {
  auto part = track;
  part.start = start;
  part.length = end - start;
  const bool has_index_1 = track.index_1() > start && track.index_1() < end;
  part.pregap = has_index_1 ? track.index_1() - start : Blocks{0};
  const bool has_it_all = start <= track.index_1() && end == track.end();
  if (!has_it_all) part.subcode.isrc.clear();
  part.indexes = indexes_in(part, track);
  return part;
}

std::string quoted_title(const Track &track) {
  return track.texts.title.empty() ? "" : ", \"" + track.texts.title + '"';
}

bool can_end_a_disc(const Track &track) {
  return track.length - track.pregap >= min_track_length;
}

/// Fills one disc after the other.
class Divider {
 public:
  Divider(const Disc &whole, Blocks capacity)
      : whole_{whole}, capacity_{room_of_disc(capacity)} {}

  std::vector<DiscPart> parts() {
    int number = 0;
    for (const auto &track : whole_.tracks) add({track, ++number});
    finish_disc();
    return std::move(parts_);
  }

 private:
  bool fits(const Track &track) const {
    const auto start = filling_.empty() ? track.start : filling_.front().track.start;
    return filling_.size() < max_tracks && track.end() - start <= capacity_;
  }

  void add(Numbered next) {
    while (!fits(next.track)) {
      if (filling_.empty()) next = cut_off(next);
      begin_next_disc(next);
    }
    filling_.push_back(std::move(next));
  }

  /// Puts onto the disc what fits of `longer`. Returns the rest.
  Numbered cut_off(const Numbered &longer) {
    const auto &track = longer.track;
    const auto place = track.start + cut_of(track, capacity_);
    auto rest = part_of(track, place, track.end());
    filling_.push_back({part_of(track, track.start, place), longer.number});
    tell_of_cut(track, rest);
    return {std::move(rest), longer.number, true};
  }

  void begin_next_disc(const Numbered &next) {
    auto moved = tracks_to_move();
    tell_of_division(moved.empty() ? next : moved.front());
    finish_disc();
    filling_ = std::move(moved);
  }

  /// Those at the end of the disc that are too short there. One track stays.
  std::vector<Numbered> tracks_to_move() {
    auto first = filling_.end();
    while (std::distance(filling_.begin(), first) > 1 &&
           !can_end_a_disc(std::prev(first)->track))
      --first;
    std::vector<Numbered> moved{std::make_move_iterator(first),
                                std::make_move_iterator(filling_.end())};
    filling_.erase(first, filling_.end());
    return moved;
  }

  void finish_disc() {
    DiscPart part{whole_without_tracks(), {}, std::exchange(findings_, {})};
    if (!filling_.empty()) part.offset = filling_.front().track.start - Lba{0};
    for (auto &[track, number, is_rest] : filling_) {
      track.start = track.start - part.offset;
      part.disc.tracks.push_back(std::move(track));
    }
    parts_.push_back(std::move(part));
    filling_.clear();
  }

  Disc whole_without_tracks() const {
    return {{}, whole_.texts, whole_.genre, whole_.mcn, whole_.language, {}};
  }

  std::string next_disc() const { return "disc " + std::to_string(parts_.size() + 2); }

  void tell_of_division(const Numbered &next) {
    findings_.push_back({"DISC_DIVIDED",
                         Severity::note,
                         0,
                         "the music is longer than a disc: it goes on on " + next_disc() +
                             " with " + (next.is_rest ? "the rest of " : "") + "track " +
                             std::to_string(next.number) + " of all" +
                             quoted_title(next.track) + '.',
                         {},
                         0});
  }

  void tell_of_cut(const Track &track, const Track &rest) {
    const auto length = to_string(Msf::of(rest.start - track.start));
    const bool isrc_is_lost = track.subcode.isrc != rest.subcode.isrc;
    findings_.push_back(
        {"TRACK_CUT", Severity::warning, 1, "it is longer than a disc.",
         "It was cut after " + length + " (mm:ss:ff), and the rest is track 1 of " +
             next_disc() +
             (isrc_is_lost ? ". Its ISRC, which is of all of it, was left out." : "."),
         0});
  }

  const Disc &whole_;
  const Blocks capacity_;
  std::vector<DiscPart> parts_;
  std::vector<Numbered> filling_;  // places are those in the whole
  Findings findings_;              // of the disc that is filled
};

}  // namespace

std::vector<DiscPart> divided(const Disc &whole, Blocks capacity) {
  const bool fits =
      whole.tracks.size() <= max_tracks && whole.length() <= room_of_disc(capacity);
  if (fits) return {{whole, {}, {}}};
  return Divider{whole, capacity}.parts();
}

}  // namespace redbook
