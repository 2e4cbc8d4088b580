#include "json_display.hpp"

#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

namespace burn_album {
namespace {

using Json = nlohmann::ordered_json;

// What is no UTF-8 is replaced. A terminal gets nothing but ASCII: some take control
// characters of two bytes, too.
void tell(const Json &event) {
  const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
  std::cout << event.dump(-1, ' ', is_terminal, Json::error_handler_t::replace)
            << std::endl;
}

Json event_of(const char *name, const std::string &device) {
  Json event{{"event", name}};
  if (!device.empty()) event["device"] = device;
  return event;
}

Json json_of(const Track &track, const Album &album) {
  return {{"title", track.texts.title},
          {"performer", track.texts.performer},
          {"isrc", track.isrc},
          {"file", album.sources[track.source].name},
          {"blocks", blocks_for(track.length)}};
}

}  // namespace

void JsonDisplay::list(const Album &album, const Room &room) {
  auto tracks = Json::array();
  for (const auto &track : album.tracks) tracks.push_back(json_of(track, album));
  tell({{"event", "album"},
        {"title", album.texts.title},
        {"performer", album.texts.performer},
        {"tracks", tracks},
        {"used-blocks", room.used},
        {"total-blocks", room.capacity},
        {"available-blocks", room.left()}});
}

void JsonDisplay::begin(Stage stage, const std::string &device) {
  auto event = event_of("stage", device);
  event["stage"] = name_of(stage);
  tell(event);
}

void JsonDisplay::show(const Progress &progress) {
  auto event = event_of("progress", progress.device);
  event["stage"] = name_of(progress.stage);
  if (progress.track > 0) event["track"] = progress.track;
  event["completed"] = progress.done;
  event["total"] = progress.total;
  if (progress.seconds_left >= 0) event["remaining-seconds"] = progress.seconds_left;
  tell(event);
}

void JsonDisplay::show(const TrackDone &done) {
  auto event = event_of("track", done.device);
  event["stage"] = name_of(done.stage);
  event["track"] = done.track;
  if (done.stage == Stage::staging) event["blocks"] = done.blocks;
  tell(event);
}

void JsonDisplay::warn(const std::string &sentence) {
  tell({{"event", "warning"}, {"text", sentence}});
}

void JsonDisplay::ask_for_disc(const std::string &device, const std::string &reason) {
  auto event = event_of("insert-disc", device);
  event["text"] = reason;
  tell(event);
}

void JsonDisplay::end(ExitCode code, const std::string &sentences) {
  tell({{"event", "end"}, {"code", static_cast<int>(code)}, {"text", sentences}});
}

}  // namespace burn_album
