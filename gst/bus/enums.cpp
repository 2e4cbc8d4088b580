#include "bus/enums.hpp"

#include <vector>

#include "cdtext/disc_cdtext.hpp"
#include "drive/drive.hpp"
#include "image/image_format.hpp"
#include "stash/disc_master.hpp"

namespace {

template <typename E>
constexpr gint value(E enumerator) {
  return static_cast<gint>(enumerator);
}

GType registered(const char *name, const GEnumValue *values) {
  const GType type = g_enum_register_static(name, values);
  gst_type_mark_as_plugin_api(type, GstPluginAPIFlags(0));
  return type;
}

using redbook::Blanking;
using redbook::CdTextOverflow;
using redbook::Copy;
using redbook::LoudnessMode;
using redbook::MediumType;
using redbook::OnFull;
using redbook::RecorderState;
using redbook::Result;
using redbook::ShortTrack;
using redbook::TrackSplit;
using redbook::Verify;
using redbook::WriteMode;

constexpr GEnumValue results[] = {
    {value(Result::ok), "It was done", "ok"},
    {value(Result::not_opened), "Nothing is being staged: set the state to PAUSED",
     "not-opened"},
    {value(Result::track_open), "A track is open: close it first", "track-open"},
    {value(Result::track_not_open), "No track is open", "track-not-open"},
    {value(Result::track_limit), "A disc has 99 tracks at most", "track-limit"},
    {value(Result::track_not_big_enough), "A track has 300 blocks (4 s) at least",
     "track-not-big-enough"},
    {value(Result::disc_full), "The disc has no room for more", "disc-full"},
    {value(Result::invalid_image), "Nothing is staged", "invalid-image"},
    {value(Result::invalid_argument), "The call does not fit", "invalid-argument"},
    {value(Result::busy), "A burn is going on", "busy"},
    {value(Result::not_in_progress), "No burn is going on", "not-in-progress"},
    {value(Result::user_abort), "The burn was cancelled", "user-abort"},
    {value(Result::file_access), "A file could not be read or written", "file-access"},
    {value(Result::not_enough_disk_for_stash), "The disk has no room for the audio",
     "not-enough-disk-for-stash"},
    {value(Result::generic), "Something else went wrong", "generic"},
    {value(Result::medium_not_present), "There is no disc in the drive",
     "medium-not-present"},
    {value(Result::medium_invalid_type), "The disc in the drive is of the wrong kind",
     "medium-invalid-type"},
    {value(Result::medium_not_blank), "The disc in the drive is not blank",
     "medium-not-blank"},
    {value(Result::medium_not_erasable), "The disc in the drive can't be erased",
     "medium-not-erasable"},
    {value(Result::cannot_write_to_medium), "The disc could not be written",
     "cannot-write-to-medium"},
    {value(Result::device_not_accessible), "The drive can't be opened",
     "device-not-accessible"},
    {value(Result::device_not_present), "There is no such drive, or it is gone",
     "device-not-present"},
    {value(Result::device_invalid_type), "The drive can't do that",
     "device-invalid-type"},
    {value(Result::device_still_in_use), "Another program uses the drive",
     "device-still-in-use"},
    {value(Result::initialize_write), "The drive could not be set up for writing",
     "initialize-write"},
    {value(Result::initialize_end_write), "The disc could not be closed",
     "initialize-end-write"},
    {value(Result::disc_info), "What is in the drive could not be found out",
     "disc-info"},
    {value(Result::loss_of_streaming), "The drive's buffer ran empty",
     "loss-of-streaming"},
    {value(Result::command_timeout), "The drive did not answer in time",
     "command-timeout"},
    {value(Result::erase_failed), "The disc could not be erased", "erase-failed"},
    {value(Result::verification_failed), "The disc is not what was burned",
     "verification-failed"},
    {0, nullptr, nullptr}};

}  // namespace

GType gst_redbook_result_get_type() {
  static const GType type = registered("GstRedbookResult", results);
  return type;
}

GType gst_redbook_image_format_get_type() {
  static const auto values = [] {
    std::vector<GEnumValue> rows{{0, "By the ending of location", "auto"}};
    for (const auto *kind : redbook::image_kinds())
      rows.push_back({static_cast<gint>(rows.size()), kind->description, kind->name});
    rows.push_back({0, nullptr, nullptr});
    return rows;
  }();
  static const GType type = registered("GstRedbookImageFormat", values.data());
  return type;
}

