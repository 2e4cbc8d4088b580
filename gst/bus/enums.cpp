#include "bus/enums.hpp"

#include <array>
#include <vector>

#include "cdtext/disc_cdtext.hpp"
#include "drive/drive.hpp"
#include "image/image_format.hpp"
#include "stash/disc_master.hpp"

namespace redbook {

namespace {

GType registered(const char *name, const GEnumValue *values) {
  const GType type = g_enum_register_static(name, values);
  gst_type_mark_as_plugin_api(type, GstPluginAPIFlags(0));
  return type;
}

// An enumeration with words: `sentences` explain them, in the order of the values.
template <Worded Enumeration, std::size_t count>
GType registered(const char *name, const char *const (&sentences)[count]) {
  static_assert(count == words<Enumeration>.size());
  static GEnumValue values[count + 1]{};  // zeros end it
  for (std::size_t i = 0; i < count; ++i)
    values[i] = {static_cast<gint>(i), sentences[i], words<Enumeration>[i]};
  return registered(name, values);
}

}  // namespace
}  // namespace redbook

using redbook::registered;

GType gst_redbook_result_get_type() {
  static const GType type = registered<redbook::Result>(
      "GstRedbookResult", {"It was done",
                           "Nothing is being staged: set the state to PAUSED",
                           "A track is open: close it first",
                           "No track is open",
                           "A disc has 99 tracks at most",
                           "A track has 300 blocks (4 s) at least",
                           "The disc has no room for more",
                           "Nothing is staged",
                           "The call does not fit",
                           "A burn is going on",
                           "No burn is going on",
                           "The burn was cancelled",
                           "A file could not be read or written",
                           "The disk has no room for the audio",
                           "Something else went wrong",
                           "There is no disc in the drive",
                           "The disc in the drive is of the wrong kind",
                           "The disc in the drive is not blank",
                           "The disc in the drive can't be erased",
                           "The disc could not be written",
                           "The drive can't be opened",
                           "There is no such drive, or it is gone",
                           "The drive can't do that",
                           "Another program uses the drive",
                           "The drive could not be set up for writing",
                           "The disc could not be closed",
                           "What is in the drive could not be found out",
                           "The drive's buffer ran empty",
                           "The drive did not answer in time",
                           "The disc could not be erased",
                           "The disc is not what was burned"});
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
  static const GType type = registered<redbook::CdTextOverflow>(
      "GstRedbookCdTextOverflow",
      {"Shorten the longest texts", "End with an error; nothing is burned"});
  return type;
}

GType gst_redbook_track_split_get_type() {
  static const GType type = registered<redbook::TrackSplit>(
      "GstRedbookTrackSplit",
      {"At each stream and at the entries of its table of contents", "At each stream",
       "At create-track and close-track"});
  return type;
}

GType gst_redbook_short_track_get_type() {
  static const GType type = registered<redbook::ShortTrack>(
      "GstRedbookShortTrack", {"Fill it up with silence", "End with an error"});
  return type;
}

GType gst_redbook_on_full_get_type() {
  static const GType type = registered<redbook::OnFull>(
      "GstRedbookOnFull",
      {"End with an error; nothing is burned",
       "Leave out what does not fit, and burn the rest", "Go on on a further disc"});
  return type;
}

GType gst_redbook_write_mode_get_type() {
  static const GType type = registered<redbook::WriteMode>(
      "GstRedbookWriteMode",
      {"Session at once if the drive offers it, else track at once", "Session at once",
       "Track at once"});
  return type;
}

GType gst_redbook_blank_get_type() {
  static const GType type = registered<redbook::Blanking>(
      "GstRedbookBlank",
      {"Never: a medium that is not blank is an error", "Its table of contents only",
       "All of it, which takes as long as a burn"});
  return type;
}

GType gst_redbook_verify_get_type() {
  static const GType type = registered<redbook::Verify>(
      "GstRedbookVerify", {"The drive is believed", "Table of contents, codes and texts",
                           "Every sample, too"});
  return type;
}

GType gst_redbook_media_type_get_type() {
  static const GType type = registered<redbook::MediumType>(
      "GstRedbookMediaType", {"Not known, or none", "CD-ROM, a pressed disc", "CD-R",
                              "CD-RW", "Something that is no CD"});
  return type;
}

GType gst_redbook_recorder_state_get_type() {
  static const GType type = registered<redbook::RecorderState>(
      "GstRedbookRecorderState",
      {"Nothing is being made", "A disc is being staged", "A disc is being burned"});
  return type;
}

GType gst_redbook_copy_get_type() {
  static const GType type = registered<redbook::Copy>(
      "GstRedbookCopy", {"No", "Yes", "No: it is a copy itself (SCMS)"});
  return type;
}

GType gst_redbook_loudness_get_type() {
  static const GType type = registered<redbook::LoudnessMode>(
      "GstRedbookLoudness", {"The samples stay as they are", "Each track to the target",
                             "All tracks by the same gain, together to the target"});
  return type;
}
