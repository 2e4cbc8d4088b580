/// Who watches a burn, for the tests of burners.
#pragma once

#include <functional>

#include "burn/burner.hpp"
#include "suite.hpp"

namespace redbook::test {

/// Notes each call as a line, and then does what the test wants done.
class NotingObserver : public BurnObserver {
 public:
  using Reaction = std::function<void(int lines)>;

  explicit NotingObserver(Reaction reaction = {}) : reaction_{std::move(reaction)} {}

  const std::string &text() const { return text_; }
  int lines() const { return lines_; }

  void preparing(std::chrono::seconds) noexcept override { note("preparing"); }
  void tracks_written(int written) noexcept override {
    note("tracks " + std::to_string(written));
  }
  void blocks_written(Blocks written) noexcept override {
    note("blocks " + std::to_string(written.count()));
  }
  void closing(std::chrono::seconds) noexcept override { note("closing"); }

 protected:
  void note(const std::string &line) noexcept {
    text_ += line + '\n';
    ++lines_;
    if (reaction_) reaction_(lines_);
  }

 private:
  Reaction reaction_;
  std::string text_;
  int lines_ = 0;
};

}  // namespace redbook::test
