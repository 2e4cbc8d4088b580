/// Somebody at a drive.
#pragma once

#include "recorder.hpp"

namespace redbook::test {

/// Puts discs into a drive when they are asked for, and keeps those that were in it.
class Operator {
 public:
  Operator(Recorder &recorder, std::vector<std::string> media)
      : recorder_{recorder}, media_{std::move(media)} {
    recorder_.player.messages().when("insert-disc", [this] { change(); });
  }

  /// The audio of the discs that were taken out, oldest first.
  std::vector<std::string> taken(Blocks length) const {
    std::vector<std::string> all;
    for (const auto &disc : discs_) all.push_back(TestDrive::audio_on(disc, length));
    return all;
  }

 private:
  void change() {
    if (next_ == media_.size()) return;
    if (std::filesystem::exists(recorder_.medium()))
      discs_.push_back(recorder_.take(shelf_ / std::to_string(discs_.size())));
    recorder_.insert(media_[next_++]);
    recorder_.close_tray();
  }

  Recorder &recorder_;
  std::vector<std::string> media_;
  std::size_t next_ = 0;
  TempDir shelf_;
  std::vector<std::filesystem::path> discs_;
};

}  // namespace redbook::test
