#include "bus/structures.hpp"
#include "sink/property.hpp"

namespace redbook {
namespace {

template <typename Count>
Property counter(const char *name, const char *blurb, Count count) {
  return {g_param_spec_uint(name, name, blurb, 0, G_MAXUINT, 0, reading), nullptr,
          [count](const Sink &sink, GValue *value) {
            const auto recording = sink.recording();
            const auto counters =
                recording ? recording->counters() : Recording::Counters{};
            g_value_set_uint(value, static_cast<guint>(count(counters)));
          }};
}

Property block_size() {
  constexpr auto bytes = static_cast<guint>(DiscMaster::audio_block_size());
  return {
      g_param_spec_uint("block-size", "block-size", "Bytes in one block of audio, 1/75 s",
                        bytes, bytes, bytes, reading),
      nullptr, [](const Sink &, GValue *value) { g_value_set_uint(value, bytes); }};
}

Property findings() {
  return {
      gst_param_spec_array(
          "findings", "findings",
          "What there was to say of the disc when it was looked at as a whole: structures redbook-finding with name, severity, track, sentence, action, code",
          g_param_spec_boxed("finding", "finding", "One finding", GST_TYPE_STRUCTURE,
                             reading),
          reading),
      nullptr, [](const Sink &sink, GValue *value) {
        const auto recording = sink.recording();
        if (!recording) return;
        for (const auto &finding : recording->findings())
          append(value, structure_of(finding));
      }};
}

using Counters = Recording::Counters;

Property toc() {
  return {
      g_param_spec_boxed(
          "toc", "toc",
          "The table of contents that the disc will have, as far as it is staged: a GstToc of the closed tracks, times from LBA 0",
          GST_TYPE_TOC, reading),
      nullptr, [](const Sink &sink, GValue *value) {
        const auto recording = sink.recording();
        g_value_take_boxed(value, recording ? recording->toc().release() : nullptr);
      }};
}

}  // namespace

Properties state_properties() {
  return {
      findings(),
      toc(),
      block_size(),
      counter("total-blocks", "Blocks that a disc holds, gaps included. 0 below PAUSED",
              [](const Counters &c) { return c.total.count(); }),
      counter("used-blocks",
              "Blocks staged so far, gaps included; with on-full=next-disc of all discs",
              [](const Counters &c) { return c.used.count(); }),
      counter(
          "available-blocks",
          "Blocks that the open track can still take, or that the next track could have; with on-full=next-disc on the disc that is filled just now",
          [](const Counters &c) { return c.available.count(); }),
      counter("total-tracks", "Tracks staged so far, the open one included",
              [](const Counters &c) { return c.tracks; }),
  };
}

}  // namespace redbook
