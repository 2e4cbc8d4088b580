#include "bar_display.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <utility>

#include "text.hpp"

namespace burn_album {
namespace {

constexpr std::size_t widest_bar = 30;
constexpr const char *clear_line = "\r\x1b[K";

double part_of(const Progress &progress) {
  if (progress.total <= 0) return 0;
  const auto part =
      static_cast<double>(progress.done) / static_cast<double>(progress.total);
  return std::clamp(part, 0.0, 1.0);
}

std::string drawn(double part, std::size_t width) {
  const auto filled = static_cast<std::size_t>(part * static_cast<double>(width));
  return "[" + std::string(filled, '#') + std::string(width - filled, '.') + "]";
}

std::string percent(double part) {
  const auto digits = std::to_string(static_cast<int>(part * 100));
  return std::string(4 - digits.size(), ' ') + digits + " %";
}

std::string time_left(const Progress &progress) {
  if (progress.seconds_left < 0) return "";
  const auto seconds = static_cast<std::int64_t>(std::ceil(progress.seconds_left));
  return ", " + minutes(seconds * blocks_per_second) + " left";
}

}  // namespace

std::size_t BarDisplay::columns() const {
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

void BarDisplay::step_aside() {
  if (std::exchange(is_drawn_, false)) std::cout << clear_line << std::flush;
}

void BarDisplay::say(const std::string &line) {
  step_aside();
  LineDisplay::say(line);
}

// The bar itself says it.
void BarDisplay::begin(Stage stage, const std::string &device) {
  show(Progress{.stage = stage, .device = device});
}

std::string BarDisplay::bar_of(const Progress &progress) const {
  auto text = heading_of(progress.stage, progress.device);
  if (progress.track > 0)
    text +=
        ", track " + std::to_string(progress.track) + " of " + std::to_string(tracks());
  return text + time_left(progress);
}

void BarDisplay::draw(const Progress &progress) {
  const auto all = columns() - 1;  // the last one would wrap
  const auto part = part_of(progress);
  const auto width = std::min(widest_bar, all / 3);
  const auto front = drawn(part, width) + percent(part) + "  ";
  const auto room = all > front.size() ? all - front.size() : 0;
  auto text = fitted(bar_of(progress), room);
  text.erase(text.find_last_not_of(' ') + 1);
  std::cout << clear_line << front << text << std::flush;
  is_drawn_ = true;
}

// Of several drives the one that is behind the others says how long it takes.
void BarDisplay::show(const Progress &progress) {
  if (!progress.device.empty()) drives_.erase("");  // what all had in common is over
  drives_[progress.device] = progress;
  const auto slowest =
      std::min_element(drives_.begin(), drives_.end(), [](const auto &a, const auto &b) {
        const auto key = [](const Progress &p) { return std::pair{p.stage, part_of(p)}; };
        return key(a.second) < key(b.second);
      });
  draw(drives_.size() > 1 ? slowest->second : progress);
}

}  // namespace burn_album
