#include "song_reader.hpp"

namespace player {
namespace {

std::string text_in(const GstTagList *tags, const char *tag) {
  gchar *text = nullptr;
  if (tags) gst_tag_list_get_string(tags, tag, &text);
  return taken(text);
}

bool has_audio(GstDiscovererInfo *info) {
  GList *streams = gst_discoverer_info_get_audio_streams(info);
  const bool has = streams != nullptr;
  gst_discoverer_stream_info_list_free(streams);
  return has;
}

// What GStreamer 1.22 says by `gst_discoverer_info_get_tags` is of all streams together.
SongFacts facts_of(GstDiscovererInfo *info) {
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  const auto *tags = gst_discoverer_info_get_tags(info);
  G_GNUC_END_IGNORE_DEPRECATIONS
  const auto duration = gst_discoverer_info_get_duration(info);
  const bool is_measured = GST_CLOCK_TIME_IS_VALID(duration) && duration > 0;
  return {.uri = gst_discoverer_info_get_uri(info),
          .title = text_in(tags, GST_TAG_TITLE),
          .performer = text_in(tags, GST_TAG_ARTIST),
          .duration = is_measured ? static_cast<std::int64_t>(duration) : 0,
          .is_readable = is_measured && has_audio(info) &&
                         gst_discoverer_info_get_result(info) == GST_DISCOVERER_OK};
}

}  // namespace

SongReader::SongReader(Found found)
    : found_{std::move(found)},
      discoverer_{gst_discoverer_new(10 * GST_SECOND, nullptr)} {
  g_signal_connect(discoverer_.get(), "discovered", G_CALLBACK(take), this);
  gst_discoverer_start(discoverer_.get());
}

SongReader::~SongReader() {
  gst_discoverer_stop(discoverer_.get());
  g_signal_handlers_disconnect_by_data(discoverer_.get(), this);
}

void SongReader::read(const std::string &uri) {
  if (!gst_discoverer_discover_uri_async(discoverer_.get(), uri.c_str()))
    found_({.uri = uri});
}

void SongReader::take(GstDiscoverer *, GstDiscovererInfo *info, GError *,
                      SongReader *self) {
  self->found_(facts_of(info));
}

}  // namespace player
