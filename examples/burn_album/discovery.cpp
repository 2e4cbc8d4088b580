#include "discovery.hpp"

#include <gst/pbutils/pbutils.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "failure.hpp"
#include "owned.hpp"

namespace burn_album {
namespace {

constexpr GstClockTime patience = 30 * GST_SECOND;

using OwnedDiscoverer = std::unique_ptr<GstDiscoverer, Release<g_object_unref>>;
using OwnedInfo = std::unique_ptr<GstDiscovererInfo, Release<g_object_unref>>;
using OwnedStreams =
    std::unique_ptr<GList, Release<gst_discoverer_stream_info_list_free>>;

/// What came of one source.
struct Found {
  OwnedInfo info{};
  std::string fault{};  ///< a sentence without its subject; empty: it can be decoded
};

std::string missing_plugins(GstDiscovererInfo *info) {
  std::string all;
  const auto *details = gst_discoverer_info_get_missing_elements_installer_details(info);
  for (; details && *details; ++details) {
    const OwnedTexts parts{
        g_strsplit(*details, "|", -1)};  // the fourth one is for people
    if (g_strv_length(parts.get()) > 3)
      all += (all.empty() ? "" : ", ") + std::string{parts.get()[3]};
  }
  return all.empty() ? "a plugin" : all;
}

bool has_audio(GstDiscovererInfo *info) {
  const OwnedStreams streams{gst_discoverer_info_get_audio_streams(info)};
  return streams != nullptr;
}

std::string fault_of(GstDiscovererInfo *info, const GError *error) {
  switch (gst_discoverer_info_get_result(info)) {
    case GST_DISCOVERER_OK: return has_audio(info) ? "" : "has no sound in it.";
    case GST_DISCOVERER_MISSING_PLUGINS:
      return "can't be decoded: GStreamer lacks " + missing_plugins(info) + ".";
    case GST_DISCOVERER_TIMEOUT: return "does not answer.";
    default:
      return std::string{"can't be decoded: "} +
             (error ? error->message : "it may be damaged.");
  }
}

Found look_at(GstDiscoverer *discoverer, const std::string &uri) {
  GError *error = nullptr;
  Found found{OwnedInfo{gst_discoverer_discover_uri(discoverer, uri.c_str(), &error)}};
  const OwnedError owned{error};
  found.fault = found.info ? fault_of(found.info.get(), error) : "can't be opened.";
  return found;
}

/// Several at once, as many as there are cores. Each thread writes where it alone does.
std::vector<Found> look_at_all(const std::vector<Source> &sources) {
  std::vector<Found> all(sources.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    const OwnedDiscoverer discoverer{gst_discoverer_new(patience, nullptr)};
    for (auto i = next++; i < sources.size(); i = next++)
      all[i] = look_at(discoverer.get(), sources[i].uri);
  };
  std::vector<std::jthread> threads;
  for (auto count = std::min<std::size_t>(g_get_num_processors(), sources.size());
       count > 0; --count)
    threads.emplace_back(work);
  threads.clear();
  return all;
}

void check(const std::vector<Source> &sources, const std::vector<Found> &all) {
  std::string faults;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!all[i].fault.empty())
      faults += (faults.empty() ? "" : "\n") + sources[i].name + " " + all[i].fault;
  if (!faults.empty()) throw input_failure(faults + "\nNothing was burned.");
}

/// Streams without a container and without a count of their samples: their length is
/// guessed from the size of the file.
bool is_guessed(GstDiscovererInfo *info) {
  auto *stream = gst_discoverer_info_get_stream_info(info);
  const OwnedCaps caps{stream ? gst_discoverer_stream_info_get_caps(stream) : nullptr};
  if (stream) gst_discoverer_stream_info_unref(stream);
  if (!caps) return true;
  const std::string name = gst_structure_get_name(gst_caps_get_structure(caps.get(), 0));
  return name == "audio/mpeg" || name == "audio/x-ac3" || name == "audio/x-eac3" ||
         name == "audio/x-dts";
}

std::string text_in(const GstTagList *tags, const char *tag) {
  gchar *text = nullptr;
  if (tags) gst_tag_list_get_string(tags, tag, &text);
  return taken(text);
}

void fill(std::string &text, std::string other) {
  if (text.empty()) text = std::move(other);
}

void add_texts(const GstTagList *tags, Track &track) {
  fill(track.texts.title, text_in(tags, GST_TAG_TITLE));
  fill(track.texts.performer, text_in(tags, GST_TAG_ARTIST));
  fill(track.isrc, text_in(tags, GST_TAG_ISRC));
}

/// Tracks of a table, else its chapters; those within an alternative, such as an edition.
std::vector<GstTocEntry *> marks_in(GList *entries) {
  std::vector<GstTocEntry *> marks;
  for (auto *at = entries; at; at = at->next) {
    auto *entry = static_cast<GstTocEntry *>(at->data);
    gint64 start = -1;
    const bool timed = gst_toc_entry_get_start_stop_times(entry, &start, nullptr);
    if (gst_toc_entry_is_sequence(entry) && timed) marks.push_back(entry);
  }
  for (auto *at = entries; at && marks.empty(); at = at->next)
    marks = marks_in(gst_toc_entry_get_sub_entries(static_cast<GstTocEntry *>(at->data)));
  return marks;
}

/// The table that a file brings makes tracks of it, as redbooksink will.
std::vector<Track> tracks_in(GstDiscovererInfo *info, const Track &whole,
                             std::int64_t length) {
  const auto *toc = gst_discoverer_info_get_toc(info);
  std::vector<Track> tracks;
  for (const auto *mark :
       toc ? marks_in(gst_toc_get_entries(toc)) : std::vector<GstTocEntry *>{}) {
    gint64 start = 0;
    gst_toc_entry_get_start_stop_times(mark, &start, nullptr);
    Track track{.source = whole.source, .start = tracks.empty() ? 0 : start};
    add_texts(gst_toc_entry_get_tags(mark), track);
    if (!tracks.empty()) tracks.back().length = start - tracks.back().start;
    tracks.push_back(std::move(track));
  }
  if (tracks.empty()) tracks.push_back(whole);
  tracks.back().length = length - tracks.back().start;
  return tracks;
}

void add_disc_texts(const std::vector<Found> &all, Album &album) {
  const auto *tags = gst_discoverer_info_get_tags(all.front().info.get());
  fill(album.texts.title, text_in(tags, GST_TAG_ALBUM));
  fill(album.texts.performer, text_in(tags, GST_TAG_ALBUM_ARTIST));
}

void measure_sheet(Album &album) {
  for (std::size_t i = 0; i < album.tracks.size(); ++i) {
    auto &track = album.tracks[i];
    const auto length = album.sources[track.source].length;
    const bool last = i + 1 == album.tracks.size();
    const auto *next = last ? nullptr : &album.tracks[i + 1];
    if (track.start >= length)
      throw input_failure("Track " + std::to_string(i + 1) +
                          " of the cue sheet begins "
                          "behind the end of " +
                          album.sources[track.source].name + ".");
    track.length = next && next->source == track.source ? next->start - track.start
                                                        : length - track.start;
    if (next && next->source != track.source) track.length += next->start;
  }
}

void measure_files(const std::vector<Found> &all, Album &album) {
  std::vector<Track> tracks;
  for (auto &track : album.tracks) {
    auto *info = all[track.source].info.get();
    add_texts(gst_discoverer_info_get_tags(info), track);
    for (auto &part : tracks_in(info, track, album.sources[track.source].length))
      tracks.push_back(std::move(part));
  }
  album.tracks = std::move(tracks);
}

}  // namespace

void discover(Album &album) {
  const auto all = look_at_all(album.sources);
  check(album.sources, all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto length = gst_discoverer_info_get_duration(all[i].info.get());
    auto &source = album.sources[i];
    source.length =
        GST_CLOCK_TIME_IS_VALID(length) ? static_cast<std::int64_t>(length) : 0;
    source.has_exact_length = source.length > 0 && !is_guessed(all[i].info.get());
  }
  if (album.layout == Layout::sheet)
    measure_sheet(album);
  else
    measure_files(all, album);
  add_disc_texts(all, album);
}

}  // namespace burn_album
