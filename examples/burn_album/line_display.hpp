/// Plain lines, for a file or a pipe.
#pragma once

#include "display.hpp"

namespace burn_album {

class LineDisplay : public Display {
 public:
  explicit LineDisplay(const Arguments &arguments)
      : simulated_{arguments.simulate}, on_drive_{!arguments.devices.empty()} {}

  void list(const Album &album, const Room &room) override;
  void begin(Stage stage, const std::string &device) override;
  void show(const Progress &) override {}
  void show(const TrackDone &done) override;
  void warn(const std::string &sentence) override;
  void ask_for_disc(const std::string &device, const std::string &reason) override;
  void end(ExitCode code, const std::string &sentences) override;

 protected:
  std::size_t tracks() const { return tracks_; }
  /// What is done in this stage; on which drive, where that is given.
  std::string heading_of(Stage stage, const std::string &device) const;
  virtual std::size_t columns() const { return 80; }
  virtual void say(const std::string &line);
  /// Before something goes to stderr.
  virtual void step_aside() {}

 private:
  const char *name_of_burn() const;

  bool simulated_;
  bool on_drive_;
  std::size_t tracks_ = 0;
};

}  // namespace burn_album