GType gst_redbook_cd_text_overflow_get_type() {
  static const GEnumValue values[] = {
      {value(CdTextOverflow::shorten), "Shorten the longest texts", "shorten"},
      {value(CdTextOverflow::error), "End with an error; nothing is burned", "error"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookCdTextOverflow", values);
  return type;
}

GType gst_redbook_track_split_get_type() {
  static const GEnumValue values[] = {
      {value(TrackSplit::automatic),
       "At each stream and at the entries of its table of contents", "auto"},
      {value(TrackSplit::stream), "At each stream", "stream"},
      {value(TrackSplit::manual), "At create-track and close-track", "manual"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookTrackSplit", values);
  return type;
}

GType gst_redbook_short_track_get_type() {
  static const GEnumValue values[] = {
      {value(ShortTrack::pad), "Fill it up with silence", "pad"},
      {value(ShortTrack::error), "End with an error", "error"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookShortTrack", values);
  return type;
}

GType gst_redbook_on_full_get_type() {
  static const GEnumValue values[] = {
      {value(OnFull::error), "End with an error; nothing is burned", "error"},
      {value(OnFull::truncate), "Leave out what does not fit, and burn the rest",
       "truncate"},
      {value(OnFull::next_disc), "Go on on a further disc", "next-disc"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookOnFull", values);
  return type;
}

GType gst_redbook_write_mode_get_type() {
  static const GEnumValue values[] = {
      {value(WriteMode::automatic),
       "Session at once where the drive offers it, else track at once", "auto"},
      {value(WriteMode::sao), "Session at once", "sao"},
      {value(WriteMode::tao), "Track at once", "tao"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookWriteMode", values);
  return type;
}

GType gst_redbook_blank_get_type() {
  static const GEnumValue values[] = {
      {value(Blanking::none), "Never: a medium that is not blank is an error", "none"},
      {value(Blanking::fast), "Its table of contents only", "fast"},
      {value(Blanking::full), "All of it, which takes as long as a burn", "full"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookBlank", values);
  return type;
}

GType gst_redbook_verify_get_type() {
  static const GEnumValue values[] = {
      {value(Verify::none), "The drive is believed", "none"},
      {value(Verify::quick), "Table of contents, codes and texts", "quick"},
      {value(Verify::full), "Every sample, too", "full"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookVerify", values);
  return type;
}

GType gst_redbook_media_type_get_type() {
  static const GEnumValue values[] = {
      {value(MediumType::unknown), "Not known, or none", "unknown"},
      {value(MediumType::cd_rom), "CD-ROM, a pressed disc", "cd-rom"},
      {value(MediumType::cd_r), "CD-R", "cd-r"},
      {value(MediumType::cd_rw), "CD-RW", "cd-rw"},
      {value(MediumType::other), "Something that is no CD", "other"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookMediaType", values);
  return type;
}

GType gst_redbook_recorder_state_get_type() {
  static const GEnumValue values[] = {
      {value(RecorderState::idle), "Nothing is being made", "idle"},
      {value(RecorderState::opened), "A disc is being staged", "opened"},
      {value(RecorderState::burning), "A disc is being burned", "burning"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookRecorderState", values);
  return type;
}

GType gst_redbook_copy_get_type() {
  static const GEnumValue values[] = {
      {value(Copy::prohibited), "No", "prohibited"},
      {value(Copy::permitted), "Yes", "permitted"},
      {value(Copy::scms), "No: it is a copy itself (SCMS)", "scms"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookCopy", values);
  return type;
}

GType gst_redbook_loudness_get_type() {
  static const GEnumValue values[] = {
      {value(LoudnessMode::off), "The samples stay as they are", "off"},
      {value(LoudnessMode::track), "Each track to the target", "track"},
      {value(LoudnessMode::album), "All tracks by the same gain, together to the target",
       "album"},
      {0, nullptr, nullptr}};
  static const GType type = registered("GstRedbookLoudness", values);
  return type;
}
