// What the messages of a burn become in the words of the player.
#include "burn_story.hpp"
#include "handles.hpp"
#include "suite.hpp"

using namespace player;

namespace {

constexpr std::int64_t second = nanoseconds_per_second;

const BurnOrder on_drive{.songs = {{.duration = 60 * second}, {.duration = 40 * second}},
                         .device = "/dev/sr0"};
const BurnOrder into_image{.songs = {{.duration = 60 * second}},
                           .location = "/music/album.cue"};

/// A story, and what it was last told.
class Told {
 public:
  explicit Told(const BurnOrder &order) : story_{order} { gst_init(nullptr, nullptr); }

  /// The news in a message, as words; takes it over.
  std::string hear(GstMessage *message) {
    const auto news = story_.hear(message);
    gst_message_unref(message);
    if (!news) return "nothing";
    return std::string{name_of(news->stage)} + " " +
           std::to_string(static_cast<int>(news->fraction * 100)) + ": " + news->words +
           (news->advice.empty() ? "" : " [" + news->advice + "]");
  }
  std::string hear(const char *structure) {
    return hear(
        gst_message_new_element(nullptr, gst_structure_from_string(structure, nullptr)));
  }
  std::string hear_error(GQuark domain, int code, GstStructure *details = nullptr) {
    const OwnedError error{g_error_new_literal(domain, code, "It went wrong.")};
    return hear(gst_message_new_error_with_details(nullptr, error.get(), "", details));
  }

 private:
  BurnStory story_;
};

constexpr const char *prepared = "redbook-preparing-burn, total-tracks=(uint)2";

}  // namespace

REDBOOK_TEST(test_staging_is_told_in_parts_of_the_whole_disc) {
  Told told{on_drive};

  assert_text(
      told.hear("redbook-add-progress, track=(uint)1, completed-steps=(uint)2250, "
                "total-steps=(uint)0"),
      "staging 30: Preparing track 1 of 2 …");
  assert_text(told.hear("redbook-track-staged, track=(uint)1, blocks=(uint)4500"),
              "staging 60: Preparing track 1 of 2 …");
  assert_text(
      told.hear("redbook-add-progress, track=(uint)2, completed-steps=(uint)1500, "
                "total-steps=(uint)3000"),
      "staging 80: Preparing track 2 of 2 …");
}

REDBOOK_TEST(test_burn_is_told_to_its_end) {
  Told told{on_drive};

  assert_text(told.hear("redbook-insert-disc, reason=(string)blank, text=(string)\"\""),
              "waiting 0: Insert a blank CD-R or CD-RW.");
  assert_text(told.hear(prepared), "nothing");
  assert_text(told.hear("redbook-block-progress, completed-blocks=(uint)1875, "
                        "total-blocks=(uint)7500, track=(uint)1, remaining=(double)75"),
              "burning 25: Burning track 1 of 2, 1:15 left");
  assert_text(told.hear("redbook-closing-disc"), "burning 100: Closing the disc …");
  assert_text(told.hear("redbook-verify-progress, completed-blocks=(uint)750, "
                        "total-blocks=(uint)7500"),
              "verifying 10: Reading the disc back …");
  assert_text(told.hear(gst_message_new_eos(nullptr)),
              "done 100: The disc in /dev/sr0 is burned: 2 tracks, 1:40. It was read "
              "back, and every sample is right.");
  assert_text(told.hear(called_off_message(nullptr)), "nothing");
}

REDBOOK_TEST(test_warnings_are_told_at_the_end) {
  Told told{into_image};
  const OwnedError odd{g_error_new_literal(GST_STREAM_ERROR, GST_STREAM_ERROR_FAILED,
                                           "Track 1 has an odd ISRC.")};

  assert_text(told.hear(gst_message_new_warning(nullptr, odd.get(), "")), "nothing");

  assert_text(told.hear(gst_message_new_eos(nullptr)),
              "done 100: The disc image is made: /music/album.cue (1 track, 1:00). "
              "[Track 1 has an odd ISRC.]");
}

REDBOOK_TEST(test_fate_of_the_disc_is_told_when_called_off) {
  Told before{on_drive};
  Told amid{on_drive};
  Told image{into_image};
  amid.hear(prepared);
  image.hear(prepared);

  const std::string nothing = "cancelled 0: The burn was called off. Nothing was made.";
  assert_text(before.hear(called_off_message(nullptr)), nothing);
  assert_text(image.hear(called_off_message(nullptr)), nothing);
  assert_text(
      amid.hear(called_off_message(nullptr)),
      "cancelled 0: The burn was called off. The disc in the drive is incomplete: "
      "take another one.");
}

REDBOOK_TEST(test_errors_come_with_what_to_do) {
  Told busy{on_drive};
  Told spoilt{on_drive};
  Told kept{into_image};
  auto *stash = gst_structure_new("redbook-error", "stash", G_TYPE_STRING,
                                  "/music/stash-1", nullptr);

  assert_text(
      busy.hear_error(GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY),
      "failed 0: It went wrong. [Close the programs that use the drive, then burn "
      "again.]");
  assert_text(spoilt.hear_error(GST_STREAM_ERROR, GST_STREAM_ERROR_FORMAT),
              "failed 0: It went wrong.");
  assert_text(
      kept.hear_error(GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NO_SPACE_LEFT, stash),
      "failed 0: It went wrong. [Take songs out of the list until nothing of the bar "
      "is red, or make room on the hard disk.\nThe music was kept. This makes the "
      "disc of it, too: redbook-burner --export /music/stash-1 NEW.cue]");
}
