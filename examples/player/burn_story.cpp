#include "burn_story.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "burn_advice.hpp"
#include "burn_pipeline.hpp"
#include "handles.hpp"
#include "playlist.hpp"

namespace player {
namespace {

constexpr const char *called_off = "called-off";

std::int64_t count_in(const GstStructure *structure, const char *field) {
  guint count = 0;
  gst_structure_get_uint(structure, field, &count);
  return count;
}

double part(std::int64_t completed, std::int64_t total) {
  return total > 0
             ? std::clamp(static_cast<double>(completed) / static_cast<double>(total),
                          0.0, 1.0)
             : 0;
}

std::string tracks(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " track" : " tracks");
}

std::string time_left(const GstStructure *structure) {
  double seconds = -1;
  gst_structure_get_double(structure, "remaining", &seconds);
  if (seconds < 1) return "";
  return ", " + minutes(static_cast<std::int64_t>(seconds) * nanoseconds_per_second) +
         " left";
}

BurnNews waiting(const GstStructure *structure) {
  const auto *why = gst_structure_get_string(structure, "text");
  return {.stage = BurnStage::waiting,
          .words = why && *why ? why : "Insert a blank CD-R or CD-RW."};
}

BurnNews verifying(const GstStructure *structure) {
  return {.stage = BurnStage::verifying,
          .fraction = part(count_in(structure, "completed-blocks"),
                           count_in(structure, "total-blocks")),
          .words = "Reading the disc back …"};
}

std::int64_t blocks_of(const std::vector<Song> &songs) {
  return std::accumulate(
      songs.begin(), songs.end(), std::int64_t{0},
      [](std::int64_t sum, const Song &song) { return sum + song.blocks(); });
}

}  // namespace

const char *name_of(BurnStage stage) {
  switch (stage) {
    case BurnStage::staging: return "staging";
    case BurnStage::waiting: return "waiting";
    case BurnStage::burning: return "burning";
    case BurnStage::verifying: return "verifying";
    case BurnStage::done: return "done";
    case BurnStage::cancelled: return "cancelled";
    case BurnStage::failed: break;
  }
  return "failed";
}

GstMessage *called_off_message(GstElement *pipeline) {
  return gst_message_new_application(GST_OBJECT(pipeline),
                                     gst_structure_new_empty(called_off));
}

BurnStory::BurnStory(const BurnOrder &order)
    : device_{order.device},
      location_{order.location},
      tracks_{order.songs.size()},
      expected_blocks_{blocks_of(order.songs)} {}

std::optional<BurnNews> BurnStory::hear(GstMessage *message) {
  if (is_over_) return std::nullopt;
  auto news = news_in(message);
  is_over_ = news && is_over(news->stage);
  return news;
}

std::optional<BurnNews> BurnStory::news_in(GstMessage *message) {
  switch (GST_MESSAGE_TYPE(message)) {
    case GST_MESSAGE_ELEMENT:
    case GST_MESSAGE_APPLICATION: return news_in(gst_message_get_structure(message));
    case GST_MESSAGE_WARNING: note(message); return std::nullopt;
    case GST_MESSAGE_ERROR: return failed(message);
    case GST_MESSAGE_EOS: return done();
    default: return std::nullopt;
  }
}

std::optional<BurnNews> BurnStory::news_in(const GstStructure *structure) {
  const std::string_view name = gst_structure_get_name(structure);
  if (name == "redbook-add-progress" || name == "redbook-track-staged")
    return staging(structure);
  if (name == "redbook-insert-disc") return waiting(structure);
  has_begun_ = has_begun_ || name == "redbook-preparing-burn";
  was_read_back_ = was_read_back_ || name == "redbook-verify-progress";
  if (name == "redbook-block-progress") return burning(structure);
  if (name == "redbook-closing-disc")
    return BurnNews{BurnStage::burning, 1, "Closing the disc …", ""};
  if (name == "redbook-verify-progress") return verifying(structure);
  if (name == called_off) return cancelled();
  return std::nullopt;
}

// Of a track on its way the steps are blocks; of one that is staged all blocks count.
BurnNews BurnStory::staging(const GstStructure *structure) {
  staged_blocks_ += count_in(structure, "blocks");
  const auto staged = staged_blocks_ + count_in(structure, "completed-steps");
  return {.stage = BurnStage::staging,
          .fraction = part(staged, expected_blocks_),
          .words = "Preparing track " + std::to_string(count_in(structure, "track")) +
                   " of " + std::to_string(tracks_) + " …"};
}

BurnNews BurnStory::burning(const GstStructure *structure) const {
  const auto *verb = device_.empty() ? "Writing" : "Burning";
  return {.stage = BurnStage::burning,
          .fraction = part(count_in(structure, "completed-blocks"),
                           count_in(structure, "total-blocks")),
          .words = verb + (" track " + std::to_string(count_in(structure, "track"))) +
                   " of " + std::to_string(tracks_) + time_left(structure)};
}

BurnNews BurnStory::done() const {
  const auto what = tracks(tracks_) + ", " + minutes_of_blocks(expected_blocks_);
  auto words = device_.empty()
                   ? "The disc image is made: " + location_ + " (" + what + ")."
                   : "The disc in " + device_ + " is burned: " + what + ".";
  if (was_read_back_) words += " It was read back, and every sample is right.";
  return {.stage = BurnStage::done, .fraction = 1, .words = words, .advice = notes_};
}

BurnNews BurnStory::cancelled() const {
  const auto *fate = !has_begun_ || device_.empty()
                         ? "Nothing was made."
                         : "The disc in the drive is incomplete: take another one.";
  return {.stage = BurnStage::cancelled,
          .words = std::string{"The burn was called off. "} + fate};
}

BurnNews BurnStory::failed(GstMessage *message) const {
  GError *raised = nullptr;
  const GstStructure *details = nullptr;
  gst_message_parse_error(message, &raised, nullptr);
  gst_message_parse_error_details(message, &details);
  const OwnedError error{raised};
  const auto uri = uri_read_by(GST_MESSAGE_SRC(message));
  const auto where = uri.empty() ? "" : name_of_file(uri) + ": ";
  return {.stage = BurnStage::failed,
          .words = where + error->message,
          .advice = uri.empty() ? advice_on(*error, details, device_) : advice_on_file()};
}

void BurnStory::note(GstMessage *warning) {
  GError *raised = nullptr;
  gst_message_parse_warning(warning, &raised, nullptr);
  const OwnedError error{raised};
  if (!notes_.empty()) notes_ += '\n';
  notes_ += error->message;
}

}  // namespace player
