/// What the user asked of an element.
#pragma once

#include <gst/gst.h>

#include <string>
#include <vector>

#include "bus/enums.hpp"
#include "cdtext/disc_cdtext.hpp"
#include "drive/drive.hpp"
#include "image/image_format.hpp"
#include "loudness/loudness.hpp"
#include "stash/disc_master.hpp"

namespace redbook {

/// Copied once when staging starts; a change after that waits for the next disc.
struct Settings {
  std::string location;
  std::string device;
  std::vector<std::string> devices;
  int copies = 1;
  int wait_for_medium = 0;  ///< seconds
  DriveSettings drive;
  ImageFormat image_format = ImageFormat::automatic;
  bool gapless = false;
  Blocks track_gap{0};
  TrackSplit track_split = TrackSplit::automatic;
  bool hidden_track = false;
  ShortTrack short_track = ShortTrack::pad;
  OnFull on_full = OnFull::error;
  Blocks capacity{0};  ///< 0: of an 80 minute disc
  Blocks expected{0};  ///< of the next track; read each time one starts
  std::string stash_location;
  bool keep_stash = false;
  bool auto_burn = true;
  GstClockTimeDiff settle_time = -1;  ///< -1: as the destination wants it
  bool checksums = true;
  std::string report_location;
  LoudnessSettings loudness;

  // What the disc is called; wins over tags where it is not empty.
  std::string media_catalog_number;
  std::string disc_title;
  std::string disc_artist;
  std::string disc_songwriter;
  std::string disc_composer;
  std::string disc_arranger;
  std::string disc_message;
  std::string disc_genre;

  bool cd_text = true;
  std::string cd_text_language;   ///< ISO 639
  std::string cd_text_languages;  ///< of translations, with commas between; empty: all
  CdTextOverflow cd_text_overflow = CdTextOverflow::shorten;

  /// The disc as it is to be staged.
  DiscMaster::Settings staging() const {
    return {disc_capacity(), track_gap, short_track,
            adjusts_loudness() ? Summing::off : summing(), on_full};
  }

  /// Of what goes onto the disc: not of what is staged, if that is made louder or softer.
  Summing summing() const { return checksums ? Summing::on : Summing::off; }

  bool adjusts_loudness() const { return loudness.mode != LoudnessMode::off; }

  /// How often one file system takes the audio: a folder of the user's may be on another
  /// than the image.
  int staged_copies() const {
    return adjusts_loudness() && stash_location.empty() ? 2 : 1;
  }

  Blocks disc_capacity() const {
    return capacity > Blocks{0} ? capacity : eighty_minutes;
  }

  /// One or several.
  std::vector<std::string> drives() const {
    return device.empty() ? devices : std::vector<std::string>{device};
  }

  /// Burned on request, or kept by wish: then a success leaves the stash for the next
  /// burn.
  bool stash_outlives_burn() const { return keep_stash || !auto_burn; }
};

}  // namespace redbook
