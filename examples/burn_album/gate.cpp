#include "gate.hpp"

#include <algorithm>
#include <numeric>

#include "owned.hpp"
#include "text.hpp"

namespace burn_album {
namespace {

/// 67 ms: less than one frame of a FLAC, and more than what AAC's decoders are out by.
constexpr std::int64_t tolerance_blocks = 5;

std::string seconds(std::int64_t blocks) {
  return taken(g_strdup_printf(
      "%.2f s", static_cast<double>(blocks) / static_cast<double>(blocks_per_second)));
}

std::string sentence_of(const std::string &name, std::int64_t missing_blocks) {
  return name + " is damaged: " + seconds(missing_blocks) + " of its sound are missing.";
}

/// The music is staged, and redbooksink is about to begin.
bool is_before_burn(GstMessage *message) {
  GstProgressType type{};
  gchar *code = nullptr;
  gst_message_parse_progress(message, &type, &code, nullptr);
  return taken(code) == "redbook-prepare" && type == GST_PROGRESS_TYPE_START;
}

bool is_completed_burn(const GstStructure *structure) {
  const auto *result = gst_structure_get_value(structure, "result");
  return gst_structure_has_name(structure, "redbook-burn-complete") && result &&
         taken(gst_value_serialize(result)) == "ok";
}

std::string joined(const std::vector<std::string> &lines) {
  std::string text;
  for (const auto &line : lines) text += line + '\n';
  return text;
}

}  // namespace

Gate::Gate(const Album &album, bool ignores_damage, GstElement *sink)
    : album_{album}, ignores_damage_{ignores_damage}, sink_{sink} {}

void Gate::see(GstMessage *message) {
  switch (GST_MESSAGE_TYPE(message)) {
    case GST_MESSAGE_ERROR: has_failed_ = true; break;
    case GST_MESSAGE_ELEMENT: see_element(gst_message_get_structure(message)); break;
    case GST_MESSAGE_PROGRESS:
      if (is_before_burn(message) && !is_judged_.exchange(true)) judge();
      break;
    default: break;
  }
}

void Gate::see_element(const GstStructure *structure) {
  if (gst_structure_has_name(structure, "redbook-track-staged")) see_staged(structure);
  if (is_completed_burn(structure)) ++completed_burns_;
}

void Gate::see_staged(const GstStructure *structure) {
  guint start = 0;
  guint blocks = 0;
  gst_structure_get(structure, "start-block", G_TYPE_UINT, &start, "blocks", G_TYPE_UINT,
                    &blocks, nullptr);
  const std::lock_guard lock{mutex_};
  staged_.push_back({start, blocks});
}

// The error of a file that failed is on its way to the user.
void Gate::judge() {
  bool refused = has_failed_;
  {
    const std::lock_guard lock{mutex_};
    warnings_ = damage();
    if (!warnings_.empty() && !ignores_damage_)
      refusal_ =
          joined(warnings_) + "Nothing was burned; --ignore-damage burns what is there.";
    refused = refused || refusal_;
  }
  gint result = 0;
  if (refused) g_signal_emit_by_name(sink_, "cancel", &result);
}

std::vector<std::string> Gate::damage() const {
  const bool one_each = album_.layout == Layout::files &&
                        album_.sources.size() == album_.tracks.size() &&
                        staged_.size() == album_.tracks.size();
  return one_each ? damage_of_files() : damage_of_whole();
}

std::vector<std::string> Gate::damage_of_files() const {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < staged_.size(); ++i) {
    const auto &source = album_.sources[i];
    const auto missing = blocks_for(source.length) - staged_[i].blocks;
    if (source.has_exact_length && missing > tolerance_blocks)
      sentences.push_back(sentence_of(source.name, missing));
  }
  return sentences;
}

// Several sources with tables of contents, or a cue sheet: all that can be said is of
// all.
std::vector<std::string> Gate::damage_of_whole() const {
  if (album_.layout == Layout::sheet) return damage_of_sheet();
  const auto &sources = album_.sources;
  const bool exact = std::all_of(sources.begin(), sources.end(),
                                 [](const Source &one) { return one.has_exact_length; });
  if (!exact || staged_.empty()) return {};
  const auto announced = std::accumulate(
      sources.begin(), sources.end(), std::int64_t{0},
      [](std::int64_t sum, const Source &one) { return sum + blocks_for(one.length); });
  const auto missing = announced - staged_.back().start - staged_.back().blocks;
  // Each source may share its last block with the next one.
  if (missing <= tolerance_blocks + static_cast<std::int64_t>(sources.size())) return {};
  return {sentence_of(sources.size() == 1 ? sources.front().name : "One of the files",
                      missing)};
}

// All places in a sheet come from the lengths of its files: none may be another one.
std::vector<std::string> Gate::damage_of_sheet() const {
  const auto staged = staged_.empty() ? 0 : staged_.back().start + staged_.back().blocks;
  if (staged == album_.blocks && staged_.size() == album_.tracks.size()) return {};
  const auto &sources = album_.sources;
  const auto name = sources.size() == 1 ? sources.front().name : "One of the files";
  if (staged < album_.blocks) return {sentence_of(name, album_.blocks - staged)};
  return {name +
          " is not as long as it says: the tracks of the cue sheet can't be found."};
}

std::optional<std::string> Gate::refusal() const {
  const std::lock_guard lock{mutex_};
  return refusal_;
}

std::vector<std::string> Gate::warnings() const {
  const std::lock_guard lock{mutex_};
  return warnings_;
}

}  // namespace burn_album
