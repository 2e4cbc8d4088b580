/// A line of JSON for each event, for programs.
#pragma once

#include "display.hpp"

namespace burn_album {

class JsonDisplay : public Display {
 public:
  void list(const Album &album, const Room &room) override;
  void begin(Stage stage, const std::string &device) override;
  void show(const Progress &progress) override;
  void show(const TrackDone &done) override;
  void warn(const std::string &sentence) override;
  void ask_for_disc(const std::string &device, const std::string &reason) override;
  void end(ExitCode code, const std::string &sentences) override;
};

}  // namespace burn_album
