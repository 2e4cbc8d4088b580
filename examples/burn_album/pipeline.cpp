#include "pipeline.hpp"

#include "branch.hpp"
#include "silence.hpp"
#include "sink_settings.hpp"
#include "table_of_contents.hpp"

namespace burn_album {
Pipeline::Pipeline(const Album &album, const Arguments &arguments)
    : pipeline_{GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new("burn-album")))} {
  const bool files = album.layout == Layout::files;
  sink_ = new_element(files ? "redbookalbum" : "redbooksink", "disc");
  gst_bin_add(GST_BIN(pipeline_.get()), sink_);
  apply(arguments, album, sink_);
  if (files)
    add_files(album);
  else
    add_sheet(album);
}

Pipeline::~Pipeline() { stop(); }

GstElement *Pipeline::add_branch(const Source &source, std::size_t number) {
  auto *branch = new_branch(source, number);
  gst_bin_add(GST_BIN(pipeline_.get()), branch);
  const OwnedPad pad{gst_element_get_static_pad(branch, "src")};
  stall_watch_.add(pad.get());
  return branch;
}

// Each source is a track of its own, and they are decoded at the same time.
void Pipeline::add_files(const Album &album) {
  for (std::size_t i = 0; i < album.sources.size(); ++i) {
    auto *branch = add_branch(album.sources[i], i);
    const auto name = "track_" + std::to_string(i + 1);
    const OwnedPad pad{gst_element_request_pad_simple(sink_, name.c_str())};
    gst_element_link_pads(branch, "src", sink_, name.c_str());
  }
}

// The sources are one stream, in which the table of contents counts samples.
void Pipeline::add_sheet(const Album &album) {
  auto *join = new_element("concat");
  gst_bin_add(GST_BIN(pipeline_.get()), join);
  gst_element_link(join, sink_);
  for (std::size_t i = 0; i < album.sources.size(); ++i) {
    auto *branch = add_branch(album.sources[i], i);
    gst_element_link_pads(branch, "src", join, nullptr);
  }
  const OwnedPad joined{gst_element_get_static_pad(join, "src")};
  if (!album.silences.empty()) insert_silence(joined.get(), album.silences);
  gst_toc_setter_set_toc(GST_TOC_SETTER(sink_), table_of_contents(album).get());
}

OwnedBus Pipeline::bus() const { return OwnedBus{gst_element_get_bus(pipeline_.get())}; }

bool Pipeline::pause() {
  return gst_element_set_state(pipeline_.get(), GST_STATE_PAUSED) !=
         GST_STATE_CHANGE_FAILURE;
}

void Pipeline::play() { gst_element_set_state(pipeline_.get(), GST_STATE_PLAYING); }

void Pipeline::stop() { gst_element_set_state(pipeline_.get(), GST_STATE_NULL); }

std::int64_t Pipeline::capacity_blocks() const {
  guint blocks = 0;
  g_object_get(sink_, "total-blocks", &blocks, nullptr);
  return blocks;
}

bool Pipeline::cancel() {
  gint result = 0;
  g_signal_emit_by_name(sink_, "cancel", &result);
  return result == 0;  // GST_REDBOOK_RESULT_OK
}

std::optional<std::size_t> Pipeline::source_of(GstObject *object) const {
  std::size_t number = 0;
  for (auto *at = object; at; at = GST_OBJECT_PARENT(at))
    if (GST_OBJECT_PARENT(at) == GST_OBJECT(pipeline_.get()) &&
        std::sscanf(GST_OBJECT_NAME(at), "source-%zu", &number) == 1)
      return number;
  return {};
}

}  // namespace burn_album
