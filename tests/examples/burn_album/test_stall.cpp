// When burn-album says that the music does not go on, and of which file.
#include "../suite.hpp"
#include "stall.hpp"

using namespace burn_album;

namespace {

constexpr int patience = 20;

/// A pad that a source pushes into.
class Branch {
 public:
  explicit Branch(StallWatch &watch)
      : source_{gst_pad_new("src", GST_PAD_SRC)},
        sink_{gst_pad_new("sink", GST_PAD_SINK)} {
    const auto take = [](GstPad *, GstObject *, GstBuffer *buffer) {
      gst_buffer_unref(buffer);
      return GST_FLOW_OK;
    };
    gst_pad_set_chain_function(sink_, +take);
    watch.add(source_);
    gst_pad_set_active(source_, TRUE);
    gst_pad_set_active(sink_, TRUE);
    gst_pad_link(source_, sink_);
    GstSegment segment;
    gst_segment_init(&segment, GST_FORMAT_TIME);
    gst_pad_push_event(source_, gst_event_new_stream_start("music"));
    gst_pad_push_event(source_, gst_event_new_segment(&segment));
  }
  ~Branch() {
    gst_object_unref(source_);
    gst_object_unref(sink_);
  }
  Branch(const Branch &) = delete;
  Branch &operator=(const Branch &) = delete;

  void bring() { gst_pad_push(source_, gst_buffer_new()); }
  void end() { gst_pad_push_event(source_, gst_event_new_eos()); }

 private:
  GstPad *source_;
  GstPad *sink_;
};

/// What is said after so many seconds; the number of the source, or -1.
int said_after(int seconds, StallWatch &watch) {
  std::optional<std::size_t> said;
  for (int i = 0; i < seconds && !said; ++i) said = watch.tick();
  return said ? static_cast<int>(*said) : -1;
}

}  // namespace

REDBOOK_TEST(test_first_source_that_has_not_ended_is_named) {
  gst_init(nullptr, nullptr);
  StallWatch watch;
  Branch first{watch};
  Branch second{watch};
  first.end();
  second.bring();

  ck_assert_int_eq(said_after(patience, watch), -1);
  ck_assert_int_eq(said_after(1, watch), 1);
}

REDBOOK_TEST(test_nothing_is_said_while_any_source_brings_music) {
  gst_init(nullptr, nullptr);
  StallWatch watch;
  Branch first{watch};
  Branch second{watch};

  for (int i = 0; i < 5; ++i) {
    ck_assert_int_eq(said_after(patience - 1, watch), -1);
    second.bring();
  }
}

REDBOOK_TEST(test_nothing_is_said_when_all_have_ended) {
  gst_init(nullptr, nullptr);
  StallWatch watch;
  Branch only{watch};
  only.end();

  ck_assert_int_eq(said_after(10 * patience, watch), -1);
}

REDBOOK_TEST(test_waiting_for_a_disc_is_excused) {
  gst_init(nullptr, nullptr);
  StallWatch watch;
  Branch only{watch};

  for (int i = 0; i < 5; ++i) {
    ck_assert_int_eq(said_after(patience - 1, watch), -1);
    watch.excuse();
  }
}
