#include "line_display.hpp"

#include <algorithm>
#include <iostream>

#include "table.hpp"
#include "text.hpp"
#include "text/terminal_text.hpp"

namespace burn_album {

const char *LineDisplay::name_of_burn() const {
  if (simulated_) return "Simulating the burn";
  return on_drive_ ? "Burning" : "Writing the image";
}

std::string LineDisplay::heading_of(Stage stage, const std::string &device) const {
  const auto of = device.empty() ? "" : device + ": ";
  switch (stage) {
    case Stage::staging: return of + "Decoding the music";
    case Stage::erasing: return of + "Erasing the disc";
    case Stage::burning: return of + name_of_burn();
    case Stage::closing:
      return of + (on_drive_ ? "Closing the disc" : "Completing the image");
    case Stage::verifying: return of + "Reading the disc back";
  }
  return of;
}

void LineDisplay::say(const std::string &line) { std::cout << line << std::endl; }

void LineDisplay::list(const Album &album, const Room &room) {
  tracks_ = album.tracks.size();
  say(table_of(album, room, columns()));
}

void LineDisplay::begin(Stage stage, const std::string &device) {
  say(heading_of(stage, device) + " ...");
}

void LineDisplay::show(const TrackDone &done) {
  const auto which = "Track " + std::to_string(done.track) + " of " +
                     std::to_string(std::max(tracks_, done.track));
  const auto of = done.device.empty() ? "" : done.device + ": ";
  if (done.stage == Stage::staging)
    say(which + " is decoded, " + minutes(done.blocks) +
        (done.title.empty() ? "" : ": " + redbook::terminal_text(done.title)));
  else
    say(of + which + (simulated_ ? " is simulated" : " is written"));
}

void LineDisplay::warn(const std::string &sentence) {
  step_aside();
  std::cerr << "Warning: " << redbook::terminal_text(sentence) << std::endl;
}

void LineDisplay::ask_for_disc(const std::string &device, const std::string &reason) {
  say((reason.empty() ? "" : redbook::terminal_text(reason) + " ") +
      "Insert a blank disc into " + device + ".");
}

void LineDisplay::end(ExitCode code, const std::string &sentences) {
  const auto shown = redbook::terminal_lines(sentences);
  if (code == ExitCode::done) return say(shown);
  step_aside();
  std::cerr << "burn-album: " << shown << std::endl;
}

}  // namespace burn_album
