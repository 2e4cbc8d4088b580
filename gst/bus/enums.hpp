/// The enumerations that applications see.
#pragma once

#include <gst/gst.h>

#include <array>

#include "enum_words.hpp"

namespace redbook {

/// Where tracks begin: at streams and the entries of their tables of contents, at streams
/// only, or where the application says.
enum class TrackSplit { automatic = 0, stream = 1, manual = 2 };
template <>
inline constexpr std::array words<TrackSplit> = {"auto", "stream", "manual"};

}  // namespace redbook

GType gst_redbook_result_get_type();
GType gst_redbook_image_format_get_type();
GType gst_redbook_track_split_get_type();
GType gst_redbook_cd_text_overflow_get_type();
GType gst_redbook_short_track_get_type();
GType gst_redbook_on_full_get_type();
GType gst_redbook_write_mode_get_type();
GType gst_redbook_blank_get_type();
GType gst_redbook_verify_get_type();
GType gst_redbook_media_type_get_type();
GType gst_redbook_recorder_state_get_type();
GType gst_redbook_copy_get_type();
GType gst_redbook_loudness_get_type();

#define GST_TYPE_REDBOOK_RESULT (gst_redbook_result_get_type())
#define GST_TYPE_REDBOOK_IMAGE_FORMAT (gst_redbook_image_format_get_type())
#define GST_TYPE_REDBOOK_TRACK_SPLIT (gst_redbook_track_split_get_type())
#define GST_TYPE_REDBOOK_CD_TEXT_OVERFLOW (gst_redbook_cd_text_overflow_get_type())
#define GST_TYPE_REDBOOK_SHORT_TRACK (gst_redbook_short_track_get_type())
#define GST_TYPE_REDBOOK_ON_FULL (gst_redbook_on_full_get_type())
#define GST_TYPE_REDBOOK_WRITE_MODE (gst_redbook_write_mode_get_type())
#define GST_TYPE_REDBOOK_BLANK (gst_redbook_blank_get_type())
#define GST_TYPE_REDBOOK_VERIFY (gst_redbook_verify_get_type())
#define GST_TYPE_REDBOOK_MEDIA_TYPE (gst_redbook_media_type_get_type())
#define GST_TYPE_REDBOOK_RECORDER_STATE (gst_redbook_recorder_state_get_type())
#define GST_TYPE_REDBOOK_COPY (gst_redbook_copy_get_type())
#define GST_TYPE_REDBOOK_LOUDNESS (gst_redbook_loudness_get_type())
