#include "sample_count.hpp"

#include <gst/audio/audio.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "branch.hpp"
#include "failure.hpp"
#include "owned.hpp"
#include "sound_clip.hpp"
#include "units.hpp"

namespace burn_album {
namespace {

/// A pipeline that decodes one source as the disc will have it, and throws it away.
class Count {
 public:
  explicit Count(const Source &source)
      : pipeline_{GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new("count")))},
        name_{source.name} {
    auto *branch = new_branch(source, 0);
    auto *filter = new_element("capsfilter");
    auto *sink = new_element("fakesink");
    const OwnedCaps disc{gst_caps_from_string(
        "audio/x-raw,format=S16LE,rate=44100,channels=2,layout=interleaved")};
    g_object_set(filter, "caps", disc.get(), nullptr);
    gst_bin_add_many(GST_BIN(pipeline_.get()), branch, filter, sink, nullptr);
    gst_element_link_many(branch, filter, sink, nullptr);
    const OwnedPad pad{gst_element_get_static_pad(filter, "src")};
    gst_pad_add_probe(pad.get(), GST_PAD_PROBE_TYPE_BUFFER, add, &samples_, nullptr);
  }
  ~Count() { gst_element_set_state(pipeline_.get(), GST_STATE_NULL); }
  Count(const Count &) = delete;
  Count &operator=(const Count &) = delete;

  /// Throws Failure.
  std::int64_t samples() {
    gst_element_set_state(pipeline_.get(), GST_STATE_PLAYING);
    const OwnedBus bus{gst_element_get_bus(pipeline_.get())};
    std::int64_t before = -1;
    for (;;) {
      const OwnedMessage message{gst_bus_timed_pop_filtered(
          bus.get(), patience, GstMessageType(GST_MESSAGE_EOS | GST_MESSAGE_ERROR))};
      if (message) return samples_at(message.get());
      if (samples_ == before)
        throw input_failure(name_ + " brings no more sound, and does not end.");
      before = samples_;
    }
  }

 private:
  static constexpr GstClockTime patience = 20 * GST_SECOND;

  static GstPadProbeReturn add(GstPad *pad, GstPadProbeInfo *info, gpointer samples) {
    auto *buffer = clipped(pad, gst_buffer_ref(GST_PAD_PROBE_INFO_BUFFER(info)));
    if (!buffer) return GST_PAD_PROBE_OK;
    *static_cast<std::atomic<std::int64_t> *>(samples) +=
        static_cast<std::int64_t>(gst_buffer_get_size(buffer)) /
        redbook::bytes_per_sample;
    gst_buffer_unref(buffer);
    return GST_PAD_PROBE_OK;
  }

  std::int64_t samples_at(GstMessage *end) const {
    if (GST_MESSAGE_TYPE(end) == GST_MESSAGE_EOS) return samples_;
    GError *error = nullptr;
    gst_message_parse_error(end, &error, nullptr);
    const OwnedError owned{error};
    throw input_failure(name_ + " " + undecodable(error->message));
  }

  OwnedElement pipeline_;
  std::string name_;
  std::atomic<std::int64_t> samples_ = 0;  // the streaming thread counts
};

/// Empty: it went well.
std::string count(Source &source) {
  try {
    source.samples = Count{source}.samples();
    return {};
  } catch (const Failure &failure) {
    return failure.what();
  }
}

}  // namespace

void count_samples(std::vector<Source> &sources) {
  std::vector<std::string> faults(sources.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (auto i = next++; i < sources.size(); i = next++)
      if (sources[i].samples < 0) faults[i] = count(sources[i]);
  };
  {
    std::vector<std::jthread> threads;
    const auto most = std::min<std::size_t>(g_get_num_processors(), sources.size());
    for (std::size_t i = 0; i < most; ++i) threads.emplace_back(work);
  }
  std::string all;
  for (const auto &fault : faults)
    if (!fault.empty()) all += fault + '\n';
  if (!all.empty()) throw input_failure(all + "Nothing was burned.");
}

}  // namespace burn_album
