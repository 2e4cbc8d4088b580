#include "album/turns.hpp"

#include <algorithm>

namespace redbook {
namespace {

// The first that is given out; 0 may be asked for.
constexpr Turns::Number first_number = 1;

}  // namespace

void Turns::begin(unsigned max_at_once) {
  {
    const std::lock_guard lock{mutex_};
    for (auto &[number, track] : tracks_) track = Track{track.brought};
    max_at_once_ = max_at_once;
    stopped_ = false;
    complete_ = false;
  }
  changed_.notify_all();
}

bool Turns::is_too_late_for(Number number) const {
  if (stopped_) return false;
  return complete_ || std::any_of(tracks_.upper_bound(number), tracks_.end(),
                                  [](const auto &each) { return each.second.begun; });
}

bool Turns::add(Number number) {
  const std::lock_guard lock{mutex_};
  return !is_too_late_for(number) && tracks_.emplace(number, Track{}).second;
}

void Turns::dismiss(Number number) {
  {
    const std::lock_guard lock{mutex_};
    tracks_.erase(number);
  }
  changed_.notify_all();
}

template <typename Change>
void Turns::change(Number number, Change &&change) {
  {
    const std::lock_guard lock{mutex_};
    if (const auto found = tracks_.find(number); found != tracks_.end())
      change(found->second);
  }
  changed_.notify_all();
}

bool Turns::set_brought(Number number, bool brought) {
  bool done = false;
  change(number, [&](Track &track) {
    done = !brought || !is_too_late_for(number);
    if (done) track.brought = brought || track.ended;  // all of it is there
  });
  return done;
}

bool Turns::have_all(bool Track::*what) const {
  return std::all_of(tracks_.begin(), tracks_.end(), [&](const auto &each) {
    return !each.second.brought || each.second.*what;
  });
}

bool Turns::has_any() const {
  return std::any_of(tracks_.begin(), tracks_.end(),
                     [](const auto &each) { return each.second.brought; });
}

bool Turns::may_bring(Number number) const {
  const auto before = std::count_if(
      tracks_.begin(), tracks_.lower_bound(number),
      [](const auto &each) { return each.second.brought && !each.second.ended; });
  return before < static_cast<std::ptrdiff_t>(max_at_once_);
}

bool Turns::is_next(Number number) const {
  auto expected = first_number;
  const bool none_will_come = have_all(&Track::ended);
  for (const auto &[each, track] : tracks_) {
    if (!track.brought) continue;
    if (each > expected && !none_will_come) return false;
    if (each == number) return true;
    if (!track.passed) return false;
    expected = each + 1;
  }
  return false;
}

Turns::Place Turns::place_of(Number number) {
  const auto found = tracks_.find(number);
  if (found == tracks_.end()) return Place::detached;
  auto &track = found->second;
  if (is_detached(track) || track.passed) return Place::detached;
  if (!track.begun) track.begun = is_next(number);
  return track.begun ? Place::on_the_disc : Place::queued;
}

Turns::Place Turns::place(Number number) {
  const std::lock_guard lock{mutex_};
  return place_of(number);
}

Turns::Place Turns::wait_to_bring(Number number) {
  std::unique_lock lock{mutex_};
  changed_.wait(lock,
                [&] { return place_of(number) == Place::detached || may_bring(number); });
  return place_of(number);
}

Turns::Place Turns::wait_for_turn(Number number) {
  change(number, [](Track &track) { track.ended = true; });
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [&] { return place_of(number) != Place::queued; });
  return place_of(number);
}

void Turns::pass(Number number) {
  change(number, [](Track &track) { track.passed = true; });
}

bool Turns::completes() {
  const std::lock_guard lock{mutex_};
  if (stopped_ || complete_ || !has_any()) return false;
  return complete_ = have_all(&Track::passed);
}

std::vector<Turns::Number> Turns::waiting() {
  const std::lock_guard lock{mutex_};
  std::vector<Number> numbers;
  for (const auto &[number, track] : tracks_)
    if (place_of(number) != Place::detached) numbers.push_back(number);
  return numbers;
}

void Turns::interrupt(Number number) {
  change(number, [](Track &track) { track.detached = true; });
}

void Turns::call_back(Number number) {
  change(number, [](Track &track) {
    track.detached = false;
    track.ended = track.passed;
  });
}

void Turns::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopped_ = true;
  }
  changed_.notify_all();
}

}  // namespace redbook
