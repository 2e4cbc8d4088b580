#include "error_message.hpp"

#include <set>

namespace burn_album {
namespace {

/// GStreamer's text and debug, and redbooksink's details.
struct Words {
  std::string text{};
  std::string debug{};
  std::string name{};   ///< IMAPI's name for it
  std::string stash{};  ///< where the audio was kept
};

std::string text_in(const GstStructure *structure, const char *field) {
  const auto *text = structure ? gst_structure_get_string(structure, field) : nullptr;
  return text ? text : "";
}

Words words_of(GstMessage *message) {
  GError *error = nullptr;
  gchar *debug = nullptr;
  gst_message_parse_error(message, &error, &debug);
  const OwnedError owned{error};
  const GstStructure *details = nullptr;
  gst_message_parse_error_details(message, &details);
  return {error->message, taken(debug), text_in(details, "name"),
          text_in(details, "stash")};
}

/// Faults of what was to be burned, rather than of where to.
ExitCode code_of(const std::string &name) {
  static const std::set<std::string> of_input{"disc-full", "invalid-argument",
                                              "invalid-image", "track-limit",
                                              "track-not-big-enough"};
  if (name == "verification-failed") return ExitCode::verification;
  if (name == "user-abort") return ExitCode::cancelled;
  return of_input.contains(name) ? ExitCode::input : ExitCode::burn;
}

/// What was kept, and the command that goes on with it, are in the debug text.
std::string sentences_of(const Words &words) {
  return words.debug.empty() ? words.text : words.text + "\n(" + words.debug + ")";
}

}  // namespace

Outcome outcome_of(GstMessage *message, const Pipeline &pipeline, const Album &album) {
  const auto words = words_of(message);
  if (const auto source = pipeline.source_of(GST_MESSAGE_SRC(message)))
    return {ExitCode::input, album.sources[*source].name + " " + undecodable(words.text) +
                                 "\nNothing was burned."};
  return {code_of(words.name), sentences_of(words)};
}

Outcome first_error_of(const Pipeline &pipeline, const Album &album) {
  const OwnedMessage message{
      gst_bus_pop_filtered(pipeline.bus().get(), GST_MESSAGE_ERROR)};
  if (message) return outcome_of(message.get(), pipeline, album);
  return {ExitCode::burn, "The pipeline can't be started."};
}

}  // namespace burn_album
