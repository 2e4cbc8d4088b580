// burn_drives FILE DEVICE ...: burns raw audio on all these drives at once and prints, as
// a line of JSON, what the burn cost this process, the player, and the lowest fill of
// each drive's buffer. What redbook-burner costs, it cannot know: see drive_meter.cpp.
#include <gst/gst.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "benchmark/process.hpp"

namespace {

// At the edges of the disc a buffer is being filled or emptied.
constexpr guint edge_blocks = 2000;

struct Burn {
  double begun = 0;
  double ended = 0;
  std::map<std::string, int> lowest_fills;  ///< percent, of each device
};

std::string text_of(const GstStructure *said, const char *field) {
  const char *const text = gst_structure_get_string(said, field);
  return text ? text : "";
}

void note_fill(Burn &burn, const GstStructure *said) {
  guint done = 0;
  guint total = 0;
  gint fill = -1;
  gst_structure_get_uint(said, "completed-blocks", &done);
  gst_structure_get_uint(said, "total-blocks", &total);
  gst_structure_get_int(said, "buffer-fill", &fill);
  if (fill < 0 || done < edge_blocks || done + edge_blocks > total) return;
  auto &lowest =
      burn.lowest_fills.try_emplace(text_of(said, "device"), fill).first->second;
  lowest = std::min(lowest, fill);
}

void note(Burn &burn, const GstStructure *said) {
  const std::string name = gst_structure_get_name(said);
  if (name == "redbook-preparing-burn" && burn.begun == 0) burn.begun = Moment{}.cpu;
  if (name == "redbook-block-progress") note_fill(burn, said);
  if (name == "redbook-burn-complete") burn.ended = Moment{}.cpu;
}

[[noreturn]] void fail_with(GstMessage *message) {
  g_autoptr(GError) error = nullptr;
  gst_message_parse_error(message, &error, nullptr);
  throw std::runtime_error{error->message};
}

/// Whether there is more to come.
bool take(Burn &burn, GstMessage *message) {
  if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) fail_with(message);
  if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ELEMENT)
    note(burn, gst_message_get_structure(message));
  return GST_MESSAGE_TYPE(message) != GST_MESSAGE_EOS;
}

Burn watch(GstElement *pipeline) {
  g_autoptr(GstBus) bus = gst_element_get_bus(pipeline);
  constexpr auto wanted = static_cast<GstMessageType>(
      GST_MESSAGE_ERROR | GST_MESSAGE_ELEMENT | GST_MESSAGE_EOS);
  Burn burn;
  bool more = true;
  while (more) {
    g_autoptr(GstMessage) message =
        gst_bus_timed_pop_filtered(bus, GST_CLOCK_TIME_NONE, wanted);
    more = take(burn, message);
  }
  return burn;
}

GstElement *pipeline_for(const std::string &file, const std::string &devices) {
  g_autoptr(GError) error = nullptr;
  const auto line =
      "filesrc location=\"" + file +
      "\" blocksize=65536 ! rawaudioparse ! redbooksink settle-time=0 devices=\"<" +
      devices + ">\"";
  GstElement *const pipeline = gst_parse_launch(line.c_str(), &error);
  if (!pipeline || error) throw std::runtime_error{error->message};
  return pipeline;
}

Burn burn(const std::string &file, const std::string &devices) {
  g_autoptr(GstElement) pipeline = pipeline_for(file, devices);
  gst_element_set_state(pipeline, GST_STATE_PLAYING);
  auto burned = watch(pipeline);
  gst_element_set_state(pipeline, GST_STATE_NULL);
  return burned;
}

}  // namespace

int main(int argc, char *argv[]) try {
  gst_init(&argc, &argv);
  if (argc < 3) throw std::invalid_argument{"FILE DEVICE ..."};
  std::string devices = argv[2];
  for (int i = 3; i < argc; ++i) devices += std::string{","} + argv[i];
  const auto burned = burn(argv[1], devices);
  const nlohmann::json said{{"cpu", burned.ended - burned.begun},
                            {"lowest_fills", burned.lowest_fills}};
  g_print("%s\n", said.dump().c_str());
  return 0;
} catch (const std::exception &error) {
  g_printerr("burn_drives: %s\n", error.what());
  return 1;
}
