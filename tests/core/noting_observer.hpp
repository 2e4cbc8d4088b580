/// Who watches a burn, for the tests of burners.
#pragma once

#include <functional>

#include "burn/burner.hpp"
#include "overloaded.hpp"
#include "suite.hpp"

namespace redbook::test {

/// Notes the events of every burn as a line, and then does what the test wants done.
class NotingObserver : public BurnObserver {
 public:
  using Reaction = std::function<void(int lines)>;

  explicit NotingObserver(Reaction reaction = {}) : reaction_{std::move(reaction)} {}

  const std::string &text() const { return text_; }
  int lines() const { return lines_; }

  void on(const BurnEvent &event) noexcept override {
    std::visit(Overloaded{[this](const event::Preparing &) { note("preparing"); },
                          [this](const event::TracksWritten &e) {
                            note("tracks " + std::to_string(e.written));
                          },
                          [this](const event::BlocksWritten &e) {
                            note("blocks " + std::to_string(e.written.count()));
                          },
                          [this](const event::Closing &) { note("closing"); },
                          [](const auto &) {}},
               event);
  }

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
