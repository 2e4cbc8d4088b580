#include "studio.hpp"

#include <stdexcept>

namespace player {

Studio::Studio(const std::string &audio_sink)
    : playlist_{[this] {
        choose_next();
        tell(Topic::songs);
      }},
      playback_{audio_sink,
                {.changed =
                     [this] {
                       choose_next();
                       tell(Topic::playback);
                     },
                 .failed = [this](const std::string &words) { fail_to_play(words); }}},
      recorders_{[this] { tell(Topic::recorders); }},
      reader_{[this](const SongFacts &facts) { playlist_.learn(facts); }} {}

void Studio::tell(Topic topic) const {
  for (const auto &listener : listeners_) listener(topic);
}

void Studio::add(const std::string &uri) {
  playlist_.add(uri);
  reader_.read(uri);
}

void Studio::remove(int id) {
  if (playback_.song() == id) playback_.stop();
  playlist_.remove(id);
}

void Studio::play() {
  if (playback_.state() == Playing::paused) return playback_.resume();
  if (playback_.state() == Playing::stopped && !playlist_.songs().empty())
    play(playlist_.songs().front());
}

void Studio::play(const Song &song) {
  trouble_.clear();
  playback_.play(song);
}

void Studio::next() {
  if (const auto *song = playlist_.after(playback_.song())) play(*song);
}

void Studio::previous() {
  if (const auto *song = playlist_.before(playback_.song())) play(*song);
}

void Studio::choose_next() { playback_.set_next(playlist_.after(playback_.song())); }

void Studio::fail_to_play(const std::string &words) {
  const auto *song = playlist_.find(playback_.song());
  trouble_ = (song ? song->title + ": " : "") + words;
  tell(Topic::trouble);
}

void Studio::set_destination(const Destination &destination) {
  if (destination == destination_) return;
  destination_ = destination;
  tell(Topic::recorders);
}

void Studio::set_verifying(bool verifying) {
  if (verifying == is_verifying_) return;
  is_verifying_ = verifying;
  tell(Topic::recorders);
}

void Studio::set_blank_disc(std::int64_t blocks) {
  if (blocks == blank_disc_) return;
  blank_disc_ = blocks;
  tell(Topic::recorders);
}

std::int64_t Studio::capacity() const {
  const auto *recorder = recorders_.find(destination_.device);
  return recorder && recorder->has_blank() ? recorder->free_blocks : blank_disc_;
}

bool Studio::can_burn() const {
  return playlist_.can_be_burned() && playlist_.blocks() <= capacity() && !is_burning();
}

BurnOrder Studio::order() const {
  return {.songs = playlist_.songs(),
          .device = destination_.device,
          .location = destination_.location,
          .is_verified = is_verifying_,
          .capacity = static_cast<int>(capacity())};
}

void Studio::burn() {
  if (!can_burn() || !destination_.is_complete()) return;
  news_ = BurnNews{.words = "Looking at the songs …"};
  try {
    burn_ = std::make_unique<Burn>(order(), [this](const BurnNews &news) {
      news_ = news;
      if (is_over(news.stage)) recorders_.forget_medium(destination_.device);
      tell(Topic::burn);
    });
  } catch (const std::runtime_error &error) {
    news_ = BurnNews{.stage = BurnStage::failed,
                     .words = error.what(),
                     .advice = "Install what is missing, then burn again."};
  }
  tell(Topic::burn);
}

void Studio::cancel() {
  if (!is_burning()) return;
  news_->words = "Calling the burn off …";
  tell(Topic::burn);
  burn_->cancel();
}

void Studio::dismiss() {
  if (is_burning()) return;
  burn_.reset();
  news_.reset();
  tell(Topic::burn);
}

}  // namespace player
