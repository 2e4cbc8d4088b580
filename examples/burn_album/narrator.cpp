#include "narrator.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace burn_album {
namespace {

std::int64_t number_in(const GstStructure *message, const char *field) {
  guint number = 0;
  gst_structure_get_uint(message, field, &number);
  return number;
}

std::string text_in(const GstStructure *message, const char *field) {
  const auto *text = gst_structure_get_string(message, field);
  return text ? text : "";
}

/// "/dev/sr0", "/dev/sr0, copy 2"; empty where there is but one disc to make.
std::string disc_of(const GstStructure *message) {
  const auto device = text_in(message, "device");
  const auto copy = number_in(message, "copy");
  return copy > 1 ? device + ", copy " + std::to_string(copy) : device;
}

}  // namespace

void Narrator::tell(const GstStructure *message) {
  using Teller = void (Narrator::*)(const GstStructure *);
  static constexpr std::array<std::pair<const char *, Teller>, 9> tellers{{
      {"redbook-add-progress", &Narrator::tell_staging},
      {"redbook-track-staged", &Narrator::tell_staged},
      {"redbook-erase-progress", &Narrator::tell_erasing},
      {"redbook-preparing-burn", &Narrator::tell_preparing},
      {"redbook-track-progress", &Narrator::tell_track},
      {"redbook-block-progress", &Narrator::tell_blocks},
      {"redbook-closing-disc", &Narrator::tell_closing},
      {"redbook-verify-progress", &Narrator::tell_verifying},
      {"redbook-insert-disc", &Narrator::tell_wish},
  }};
  for (const auto &[name, teller] : tellers)
    if (gst_structure_has_name(message, name)) {
      is_waiting_for_disc_ = false;
      (this->*teller)(message);
    }
}

Narrator::Work &Narrator::enter(Stage stage, const GstStructure *message) {
  const auto disc = disc_of(message);
  furthest_ = std::max(furthest_, stage);
  const auto [at, is_new] = works_.try_emplace(disc, Work{stage});
  auto &work = at->second;
  if (!is_new && work.stage == stage) return work;
  work = Work{stage};
  display_.begin(stage, disc);
  return work;
}

void Narrator::tell_staging(const GstStructure *message) {
  auto &work = enter(Stage::staging, message);
  const auto done = staged_blocks_ + number_in(message, "completed-steps");
  display_.show(Progress{.stage = Stage::staging,
                         .track = static_cast<std::size_t>(number_in(message, "track")),
                         .done = std::min(done, expected_blocks_),
                         .total = expected_blocks_,
                         .seconds_left = work.time_left.seconds(done, expected_blocks_)});
}

void Narrator::tell_staged(const GstStructure *message) {
  enter(Stage::staging, message);
  const auto blocks = number_in(message, "blocks");
  staged_blocks_ = number_in(message, "start-block") + blocks;
  display_.show(TrackDone{.stage = Stage::staging,
                          .track = static_cast<std::size_t>(number_in(message, "track")),
                          .blocks = blocks,
                          .title = text_in(message, "title")});
}

// Its lengths are seconds, and may be guessed too short.
void Narrator::tell_erasing(const GstStructure *message) {
  enter(Stage::erasing, message);
  const auto elapsed = number_in(message, "elapsed");
  const auto total = number_in(message, "estimated-total");
  display_.show(Progress{
      .stage = Stage::erasing,
      .device = disc_of(message),
      .done = std::min(elapsed, total),
      .total = total,
      .seconds_left = static_cast<double>(std::max(std::int64_t{0}, total - elapsed))});
}

void Narrator::tell_preparing(const GstStructure *message) {
  enter(Stage::burning, message);
}

void Narrator::tell_track(const GstStructure *message) {
  auto &work = enter(Stage::burning, message);
  const auto track = static_cast<std::size_t>(number_in(message, "current-track"));
  work.track = track + 1;
  if (track > 0)
    display_.show(
        TrackDone{.stage = Stage::burning, .device = disc_of(message), .track = track});
}

void Narrator::tell_blocks(const GstStructure *message) {
  enter(Stage::burning, message);
  double seconds_left = -1;
  gst_structure_get_double(message, "remaining", &seconds_left);
  const auto done = number_in(message, "completed-blocks");
  has_written_ = has_written_ || done > 0;
  display_.show(Progress{.stage = Stage::burning,
                         .device = disc_of(message),
                         .track = static_cast<std::size_t>(number_in(message, "track")),
                         .done = done,
                         .total = number_in(message, "total-blocks"),
                         .seconds_left = seconds_left});
}

void Narrator::tell_closing(const GstStructure *message) {
  enter(Stage::closing, message);
}

void Narrator::tell_verifying(const GstStructure *message) {
  const auto &work = enter(Stage::verifying, message);
  const auto done = number_in(message, "completed-blocks");
  const auto total = number_in(message, "total-blocks");
  display_.show(Progress{.stage = Stage::verifying,
                         .device = disc_of(message),
                         .done = done,
                         .total = total,
                         .seconds_left = work.time_left.seconds(done, total)});
}

void Narrator::tell_wish(const GstStructure *message) {
  is_waiting_for_disc_ = true;
  display_.ask_for_disc(text_in(message, "device"), text_in(message, "text"));
}

}  // namespace burn_album
