// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/console.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "text/terminal_text.hpp"

namespace redbook {
namespace {

constexpr std::int64_t bar_width = 30;

std::string bar_of(std::int64_t done, std::int64_t all) {
  const auto filled = all > 0 ? std::min(done * bar_width / all, bar_width) : 0;
  return "[" + std::string(static_cast<std::size_t>(filled), '#') +
         std::string(static_cast<std::size_t>(bar_width - filled), ' ') + "]";
}

std::string minutes(Blocks length) { return to_string(Msf::of(length)).substr(0, 5); }

std::string seconds(std::chrono::seconds time) {
  return minutes(Blocks{time.count() * blocks_per_second});
}

}  // namespace

Console::Console(std::FILE *out, bool simulated, std::size_t tracks, Blocks length)
    : out_{out},
      terminal_{::isatty(::fileno(out)) == 1},
      simulated_{simulated},
      tracks_{tracks},
      length_{length} {}

void Console::end_bar() noexcept {
  if (!bar_.empty()) std::fputc('\n', out_);
  bar_.clear();
  std::fflush(out_);
}

void Console::say(const std::string &line) noexcept {
  end_bar();
  std::fputs((terminal_lines(line) + "\n").c_str(), out_);
  std::fflush(out_);
}

// A shorter bar has to cover the longer one before it.
void Console::draw(const std::string &bar) noexcept {
  if (!terminal_ || bar == bar_) return;
  const auto rest = bar_.size() > bar.size() ? bar_.size() - bar.size() : 0;
  std::fputs(("\r" + bar + std::string(rest, ' ')).c_str(), out_);
  std::fflush(out_);
  bar_ = bar;
}

void Console::on(const BurnEvent &event) noexcept {
  std::visit([this](const auto &e) { show(e); }, event);
}

void Console::show(const event::Found &event) {
  const auto &finding = event.finding;
  say(std::string{name_of(finding.severity)} + ": " + sentence_of(finding));
}

void Console::show(const event::Erasing &event) {
  const auto elapsed = event.elapsed;
  if (!terminal_ && elapsed.count() == 0 && !std::exchange(erasing_told_, true))
    say("Erasing the disc ...");
  draw(bar_of(elapsed.count(), event.estimated_total.count()) + " erasing, " +
       seconds(elapsed));
}

void Console::show(const event::Chosen &event) {
  const auto *const mode =
      event.write_mode == WriteMode::sao ? "session at once" : "track at once";
  const auto speed = event.write_speed > 0
                         ? "at " + std::to_string((event.write_speed + 37) / 75) + "x"
                         : std::string{"at the drive's own speed"};
  say((simulated_ ? "Simulating " : "Burning ") + std::to_string(tracks_) +
      (tracks_ == 1 ? " track, " : " tracks, ") + minutes(length_) + ", " + mode + ", " +
      speed + ".");
}

void Console::show(const event::Preparing &) {
  if (!terminal_) say("The drive is getting ready ...");
  draw(bar_of(0, 1) + " getting ready");
}

void Console::show(const event::TracksWritten &event) {
  written_ = event.written;
  if (!terminal_ && written_ > 0)
    say("Track " + std::to_string(written_) + " of " + std::to_string(tracks_) +
        (simulated_ ? " is simulated." : " is written."));
}

void Console::show(const event::BlocksWritten &event) {
  const auto written = event.written;
  const auto track = std::min(static_cast<std::size_t>(written_) + 1, tracks_);
  auto bar = bar_of(written.count(), length_.count()) + " track " +
             std::to_string(track) + "/" + std::to_string(tracks_) + "  " +
             minutes(written) + " of " + minutes(length_);
  if (buffer_percent_ >= 0) bar += "  buffer " + std::to_string(buffer_percent_) + " %";
  draw(bar);
}

void Console::show(const event::Verified &event) {
  const auto &[completed, total] = event;
  if (!std::exchange(verifying_, true) && !terminal_) say("The disc is verified ...");
  draw(bar_of(completed.count(), total.count()) + " verifying  " + minutes(completed) +
       " of " + minutes(total));
}

void Console::show(const event::Closing &) {
  if (!terminal_) say("The drive is closing the disc ...");
  draw(bar_of(1, 1) + " closing the disc");
}

}  // namespace redbook
