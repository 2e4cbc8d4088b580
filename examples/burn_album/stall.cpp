#include "stall.hpp"

#include <algorithm>

namespace burn_album {
namespace {

/// Longer than disks take to wake up.
constexpr int patience_ticks = 20;

}  // namespace

void StallWatch::add(GstPad *pad) {
  sources_.push_back(std::make_unique<Source>());
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_DATA_DOWNSTREAM, count,
                    new Watched{this, sources_.back().get()},
                    [](gpointer watched) { delete static_cast<Watched *>(watched); });
}

GstPadProbeReturn StallWatch::count(GstPad *, GstPadProbeInfo *info, gpointer watched) {
  const auto &[watch, source] = *static_cast<Watched *>(watched);
  ++watch->pieces_;
  const bool is_event =
      (GST_PAD_PROBE_INFO_TYPE(info) & GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM) != 0;
  if (is_event && GST_EVENT_TYPE(GST_PAD_PROBE_INFO_EVENT(info)) == GST_EVENT_EOS)
    source->has_ended = true;
  return GST_PAD_PROBE_OK;
}

std::optional<std::size_t> StallWatch::tick() {
  const auto pieces = pieces_.load();
  silent_ticks_ = pieces == seen_pieces_ ? silent_ticks_ + 1 : 0;
  seen_pieces_ = pieces;
  const auto waiting = std::ranges::find_if(
      sources_, [](const auto &source) { return !source->has_ended; });
  if (waiting == sources_.end() || silent_ticks_ < patience_ticks) return {};
  return static_cast<std::size_t>(waiting - sources_.begin());
}

}  // namespace burn_album
