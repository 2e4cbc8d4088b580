/// redbooksink's messages as what the user sees.
#pragma once

#include <gst/gst.h>

#include <map>
#include <string>

#include "display.hpp"
#include "time_left.hpp"

namespace burn_album {

class Narrator {
 public:
  /// `display` must outlive it. `expected_blocks`: of all the music.
  Narrator(Display &display, std::int64_t expected_blocks)
      : display_{display}, expected_blocks_{expected_blocks} {}

  /// A message of redbooksink's, `redbook-...`; others say nothing.
  void tell(const GstStructure *message);

  /// Where the work is, on the drive that is furthest.
  Stage stage() const { return furthest_; }
  bool has_begun_burn() const { return furthest_ > Stage::staging; }
  /// Whether a block of the disc may be written.
  bool has_written() const { return has_written_; }
  /// Somebody is asked for a disc, and nothing has gone on since.
  bool is_waiting_for_disc() const { return is_waiting_for_disc_; }

 private:
  /// What goes on with one drive.
  struct Work {
    Stage stage = Stage::staging;
    TimeLeft time_left{};
    std::size_t track = 0;
  };

  Work &enter(Stage stage, const GstStructure *message);
  void tell_staging(const GstStructure *message);
  void tell_staged(const GstStructure *message);
  void tell_erasing(const GstStructure *message);
  void tell_preparing(const GstStructure *message);
  void tell_track(const GstStructure *message);
  void tell_blocks(const GstStructure *message);
  void tell_closing(const GstStructure *message);
  void tell_verifying(const GstStructure *message);
  void tell_wish(const GstStructure *message);

  Display &display_;
  std::int64_t expected_blocks_;
  std::int64_t staged_blocks_ = 0;
  std::map<std::string, Work> works_{};  ///< by drive and copy
  Stage furthest_ = Stage::staging;
  bool has_written_ = false;
  bool is_waiting_for_disc_ = false;
};

}  // namespace burn_album
