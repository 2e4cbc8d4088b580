#include "discovery.hpp"

#include <gst/pbutils/pbutils.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "cue_sheet.hpp"
#include "disc/division.hpp"
#include "failure.hpp"
#include "owned.hpp"
#include "sample_count.hpp"

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
      return error ? undecodable(error->message) : "can't be decoded: it may be damaged.";
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

/// What the file is, behind the tags that may lie before it.
std::string kind_of(GstDiscovererInfo *info) {
  std::string kind;
  auto *stream = gst_discoverer_info_get_stream_info(info);
  while (stream) {
    const OwnedCaps caps{gst_discoverer_stream_info_get_caps(stream)};
    kind = caps ? gst_structure_get_name(gst_caps_get_structure(caps.get(), 0)) : "";
    const bool is_tag = kind == "application/x-id3" || kind == "application/x-apetag";
    auto *next = is_tag ? gst_discoverer_stream_info_get_next(stream) : nullptr;
    gst_discoverer_stream_info_unref(stream);
    stream = next;
  }
  return kind;
}

/// Streams without a container and without a count of their samples: their length is
/// guessed from the size of the file.
bool is_guessed(GstDiscovererInfo *info) {
  const auto kind = kind_of(info);
  return kind.empty() || kind == "audio/mpeg" || kind == "audio/x-ac3" ||
         kind == "audio/x-eac3" || kind == "audio/x-dts";
}

/// 0: not known. What is longer than a day is no music, but a mistake of its header.
std::int64_t length_of(GstDiscovererInfo *info) {
  const auto length = gst_discoverer_info_get_duration(info);
  return length <= 24 * 60 * 60 * GST_SECOND ? static_cast<std::int64_t>(length) : 0;
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

std::int64_t disc_samples(std::int64_t time) {
  return static_cast<std::int64_t>(gst_util_uint64_scale_round(
      static_cast<guint64>(time), redbook::samples_per_second, GST_SECOND));
}

redbook::TocTrack toc_track_of(const GstTocEntry *mark) {
  gint64 start = 0;
  gint64 stop = -1;
  gst_toc_entry_get_start_stop_times(mark, &start, &stop);
  redbook::TocTrack track{
      .start = disc_samples(start), .stop = {}, .chapters = {}, .texts = {}};
  if (stop >= 0) track.stop = disc_samples(stop);
  Track texts;
  add_texts(gst_toc_entry_get_tags(mark), texts);
  track.texts.title = texts.texts.title;
  track.texts.performer = texts.texts.performer;
  track.subcode.isrc = texts.isrc;
  return track;
}

std::vector<redbook::TocTrack> toc_tracks_in(GstDiscovererInfo *info) {
  std::vector<redbook::TocTrack> tracks;
  const auto *toc = gst_discoverer_info_get_toc(info);
  if (!toc) return tracks;
  for (const auto *mark : marks_in(gst_toc_get_entries(toc)))
    tracks.push_back(toc_track_of(mark));
  return tracks;
}

/// The table that a file brings makes tracks of it, as redbooksink will: not if it is
/// that of the whole disc, of which the file is one track.
std::vector<Track> tracks_in(GstDiscovererInfo *info, Track whole, std::int64_t length) {
  whole.length = length;
  const auto table = toc_tracks_in(info);
  const redbook::StagedSpan span{0, 0, disc_samples(length), redbook::Lba{0}};
  if (table.empty() || fault_of(table) ||
      fit_of(table, span, span.samples) == redbook::Fit::unrelated)
    return {whole};
  std::vector<Track> tracks;
  std::int64_t start = 0;
  for (const auto &piece : divide(table, span, redbook::Opening::in_track).pieces) {
    const auto blocks = piece.length.count();
    tracks.push_back(
        {.source = whole.source,
         .start = time_of(start),
         .length = time_of(blocks),
         .texts = {.title = piece.texts.title, .performer = piece.texts.performer},
         .isrc = piece.subcode.isrc});
    start += blocks;
  }
  return tracks;
}

void add_disc_texts(const std::vector<Found> &all, Album &album) {
  const auto *tags = gst_discoverer_info_get_tags(all.front().info.get());
  fill(album.texts.title, text_in(tags, GST_TAG_ALBUM));
  fill(album.texts.performer, text_in(tags, GST_TAG_ALBUM_ARTIST));
}

/// The samples of files that count them, at the rate of the disc: the others are counted.
std::int64_t samples_of(GstDiscovererInfo *info, std::int64_t length) {
  constexpr auto disc_rate = static_cast<guint>(redbook::samples_per_second);
  const OwnedStreams streams{gst_discoverer_info_get_audio_streams(info)};
  if (!streams || length == 0) return -1;
  const OwnedCaps caps{
      gst_discoverer_stream_info_get_caps(GST_DISCOVERER_STREAM_INFO(streams->data))};
  const auto kind = kind_of(info);
  const bool is_wave =  // and no MP3 in one
      kind == "audio/x-wav" && caps &&
      gst_structure_has_name(gst_caps_get_structure(caps.get(), 0), "audio/x-raw");
  const auto *audio = GST_DISCOVERER_AUDIO_INFO(streams->data);
  const bool counts = (kind == "audio/x-flac" || is_wave) &&
                      gst_discoverer_audio_info_get_sample_rate(audio) == disc_rate;
  if (!counts) return -1;
  return static_cast<std::int64_t>(
      gst_util_uint64_scale_round(static_cast<guint64>(length), disc_rate, GST_SECOND));
}

/// foobar2000 and others put the sheet of a whole album into a tag of its file.
std::string sheet_inside(GstDiscovererInfo *info) {
  const auto *tags = gst_discoverer_info_get_tags(info);
  const auto count = tags ? gst_tag_list_get_tag_size(tags, GST_TAG_EXTENDED_COMMENT) : 0;
  constexpr std::string_view key = "CUESHEET=";
  for (guint i = 0; i < count; ++i) {
    const gchar *comment = nullptr;
    gst_tag_list_peek_string_index(tags, GST_TAG_EXTENDED_COMMENT, i, &comment);
    if (comment && g_ascii_strncasecmp(comment, key.data(), key.size()) == 0)
      return comment + key.size();
  }
  return {};
}

void take_sheets_inside(const std::vector<Found> &all, Album &album) {
  if (album.layout == Layout::sheet) return;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto text = sheet_inside(all[i].info.get());
    if (text.empty()) continue;
    if (all.size() == 1) return take_sheet_inside(text, album);
    album.remarks.push_back("The cue sheet in " + album.sources[i].name +
                            " is left out, as there are other files beside it.");
  }
}

