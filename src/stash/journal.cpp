#include "stash/journal.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "disc/disc_json.hpp"
#include "error.hpp"

namespace redbook {
namespace {

constexpr std::int64_t longest_lead = 150 * bytes_per_block;

Record record_of(RecordType type, const Json &payload) {
  return {type, line_of(payload)};
}

Error contradiction(const std::string &detail) {
  return {Fault::stash, Result::invalid_image,
          "The journal of the stash contradicts itself.", detail};
}

std::int64_t staged_bytes_in(const Fields &fields) {
  return fields.number("staged-bytes", 0, longest_program.bytes());
}

/// Takes one record after another.
class Replay {
 public:
  void take(const Record &record, const std::string &where) {
    const auto payload = parsed_json(record.payload);
    const Fields fields{payload, where};
    if (has_begun_ == (record.type == RecordType::begun))
      throw contradiction(where + (has_begun_ ? ": begun again" : ": not begun"));
    switch (record.type) {
      case RecordType::begun: return begin(fields);
      case RecordType::closed_track: return close_track(fields, where);
      case RecordType::disc: return describe(fields, where);
      case RecordType::finished: return finish(fields);
      default: throw contradiction(where + ": unexpected");
    }
  }

  Promised promised() && { return std::move(promised_); }

 private:
  void begin(const Fields &fields) {
    promised_.lead_bytes = fields.number("lead-bytes", 0, longest_lead);
    has_begun_ = true;
  }

  void close_track(const Fields &fields, const std::string &where) {
    auto track = track_of(fields.value("track"), where + ".track");
    const auto staged = staged_bytes_in(fields);
    auto &disc = promised_.disc;
    if (track.start != disc.lead_out() || disc.tracks.size() == most_tracks ||
        (track.end() - Lba{0}).bytes() > staged)
      throw contradiction(where + ".track: not behind the one before");
    disc.tracks.push_back(std::move(track));
    promised_.staged_bytes = staged;
  }

  void describe(const Fields &fields, const std::string &where) {
    auto disc = disc_of(fields.value("disc"), where + ".disc");
    disc.tracks = std::move(promised_.disc.tracks);
    promised_.disc = std::move(disc);
  }

  void finish(const Fields &fields) {
    promised_.staged_bytes = staged_bytes_in(fields);
    promised_.finished = true;
  }

  Promised promised_;
  bool has_begun_ = false;
};

}  // namespace

Record begun_record(std::int64_t lead_bytes) {
  return record_of(RecordType::begun, {{"lead-bytes", lead_bytes}});
}

Record closed_track_record(const Track &track, std::int64_t staged_bytes) {
  return record_of(RecordType::closed_track,
                   {{"staged-bytes", staged_bytes}, {"track", json_of(track)}});
}

Record disc_record(Disc disc) {
  disc.tracks.clear();
  return record_of(RecordType::disc, {{"disc", json_of(disc)}});
}

Record finished_record(std::int64_t staged_bytes) {
  return record_of(RecordType::finished, {{"staged-bytes", staged_bytes}});
}

Promised promised_by(const std::vector<Record> &records) {
  Replay replay;
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
