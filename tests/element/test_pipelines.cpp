#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const std::string raw_caps =
    "audio/x-raw,format=S16LE,rate=44100,channels=2,layout=interleaved";

/// A pipeline of GStreamer's core elements, from a launch line without the sink.
class Pipeline {
 public:
  explicit Pipeline(const std::string &line) {
    auto *core = gst_plugin_load_file(CORE_PLUGINS "/libgstcoreelements.so", nullptr);
    fail_unless(core != nullptr);
    gst_object_unref(core);
    pipeline_ = gst_parse_launch(
        (line + " redbooksink name=sink settle-time=0 location=" + image()).c_str(),
        nullptr);
    fail_unless(pipeline_ != nullptr);
  }
  ~Pipeline() {
    gst_element_set_state(pipeline_, GST_STATE_NULL);
    gst_object_unref(pipeline_);
  }

  std::string image() const { return (folder / "album.cue").string(); }

  /// Plays to the end, or to the first error; which of them it was.
  GstMessageType run() {
    gst_element_set_state(pipeline_, GST_STATE_PLAYING);
    auto *bus = gst_element_get_bus(pipeline_);
    auto *message = gst_bus_timed_pop_filtered(
        bus, GST_CLOCK_TIME_NONE, GstMessageType(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
    const auto type = GST_MESSAGE_TYPE(message);
    gst_message_unref(message);
    gst_object_unref(bus);
    return type;
  }
  void set(const char *property, const char *value) {
    auto *sink = gst_bin_get_by_name(GST_BIN(pipeline_), "sink");
    gst_util_set_object_arg(G_OBJECT(sink), property, value);
    gst_object_unref(sink);
  }
  GstElement *get() const { return pipeline_; }

  TempDir folder;

 private:
  GstElement *pipeline_;
};

std::string source(const std::filesystem::path &file, int block_size) {
  return " filesrc location=" + file.string() +
         " blocksize=" + std::to_string(block_size) + " ! " + raw_caps + " ! c.";
}

}  // namespace

REDBOOK_TEST(test_concatenated_files_become_tracks_without_losing_a_sample) {
  const TempDir music;
  write_file(music / "a", text_of(counting_audio(300 * bytes_per_block + 4)));
  write_file(music / "b", text_of(counting_audio(300 * bytes_per_block, 300 * 588 + 1)));
  Pipeline pipeline{"concat name=c" + source(music / "a", 4097) +
                    source(music / "b", 3001) + " c. ! "};
  pipeline.set("gapless", "true");

  fail_unless_equals_int(pipeline.run(), GST_MESSAGE_EOS);

  assert_text(sheet_tied_to(pipeline.folder / "album.bin", pipeline.folder / "album.cue"),
              plain_cue({0, 300}));
  assert_audio(contents(pipeline.folder / "album.bin"),
               {counting_audio(600 * bytes_per_block + 4), silence(587 * 4)});
}

REDBOOK_TEST(test_error_upstream_and_its_end_of_music_burn_nothing) {
  const TempDir music;
  write_file(music / "a", text_of(counting_audio(Blocks{600})));
  Pipeline pipeline{"filesrc location=" + (music / "a").string() + " ! " + raw_caps +
                    " ! identity error-after=20 ! "};
  pipeline.set("settle-time", "3600000000000");

  fail_unless_equals_int(pipeline.run(), GST_MESSAGE_ERROR);
  gst_element_set_state(pipeline.get(), GST_STATE_NULL);

  assert_text(pipeline.folder.names(), "");
}

REDBOOK_TEST(test_nothing_is_left_of_a_pipeline) {
  const TempDir music;
  write_file(music / "a", text_of(counting_audio(Blocks{300})));
  Pipeline pipeline{"filesrc location=" + (music / "a").string() + " ! " + raw_caps +
                    " ! "};
  fail_unless_equals_int(pipeline.run(), GST_MESSAGE_EOS);
  auto *sink = gst_bin_get_by_name(GST_BIN(pipeline.get()), "sink");

  gst_element_set_state(pipeline.get(), GST_STATE_NULL);
  gst_bin_remove(GST_BIN(pipeline.get()), sink);
  gst_element_set_state(sink, GST_STATE_NULL);

  ASSERT_OBJECT_REFCOUNT(sink, "sink", 1);
  gst_object_unref(sink);
}