/// As redbooksink does it, with silence.
void fill_short_tracks(Album &album) {
  for (auto &track : album.tracks)
    track.length = std::max(track.length, time_of(redbook::min_track_length.count()));
}

void measure_files(const std::vector<Found> &all, Album &album) {
  std::vector<Track> tracks;
  for (auto &track : album.tracks) {
    auto *info = all[track.source].info.get();
    add_texts(gst_discoverer_info_get_tags(info), track);
    for (auto &part : tracks_in(info, track, album.sources[track.source].length))
      tracks.push_back(std::move(part));
  }
  if (tracks.size() > redbook::max_tracks)
    throw input_failure("A disc holds " + std::to_string(redbook::max_tracks) +
                        " tracks at most, and there are " +
                        std::to_string(tracks.size()) + ". Nothing was burned.");
  album.tracks = std::move(tracks);
  fill_short_tracks(album);
}

}  // namespace

void discover(Album &album, bool counts_all) {
  const auto all = look_at_all(album.sources);
  check(album.sources, all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto &source = album.sources[i];
    source.length = length_of(all[i].info.get());
    source.has_exact_length = source.length > 0 && !is_guessed(all[i].info.get());
  }
  take_sheets_inside(all, album);
  if (album.layout == Layout::sheet) {
    for (std::size_t i = 0; i < all.size() && !counts_all; ++i)
      album.sources[i].samples = samples_of(all[i].info.get(), album.sources[i].length);
    count_samples(album.sources);
    divide_by_sheet(album);
  } else {
    measure_files(all, album);
  }
  add_disc_texts(all, album);
}

}  // namespace burn_album
