/// A bar that moves, for a terminal.
#pragma once

#include <map>
#include <string>

#include "line_display.hpp"

namespace burn_album {

class BarDisplay : public LineDisplay {
 public:
  using LineDisplay::LineDisplay;
  using LineDisplay::show;

  void begin(Stage stage, const std::string &device) override;
  void show(const Progress &progress) override;
  void show(const TrackDone &) override {}  // the bar has it

 protected:
  std::size_t columns() const override;
  void say(const std::string &line) override;
  void step_aside() override;

 private:
  void draw(const Progress &progress);
  std::string bar_of(const Progress &progress) const;

  std::map<std::string, Progress> drives_{};  ///< by device
  bool is_drawn_ = false;
};

}  // namespace burn_album
