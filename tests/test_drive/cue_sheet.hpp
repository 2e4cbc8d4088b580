#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "test_drive/bytes.hpp"
#include "test_drive/catalogue.hpp"
#include "test_drive/place.hpp"

namespace redbook::drive {

/// A stretch of blocks with the same track, index and flags.
struct Segment {
  std::uint8_t control = 0;
  std::uint8_t track = 0;
  std::uint8_t index = 0;
  bool scms = false;            ///< the copy bit alternates
  bool drive_makes_it = false;  ///< data form 01: the host sends nothing for it
  Lba start;
};

/// What SEND CUE SHEET announces (MMC-3): one session at once.
class CueSheet {
 public:
  /// Throws Sense 5/26/00 for a sheet that breaks the rules.
  explicit CueSheet(View parameters);

  bool has_text() const { return has_text_; }
  const std::string &mcn() const { return mcn_; }
  /// Empty where the track has none.
  const std::string &isrc(int track) const;
  Lba first() const { return segments_.front().start; }
  Lba lead_out() const { return lead_out_; }

  const Segment &segment_at(Lba) const;
  /// Index 01 of the track a segment belongs to.
  Lba start_of(int track) const;
  std::vector<TrackEntry> tracks(int session) const;

 private:
  using Line = std::span<const std::uint8_t, 8>;
  void take_line(Line);
  void take_catalogue(Line);
  void take_isrc(Line);
  void take_position(Line);
  void take_lead_in(Line);
  void take_index(Line);
  void take_lead_out(Line);
  void check_order(const Segment &) const;
  void check_codes() const;
  void check_lengths() const;

  bool lead_in_seen_ = false;
  bool lead_out_seen_ = false;
  bool has_text_ = false;
  std::string mcn_;
  std::map<int, std::string> isrcs_;
  std::vector<Segment> segments_;
  Lba lead_out_;
};

}  // namespace redbook::drive
