#include "sink/sink_queries.hpp"

#include <gst/audio/audio.h>

namespace redbook {
namespace {

// DEFAULT is one sample of each channel: a sample in our words.
bool answer_position(GstQuery *query, Recording *recording) {
  GstFormat format = GST_FORMAT_UNDEFINED;
  gst_query_parse_position(query, &format, nullptr);
  if (!recording || (format != GST_FORMAT_BYTES && format != GST_FORMAT_DEFAULT))
    return false;
  const auto bytes = recording->staged_bytes();
  gst_query_set_position(query, format,
                         format == GST_FORMAT_BYTES ? bytes : bytes / bytes_per_sample);
  return true;
}

GstAudioInfo red_book_audio() {
  GstAudioInfo info;
  gst_audio_info_set_format(&info, GST_AUDIO_FORMAT_S16LE, samples_per_second, 2,
                            nullptr);
  return info;
}

bool answer_convert(GstQuery *query) {
  GstFormat from = GST_FORMAT_UNDEFINED;
  GstFormat to = GST_FORMAT_UNDEFINED;
  gint64 value = 0;
  gint64 converted = 0;
  gst_query_parse_convert(query, &from, &value, &to, nullptr);
  auto info = red_book_audio();
  if (!gst_audio_info_convert(&info, from, value, to, &converted)) return false;
  gst_query_set_convert(query, from, value, to, converted);
  return true;
}

bool answer_formats(GstQuery *query) {
  gst_query_set_formats(query, 3, GST_FORMAT_TIME, GST_FORMAT_DEFAULT, GST_FORMAT_BYTES);
  return true;
}

}  // namespace

bool answer(GstQuery *query, Recording *recording) {
  switch (GST_QUERY_TYPE(query)) {
    case GST_QUERY_POSITION: return answer_position(query, recording);
    case GST_QUERY_CONVERT: return answer_convert(query);
    case GST_QUERY_FORMATS: return answer_formats(query);
    default: return false;
  }
}

}  // namespace redbook
