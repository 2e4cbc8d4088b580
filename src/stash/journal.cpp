#include "stash/journal.hpp"

#include <algorithm>
#include <utility>

#include "disc/disc_json.hpp"
#include "error.hpp"

namespace redbook {
namespace {

constexpr std::int64_t max_audio_bytes = max_stash_length.bytes();
// A part of a longer stash begins behind the others.
constexpr std::int64_t max_lead_bytes = 150 * bytes_per_block + max_audio_bytes;

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

/// `begun` as it is written: the length of an open track means nothing.
BegunTrack with_any_length(BegunTrack begun) {
  begun.track.length = max_stash_length - (begun.track.start - Lba{0});
  begun.track = with_good_marks(std::move(begun.track));
  return begun;
}

struct Begun {
  int audio = 1;
  std::int64_t lead_bytes = 0;
};

struct ClosedTrack {
  std::int64_t staged_bytes = 0;
  bool goes_on = false;
  Track track{};
};

struct Cut {
  std::size_t tracks = 0;
  std::int64_t staged_bytes = 0;
  std::optional<BegunTrack> open{};
};

struct Finished {
  std::int64_t staged_bytes = 0;
};

}  // namespace

static void list_members(const JsonValue &json, Adoption &image) {
  json["sheet"].text(image.sheet);
  json["sound"].text(image.audio);
  json["keep"].flag(image.keeps_stash);
}

static void list_members(const JsonValue &json, BegunTrack &begun) {
  json["first-byte"].number(begun.first_byte, 0, max_audio_bytes);
  list_members(json["track"], begun.track, stash_limits);
}

namespace {

void list_members(const JsonValue &json, Begun &begun) {
  json["sound"].number(begun.audio, 1, max_audio_files);
  json["lead-bytes"].number(begun.lead_bytes, 0, max_lead_bytes);
}

void list_members(const JsonValue &json, ClosedTrack &closed) {
  json["staged-bytes"].number(closed.staged_bytes, 0, max_audio_bytes);
  json["goes-on"].flag(closed.goes_on);
  list_members(json["track"], closed.track, stash_limits);
}

void list_members(const JsonValue &json, Cut &cut) {
  json["tracks"].number(cut.tracks, 0, max_staged_tracks);
  json["staged-bytes"].number(cut.staged_bytes, 0, max_audio_bytes);
  json["open"].nullable(cut.open);
}

void list_members(const JsonValue &json, Finished &finished) {
  json["staged-bytes"].number(finished.staged_bytes, 0, max_audio_bytes);
}

/// Takes one record after another.
class Replay {
 public:
  explicit Replay(Contradictions contradictions)
      : strict_{contradictions == Contradictions::refused} {}

  void take(const Record &record, const std::string &where) {
    const auto payload = parsed_json(record.payload);
    const JsonValue json{payload, where};
    if (strict_ && !has_begun_ && record.type != RecordType::begun)
      throw contradiction(where + ": not begun");
    switch (record.type) {
      case RecordType::begun: return begin(value_of<Begun>(payload, where));
      case RecordType::open_track:
        return open_track(value_of<BegunTrack>(payload, where), where);
      case RecordType::closed_track:
        return close_track(value_of<ClosedTrack>(payload, where), where);
      case RecordType::mark: return mark(json["place"]);
      case RecordType::cut: return cut(value_of<Cut>(payload, where), where);
      case RecordType::disc: return describe(json["disc"], where);
      case RecordType::finished: return finish(value_of<Finished>(payload, where), where);
      case RecordType::image: return adopt(value_of<Adoption>(payload, where));
    }
  }

  Promised promised() && { return std::move(promised_); }

 private:
  std::vector<Track> &tracks() { return promised_.disc.tracks; }
  Lba lead_out() const { return promised_.disc.lead_out(); }

  void begin(const Begun &begun) {
    promised_ = {.audio = begun.audio, .lead_bytes = begun.lead_bytes};
    has_begun_ = true;
  }

