#include "sink/sink.hpp"

#include <utility>

#include "bus/messages.hpp"

namespace redbook {

void Sink::begin() {
  auto recording = std::make_shared<Recording>(base_, settings(), waiter_, made_images_);
  {
    const std::lock_guard lock{mutex_};
    recording_ = std::move(recording);
  }
  tell_that_volume_is_not_applied();
}

void Sink::end() {
  std::shared_ptr<Recording> recording;
  {
    const std::lock_guard lock{mutex_};
    recording = std::move(recording_);
  }
  if (!recording || !recording->end()) return;
  auto *element = GST_ELEMENT(base_);
  gst_element_post_message(
      element,
      warning_message(
          element,
          "The pipeline was stopped before the end of the music: nothing was burned.",
          "no EOS before READY; gst-launch-1.0 sends one with -e"));
}

std::shared_ptr<Recording> Sink::recording() const {
  const std::lock_guard lock{mutex_};
  return recording_;
}

Settings Sink::settings() const {
  const std::lock_guard lock{mutex_};
  return settings_;
}

void Sink::set_expected(Blocks expected) {
  change_settings([&](Settings &settings) { settings.expected = expected; });
  if (const auto now = recording()) now->set_expected(expected);
}

bool Sink::is_burning() const {
  const auto now = recording();
  return now && now->state() == RecorderState::burning;
}

Result Sink::erase(Blanking kind) {
  return is_burning() ? Result::busy : drive_actions_.erase(settings().drives(), kind);
}

Result Sink::eject() {
  return is_burning() ? Result::busy : drive_actions_.eject(settings().drives());
}

Result Sink::load() {
  return is_burning() ? Result::busy : drive_actions_.load(settings().drives());
}

double Sink::volume() const {
  const std::lock_guard lock{mutex_};
  return volume_;
}

bool Sink::mute() const {
  const std::lock_guard lock{mutex_};
  return mute_;
}

void Sink::set_volume(double volume) {
  {
    const std::lock_guard lock{mutex_};
    volume_ = volume;
  }
  tell_that_volume_is_not_applied();
}

void Sink::set_mute(bool mute) {
  {
    const std::lock_guard lock{mutex_};
    mute_ = mute;
  }
  tell_that_volume_is_not_applied();
}

// Below PAUSED there may be nobody who listens yet.
void Sink::tell_that_volume_is_not_applied() {
  {
    const std::lock_guard lock{mutex_};
    const bool as_it_is = volume_ == 1.0 && !mute_;
    if (as_it_is || !recording_ || std::exchange(volume_told_, true)) return;
  }
  auto *element = GST_ELEMENT(base_);
  gst_element_post_message(
      element,
      warning_message(
          element, "The volume is not applied: the disc gets the samples as they come.",
          ""));
}

}  // namespace redbook
