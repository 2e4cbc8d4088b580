#include "stash/journal.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "disc/disc_json.hpp"
#include "error.hpp"

namespace redbook {
namespace {

constexpr std::int64_t max_bytes = max_stash_length.bytes();
// A part of a longer stash begins behind the others.
constexpr std::int64_t max_lead_bytes = 150 * bytes_per_block + max_bytes;

Record record_of(RecordType type, const Json &payload) {
  return {type, line_of(payload)};
}

Error contradiction(const std::string &detail) {
  return {Fault::stash, Result::invalid_image,
          "The journal of the stash contradicts itself.", detail};
}

/// The track with such marks only as readers take: the linter would leave out the others.
Track with_good_marks(Track track) {
  if (track.pregap >= track.length) track.pregap = {};
  auto indexes = std::exchange(track.indexes, {});
  auto last = Blocks{0};
  for (const auto index : indexes)
    if (index > last && track.index_1() + index < track.end()) {
      track.indexes.push_back(index);
      last = index;
    }
  if (track.indexes.size() >= max_index) track.indexes.resize(max_index - 1);
  return track;
}

Json json_of_begun(BegunTrack begun) {
  begun.track.length = max_stash_length - (begun.track.start - Lba{0});
  return {{"first-byte", begun.first_byte},
          {"track", json_of(with_good_marks(std::move(begun.track)))}};
}

BegunTrack begun_track_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  return {track_of(fields.value("track"), where + ".track", stash_limits),
          fields.number("first-byte", 0, max_bytes)};
}

std::int64_t staged_bytes_in(const Fields &fields) {
  return fields.number("staged-bytes", 0, max_bytes);
}

/// Takes one record after another.
class Replay {
 public:
  explicit Replay(Contradictions contradictions)
      : strict_{contradictions == Contradictions::refused} {}

  void take(const Record &record, const std::string &where) {
    const auto payload = parsed_json(record.payload);
    const Fields fields{payload, where};
    if (strict_ && !has_begun_ && record.type != RecordType::begun)
      throw contradiction(where + ": not begun");
    switch (record.type) {
      case RecordType::begun: return begin(fields);
      case RecordType::open_track: return open_track(payload, where);
      case RecordType::closed_track: return close_track(fields, where);
      case RecordType::mark: return mark(fields);
      case RecordType::cut: return cut(fields, where);
      case RecordType::disc: return describe(fields, where);
      case RecordType::finished: return finish(fields, where);
    }
  }

  Promised promised() && { return std::move(promised_); }

 private:
  std::vector<Track> &tracks() { return promised_.disc.tracks; }
  Lba lead_out() const { return promised_.disc.lead_out(); }

  void begin(const Fields &fields) {
    promised_ = {};
    promised_.audio = fields.integer("sound", 1, max_audio_files);
    promised_.lead_bytes = fields.number("lead-bytes", 0, max_lead_bytes);
    has_begun_ = true;
  }

  void open_track(const Json &payload, const std::string &where) {
    promised_.open = begun_track_of(payload, where);
    promised_.open_end.reset();
    promised_.finished = false;
    if (promised_.open->track.start == lead_out()) return;
    if (strict_) throw contradiction(where + ".track: not behind the one before");
    make_place_at(promised_.open->track.start);
  }

  /// Fills up or frees the disc behind this place: records of it are lost.
  void make_place_at(Lba start) {
    while (!tracks().empty() && tracks().back().start >= start) tracks().pop_back();
    if (lead_out() > start)
      tracks().back() = cut_off(std::move(tracks().back()), start);
    else if (lead_out() < start)
      tracks().push_back({lead_out(), {}, start - lead_out(), {}, {}});
  }

  static Track cut_off(Track track, Lba end) {
    track.length = end - track.start;
    return with_good_marks(std::move(track));
  }

  void close_track(const Fields &fields, const std::string &where) {
    auto track = track_of(fields.value("track"), where + ".track", stash_limits);
    const auto staged = staged_bytes_in(fields);
    if (!strict_) make_place_at(track.start);
    if (track.start != lead_out() || tracks().size() >= max_staged_tracks ||
        (track.end() - Lba{0}).bytes() > staged)
      throw contradiction(where + ".track: not behind the one before");
    close_open_track();
    if (fields.flag("goes-on")) {
      const auto end = track.end();
      promised_.open = {Track{.start = end}, (end - Lba{0}).bytes()};
    }
    tracks().push_back(std::move(track));
    promised_.staged_bytes = staged;
  }