  void open_track(const BegunTrack &begun, const std::string &where) {
    promised_.open = begun;
    promised_.open_end.reset();
    promised_.finished = false;
    if (begun.track.start == lead_out()) return;
    if (strict_) throw contradiction(where + ".track: not behind the one before");
    make_place_at(begun.track.start);
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

  void close_track(ClosedTrack closed, const std::string &where) {
    auto &track = closed.track;
    if (!strict_) make_place_at(track.start);
    if (track.start != lead_out() || tracks().size() >= max_staged_tracks ||
        (track.end() - Lba{0}).bytes() > closed.staged_bytes)
      throw contradiction(where + ".track: not behind the one before");
    close_open_track();
    if (closed.goes_on) {
      const auto end = track.end();
      promised_.open = {Track{.start = end}, (end - Lba{0}).bytes()};
    }
    tracks().push_back(std::move(track));
    promised_.staged_bytes = closed.staged_bytes;
  }

  void close_open_track() {
    promised_.open.reset();
    promised_.open_end.reset();
    promised_.marks.clear();
    promised_.finished = false;
  }

  void adopt(Adoption image) { promised_.image = std::move(image); }

  void mark(const JsonValue &place) {
    place.number(promised_.marks.emplace_back(), 0, max_stash_length.count());
  }

  void cut(const Cut &cut, const std::string &where) {
    if (cut.tracks > tracks().size()) {
      if (strict_) throw contradiction(where + ": more tracks than there are");
      return;
    }
    tracks().resize(cut.tracks);
    shorten_last_to(cut.staged_bytes);
    close_open_track();
    promised_.staged_bytes = std::min(promised_.staged_bytes, cut.staged_bytes);
    if (!cut.open) return;
    open_track(*cut.open, where + ".open");
    promised_.open_end = cut.staged_bytes;
  }

  /// What finishing added to the last track goes.
  void shorten_last_to(std::int64_t bytes) {
    if (tracks().empty()) return;
    const auto end = Lba{0} + Blocks::whole(bytes);
    if (end < lead_out() && tracks().back().start < end)
      tracks().back() = cut_off(std::move(tracks().back()), end);
  }

  void describe(const JsonValue &json, const std::string &where) {
    Disc disc;
    list_members(json, disc, stash_limits);
    const bool same =
        disc.tracks.size() == tracks().size() && disc.lead_out() == lead_out();
    if (strict_ && !same && !disc.tracks.empty())
      throw contradiction(where + ".disc: other tracks");
    if (!same) disc.tracks = std::move(tracks());
    promised_.disc = std::move(disc);
  }

  void finish(const Finished &finished, const std::string &where) {
    const auto end = Lba{0} + Blocks::whole(finished.staged_bytes);
    if (end < lead_out() && strict_)
      throw contradiction(where + ": before the last track");
    close_open_track();
    promised_.staged_bytes = finished.staged_bytes;
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
  return record_of(RecordType::begun, json_of(Begun{audio, lead_bytes}));
}

Record open_track_record(const BegunTrack &track) {
  return record_of(RecordType::open_track, json_of(with_any_length(track)));
}

Record closed_track_record(const Track &track, std::int64_t staged_bytes,
                           Following behind) {
  return record_of(RecordType::closed_track,
                   json_of(ClosedTrack{staged_bytes, behind == Following::open_track,
                                       with_good_marks(track)}));
}

Record mark_record(Lba place) {
  return record_of(RecordType::mark, {{"place", place.value()}});
}

Record cut_record(std::size_t tracks, std::int64_t staged_bytes,
                  const std::optional<BegunTrack> &open) {
  Cut cut{tracks, staged_bytes};
  if (open) cut.open = with_any_length(*open);
  return record_of(RecordType::cut, json_of(std::move(cut)));
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
  return record_of(RecordType::finished, json_of(Finished{staged_bytes}));
}

Record image_record(const Adoption &image) {
  return record_of(RecordType::image, json_of(image));
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
