#include "silence.hpp"

#include <gst/audio/audio.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

#include "owned.hpp"
#include "sound_clip.hpp"
#include "units.hpp"

namespace burn_album {
namespace {

using redbook::bytes_per_sample;

/// Sees the buffers of one pad. Its streaming thread alone uses it.
class SilenceInserter {
 public:
  SilenceInserter(GstPad *pad, std::vector<Silence> silences)
      : pad_{pad}, silences_{std::move(silences)} {}

  GstPadProbeReturn see(GstPadProbeInfo *info) {
    if (is_pushing_) return GST_PAD_PROBE_OK;
    auto *buffer = clipped(pad_, GST_PAD_PROBE_INFO_BUFFER(info));
    GST_PAD_PROBE_INFO_DATA(info) = nullptr;
    GST_PAD_PROBE_INFO_FLOW_RETURN(info) = buffer ? pass(buffer) : GST_FLOW_OK;
    return GST_PAD_PROBE_HANDLED;
  }

 private:
  // Behind the last sample at once, since nothing may follow the end of the stream.
  GstFlowReturn pass(GstBuffer *buffer) {
    std::int64_t done = 0;
    const auto samples = samples_in(buffer);
    auto flow = GST_FLOW_OK;
    while (flow == GST_FLOW_OK && done < samples) {
      flow = push_all_due();
      const auto due = next_ < silences_.size() ? silences_[next_].before - at_ : samples;
      const auto part = std::min(samples - done, due);
      if (flow == GST_FLOW_OK) flow = push(part_of(buffer, done, part));
      done += part;
      at_ += part;
    }
    gst_buffer_unref(buffer);
    return flow == GST_FLOW_OK ? push_all_due() : flow;
  }

  static std::int64_t samples_in(GstBuffer *buffer) {
    return static_cast<std::int64_t>(gst_buffer_get_size(buffer)) / bytes_per_sample;
  }

  static GstBuffer *part_of(GstBuffer *buffer, std::int64_t first, std::int64_t samples) {
    return gst_buffer_copy_region(buffer, GST_BUFFER_COPY_MEMORY,
                                  static_cast<gsize>(first * bytes_per_sample),
                                  static_cast<gsize>(samples * bytes_per_sample));
  }

  GstFlowReturn push_all_due() {
    auto flow = GST_FLOW_OK;
    for (; flow == GST_FLOW_OK && next_ < silences_.size() &&
           silences_[next_].before <= at_;
         ++next_)
      flow = push_silence(silences_[next_].samples);
    return flow;
  }

  GstFlowReturn push_silence(std::int64_t samples) {
    constexpr std::int64_t max_at_once = redbook::samples_per_second;
    auto flow = GST_FLOW_OK;
    while (samples > 0 && flow == GST_FLOW_OK) {
      const auto some = std::min(samples, max_at_once);
      const auto bytes = static_cast<gsize>(some * bytes_per_sample);
      auto *buffer = gst_buffer_new_allocate(nullptr, bytes, nullptr);
      gst_buffer_memset(buffer, 0, 0, bytes);
      flow = push(buffer);
      samples -= some;
    }
    return flow;
  }

  GstFlowReturn push(GstBuffer *buffer) {
    is_pushing_ = true;
    const auto flow = gst_pad_push(pad_, buffer);
    is_pushing_ = false;
    return flow;
  }

  GstPad *pad_;
  std::vector<Silence> silences_;
  std::size_t next_ = 0;
  std::int64_t at_ = 0;  // samples that came
  bool is_pushing_ = false;
};

}  // namespace

void insert_silence(GstPad *pad, std::vector<Silence> silences) {
  const auto see = [](GstPad *, GstPadProbeInfo *info, gpointer inserter) {
    return static_cast<SilenceInserter *>(inserter)->see(info);
  };
  const auto forget = [](gpointer inserter) {
    std::default_delete<SilenceInserter>{}(static_cast<SilenceInserter *>(inserter));
  };
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, see,
                    std::make_unique<SilenceInserter>(pad, std::move(silences)).release(),
                    forget);
}

}  // namespace burn_album