  void close_open_track() {
    promised_.open.reset();
    promised_.open_end.reset();
    promised_.marks.clear();
    promised_.finished = false;
  }

  void mark(const Fields &fields) {
    promised_.marks.emplace_back(fields.number("place", 0, max_stash_length.count()));
  }

  void cut(const Fields &fields, const std::string &where) {
    const auto count =
        static_cast<std::size_t>(fields.number("tracks", 0, max_staged_tracks));
    const auto bytes = fields.number("staged-bytes", 0, max_bytes);
    if (count > tracks().size()) {
      if (strict_) throw contradiction(where + ": more tracks than there are");
      return;
    }
    tracks().resize(count);
    shorten_last_to(bytes);
    close_open_track();
    promised_.staged_bytes = std::min(promised_.staged_bytes, bytes);
    const auto &open = fields.value("open");
    if (open.is_null()) return;
    open_track(open, where + ".open");
    promised_.open_end = bytes;
  }

  /// What finishing added to the last track goes.
  void shorten_last_to(std::int64_t bytes) {
    if (tracks().empty()) return;
    const auto end = Lba{0} + Blocks::whole(bytes);
    if (end < lead_out() && tracks().back().start < end)
      tracks().back() = cut_off(std::move(tracks().back()), end);
  }

  void describe(const Fields &fields, const std::string &where) {
    auto disc = disc_of(fields.value("disc"), where + ".disc", stash_limits);
    const bool same =
        disc.tracks.size() == tracks().size() && disc.lead_out() == lead_out();
    if (strict_ && !same && !disc.tracks.empty())
      throw contradiction(where + ".disc: other tracks");
    if (!same) disc.tracks = std::move(tracks());
    promised_.disc = std::move(disc);
  }

  void finish(const Fields &fields, const std::string &where) {
    const auto bytes = staged_bytes_in(fields);
    const auto end = Lba{0} + Blocks::whole(bytes);
    if (end < lead_out() && strict_)
      throw contradiction(where + ": before the last track");
    close_open_track();
    promised_.staged_bytes = bytes;
    if (tracks().empty()) return;
    tracks().back().length = std::max(end, lead_out()) - tracks().back().start;
    promised_.finished = true;
  }

  const bool strict_;
  Promised promised_;
  bool has_begun_ = false;
};

}  // namespace

Record begun_record(int audio, std::int64_t lead_bytes) {
  return record_of(RecordType::begun, {{"sound", audio}, {"lead-bytes", lead_bytes}});
}

Record open_track_record(const BegunTrack &track) {
  return record_of(RecordType::open_track, json_of_begun(track));
}

Record closed_track_record(const Track &track, std::int64_t staged_bytes,
                           Following behind) {
  return record_of(RecordType::closed_track,
                   {{"staged-bytes", staged_bytes},
                    {"goes-on", behind == Following::open_track},
                    {"track", json_of(with_good_marks(track))}});
}

Record mark_record(Lba place) {
  return record_of(RecordType::mark, {{"place", place.value()}});
}

Record cut_record(std::size_t tracks, std::int64_t staged_bytes,
                  const std::optional<BegunTrack> &open) {
  return record_of(RecordType::cut, {{"tracks", tracks},
                                     {"staged-bytes", staged_bytes},
                                     {"open", open ? json_of_begun(*open) : Json{}}});
}

// Each of a great many tracks has a record of its own that tells what it is called.
Record disc_record(const Disc &disc) {
  auto record = record_of(RecordType::disc, {{"disc", json_of(disc)}});
  if (record.payload.size() <= max_payload_bytes || disc.tracks.empty()) return record;
  auto without_tracks = disc;
  without_tracks.tracks.clear();
  return disc_record(without_tracks);
}

Record finished_record(std::int64_t staged_bytes) {
  return record_of(RecordType::finished, {{"staged-bytes", staged_bytes}});
}

Promised promised_by(const std::vector<Record> &records, Contradictions contradictions) {
  Replay replay{contradictions};
  std::size_t number = 0;
  try {
    for (const auto &record : records)
      replay.take(record, "record " + std::to_string(number++));
  } catch (const Error &error) {
    throw contradiction(error.detail());
  }
  return std::move(replay).promised();
}

}  // namespace redbook
