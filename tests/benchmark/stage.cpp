// stage TRACKS SECONDS SAMPLES SINK: feeds a sink, or a launch line that ends in one,
// with noise: tracks of so many seconds, buffers of so many samples. Prints a line of
// JSON: seconds and processor seconds of staging and of what comes after the end, peak
// KiB, and after each hour of audio the memory and the descriptors of the process. The
// benchmarks beside it make tables of that. Buffers are pushed on the thread that
// measures, so that what is read after an hour of audio is read exactly there.
#include <gst/gst.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "benchmark/process.hpp"

namespace {

constexpr std::size_t bytes_per_sample = 4;
constexpr std::uint64_t samples_per_second = 44100;
constexpr std::uint64_t samples_per_reading = 600 * samples_per_second;
// Stays in the core's second cache, as what a decoder just wrote does.
constexpr std::size_t audio_bytes = std::size_t{512} * 1024;

struct Settings {
  std::uint64_t tracks;
  std::uint64_t samples_per_track;
  std::uint64_t samples_per_buffer;
  std::string sink;
};

std::vector<std::int16_t> noise() {
  constexpr double loud = 3000;
  std::mt19937 random{1};
  std::normal_distribution<> spread{0, loud};
  std::vector<std::int16_t> audio(audio_bytes / sizeof(std::int16_t));
  for (auto &value : audio)
    value = static_cast<std::int16_t>(std::lround(spread(random)));
  return audio;
}

/// A pipeline of the sink, without a source.
class Pipeline {
 public:
  explicit Pipeline(const std::string &line) : pipeline_{gst_pipeline_new(nullptr)} {
    g_autoptr(GError) error = nullptr;
    auto *const sink = gst_parse_bin_from_description(line.c_str(), FALSE, &error);
    if (!sink || error) throw std::runtime_error{error->message};
    gst_bin_add(GST_BIN(pipeline_), sink);
    entry_ = gst_bin_find_unlinked_pad(GST_BIN(sink), GST_PAD_SINK);
    if (!entry_) throw std::runtime_error{"nothing to feed: " + line};
    g_autoptr(GstBus) bus = gst_element_get_bus(pipeline_);
    gst_bus_set_sync_handler(bus, take, this, nullptr);
    gst_element_set_state(pipeline_, GST_STATE_PLAYING);
  }
  ~Pipeline() {
    gst_element_set_state(pipeline_, GST_STATE_NULL);
    gst_object_unref(entry_);
    gst_object_unref(pipeline_);
  }
  Pipeline(const Pipeline &) = delete;
  Pipeline &operator=(const Pipeline &) = delete;

  GstPad *entry() const { return entry_; }
  bool failed() const { return failed_; }

 private:
  /// Messages are dropped at once, or they would count as memory.
  static GstBusSyncReply take(GstBus *, GstMessage *message, gpointer self) {
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) tell(message, self);
    gst_message_unref(message);
    return GST_BUS_DROP;
  }
  static void tell(GstMessage *message, gpointer self) {
    g_autoptr(GError) error = nullptr;
    gst_message_parse_error(message, &error, nullptr);
    g_printerr("stage: %s\n", error->message);
    static_cast<Pipeline *>(self)->failed_ = true;
  }

  GstElement *pipeline_;
  GstPad *entry_ = nullptr;
  std::atomic<bool> failed_{false};  // told on any thread
};

/// A pad that plays a source.
class Source {
 public:
  explicit Source(GstPad *entry) : pad_{gst_pad_new("src", GST_PAD_SRC)} {
    gst_pad_set_active(pad_, TRUE);
    gst_pad_link_full(pad_, entry, GST_PAD_LINK_CHECK_NOTHING);
  }
  ~Source() { gst_object_unref(pad_); }
  Source(const Source &) = delete;
  Source &operator=(const Source &) = delete;

  void begin_track(std::uint64_t number) {
    const auto name = "track-" + std::to_string(number);
    auto *const start = gst_event_new_stream_start(name.c_str());
    gst_event_set_group_id(start, gst_util_group_id_next());
    gst_pad_push_event(pad_, start);
    g_autoptr(GstCaps) caps = gst_caps_from_string(
        "audio/x-raw,format=S16LE,rate=44100,channels=2,layout=interleaved");
    gst_pad_push_event(pad_, gst_event_new_caps(caps));
    GstSegment segment;
    gst_segment_init(&segment, GST_FORMAT_TIME);
    gst_pad_push_event(pad_, gst_event_new_segment(&segment));
  }

  void push(std::uint64_t samples) {
    const auto bytes = samples * bytes_per_sample;
    if (at_ + bytes > audio_bytes) at_ = 0;
    auto *const buffer = gst_buffer_new_allocate(nullptr, bytes, nullptr);
    gst_buffer_fill(buffer, 0, reinterpret_cast<const char *>(audio_.data()) + at_,
                    bytes);
    at_ += bytes;
    if (gst_pad_push(pad_, buffer) != GST_FLOW_OK) throw std::runtime_error{"not taken"};
  }

  void end() { gst_pad_push_event(pad_, gst_event_new_eos()); }

 private:
  GstPad *pad_;
  std::vector<std::int16_t> audio_ = noise();
  std::size_t at_ = 0;
};

/// What the process holds, every ten minutes of audio.
class Readings {
 public:
  void passed(std::uint64_t samples) {
    samples_ += samples;
    if (samples_ < (rows_.size() + 1) * samples_per_reading) return;
    rows_.push_back({{"rss_kib", status_kib("VmRSS")},
                     {"peak_kib", status_kib("VmHWM")},
                     {"descriptors", descriptors()}});
  }
  const nlohmann::json::array_t &rows() const { return rows_; }

 private:
  std::uint64_t samples_ = 0;
  nlohmann::json::array_t rows_;
};

Readings feed(Source &source, const Settings &settings) {
  Readings readings;
  for (std::uint64_t track = 0; track < settings.tracks; ++track) {
    source.begin_track(track + 1);
    for (auto left = settings.samples_per_track; left > 0;) {
      const auto samples = std::min(left, settings.samples_per_buffer);
      source.push(samples);
      readings.passed(samples);
      left -= samples;
    }
  }
  return readings;
}

nlohmann::json stage(const Settings &settings) {
  Pipeline pipeline{settings.sink};
  Source source{pipeline.entry()};
  const Moment begin;
  const auto readings = feed(source, settings);
  const Moment fed;
  source.end();
  const Moment ended;
  if (pipeline.failed()) throw std::runtime_error{"the sink failed"};
  return {{"wall", fed.wall - begin.wall},     {"cpu", fed.cpu - begin.cpu},
          {"end_wall", ended.wall - fed.wall}, {"end_cpu", ended.cpu - fed.cpu},
          {"peak_kib", status_kib("VmHWM")},   {"readings", readings.rows()}};
}

}  // namespace

int main(int argc, char *argv[]) try {
  gst_init(&argc, &argv);
  if (argc != 5) throw std::invalid_argument{"TRACKS SECONDS SAMPLES SINK"};
  const Settings settings{std::stoull(argv[1]), std::stoull(argv[2]) * samples_per_second,
                          std::stoull(argv[3]), argv[4]};
  g_print("%s\n", stage(settings).dump().c_str());
  return 0;
} catch (const std::exception &error) {
  g_printerr("stage: %s\n", error.what());
  return 1;
}
