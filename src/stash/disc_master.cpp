#include "stash/disc_master.hpp"

#include <algorithm>
#include <utility>

#include "error.hpp"

namespace redbook {

DiscMaster::DiscMaster(Settings settings, NewStash new_stash,
                       std::shared_ptr<StagingJournal> journal)
    : settings_{settings},
      new_stash_{std::move(new_stash)},
      journal_{std::move(journal)} {}

DiscMaster::~DiscMaster() {
  try {
    if (journal_ && writer_ && !sealed_) writer_->flush();
  } catch (const Error &) {
    // What the disk refuses was not promised.
  }
}

void DiscMaster::resume(std::vector<Track> tracks, std::int64_t staged_bytes) {
  writer_ = std::make_unique<AudioWriter>(new_stash_(), settings_.summing);
  state_.disc.tracks = std::move(tracks);
  writer_->resume(state_.disc, staged_bytes);
}

Result DiscMaster::create_audio_track(Blocks expected, std::optional<Blocks> own_gap) {
  if (recording_) return Result::busy;
  if (track_is_open()) return Result::track_open;
  if (sealed_) start_new_disc();
  if (total_audio_tracks() >= track_limit()) return Result::track_limit;
  const auto gap =
      own_gap.value_or(state_.disc.tracks.empty() ? Blocks{} : settings_.gap);
  const auto start = Lba{0} + Blocks::whole(position()) + gap;
  state_.open = OpenTrack{start, gap, position() + gap.bytes(), expected, {}};
  return Result::ok;
}

Result DiscMaster::refusal_to_append() const {
  if (recording_) return Result::busy;
  return track_is_open() ? Result::ok : Result::track_not_open;
}

// The stash and the gap come with the first audio, so that a track without any leaves
// nothing.
void DiscMaster::begin_audio() {
  if (!writer_) writer_ = std::make_unique<AudioWriter>(new_stash_(), settings_.summing);
  if (has_audio_of_open_track()) return;
  const auto &track = *state_.open;
  if (journal_) journal_->track_begun(begun(*state_.open));
  writer_->append_silence(track.first_byte - position());
  writer_->track_starts((track.start - Lba{0}).bytes());
}

// Where divided() will cut the open track, should it get longer than a disc. Told before
// these bytes come, that costs no second reading for the checksums.
void DiscMaster::expect_cuts(std::int64_t bytes) {
  if (!goes_on()) return;
  const auto first = (state_.open->start - state_.open->gap - Lba{0}).bytes();
  const auto disc = room_of_disc(total_audio_blocks()).bytes();
  auto cut = first + ((position() - first) / disc + 1) * disc;
  for (; cut <= position() + bytes; cut += disc) writer_->track_may_start(cut);
}

template <typename Write>
Result DiscMaster::take(std::int64_t bytes, Write &&write) {
  if (const auto refusal = refusal_to_append(); refusal != Result::ok) return refusal;
  const auto taken = std::min(room(), bytes);
  if (taken > 0) {
    begin_audio();
    expect_cuts(taken);
    write(taken);
  }
  return taken == bytes ? Result::ok : Result::disc_full;
}

Result DiscMaster::append(Bytes pcm) {
  return take(size_of(pcm), [&](std::int64_t taken) {
    writer_->append(pcm.first(static_cast<std::size_t>(taken)));
  });
}

Result DiscMaster::append(HeldAudio &&audio) {
  return take(size_of(audio.bytes), [&](std::int64_t taken) {
    audio.bytes = audio.bytes.first(static_cast<std::size_t>(taken));
    writer_->append(std::move(audio));
  });
}

Result DiscMaster::append_silence(std::int64_t bytes) {
  return take(bytes, [&](std::int64_t taken) { writer_->append_silence(taken); });
}

void DiscMaster::describe_open_track(Texts texts, Blocks pregap,
                                     std::vector<Blocks> indexes) {
  describe_open_track(std::move(texts), {}, pregap, std::move(indexes));
}

void DiscMaster::describe_open_track(Texts texts, Subcode subcode, Blocks pregap,
                                     std::vector<Blocks> indexes) {
  if (!track_is_open()) return;
  auto &description = state_.open->description;
  description.texts = std::move(texts);
  description.subcode = std::move(subcode);
  description.pregap = pregap;
  description.indexes = std::move(indexes);
  tell_of_open_track();
}

void DiscMaster::expect_division(Lba place) {
  const auto byte = (place - Lba{0}).bytes();
  const bool to_come = byte >= next_byte() && place - Lba{0} <= limit();
  if (recording_ || !track_is_open() || !to_come) return;
  begin_audio();
  writer_->track_may_start(byte);
  if (journal_) journal_->division_expected(place);
}

BegunTrack DiscMaster::begun(const OpenTrack &open) {
  BegunTrack begun{open.description, open.first_byte};
  begun.track.start = open.start - open.gap;
  begun.track.pregap += open.gap;
  return begun;
}

bool DiscMaster::has_audio_of_open_track() const {
  return track_is_open() && position() > state_.open->first_byte;
}

void DiscMaster::tell_of_open_track() {
  if (journal_ && has_audio_of_open_track()) journal_->track_begun(begun(*state_.open));
}

// The file has the audio before a track is said to be complete, and the disk before the
// journal says so.
template <typename Tell>
void DiscMaster::promise(Tell &&tell) {
  writer_->flush();
  if (!journal_) return;
  stash()->sync();
  tell();
}

void DiscMaster::keep_open_track(Lba end, Following behind) {
  auto track = begun(*state_.open).track;
  track.length = end - track.start;
  promise([&] { journal_->track_closed(track, position(), behind); });
  state_.disc.tracks.push_back(std::move(track));
  state_.open.reset();
}

DiscMaster::Closed DiscMaster::divide_open_track(Blocks length) {
  if (recording_) return {Result::busy};
  if (!track_is_open()) return {Result::track_not_open};
  if (length < min_track_length) return {Result::track_not_big_enough};
  if (total_audio_tracks() >= track_limit()) return {Result::track_limit};
  const auto end = state_.open->start + length;
  if ((end - Lba{0}).bytes() > position()) return {Result::invalid_argument};
  keep_open_track(end, position() > (end - Lba{0}).bytes() ? Following::open_track
                                                           : Following::nothing);
  state_.open = OpenTrack{end, {}, (end - Lba{0}).bytes(), {}, {}};
  return {Result::ok, static_cast<int>(state_.disc.tracks.size())};
}

DiscMaster::Closed DiscMaster::close_audio_track(Join join) {
  if (recording_) return {Result::busy};
  if (!track_is_open()) return {Result::track_not_open};
  if (open_track_bytes() == 0) return {drop_open_track()};
  complete_last_sample();
  const bool carries = join == Join::gapless && settings_.gap == Blocks{0};
  const auto whole = Blocks::whole(position()) - (state_.open->start - Lba{0});
  return carries && whole >= min_track_length ? close_gapless() : close_padded();
}

// Else the bytes of all that follows would be out of step.
void DiscMaster::complete_last_sample() {
  if (const auto odd = position() % bytes_per_sample; odd != 0)
    writer_->append_silence(bytes_per_sample - odd);
}

DiscMaster::Closed DiscMaster::close_gapless() {
  keep_open_track(Lba{0} + Blocks::whole(position()), Following::nothing);
  return {Result::ok, static_cast<int>(state_.disc.tracks.size())};
}

DiscMaster::Closed DiscMaster::close_padded() {
  auto end = Lba{0} + Blocks::holding(position());
  const auto min_end = state_.open->start + min_track_length;
  if (end < min_end) {
    if (settings_.short_track == ShortTrack::error) return {Result::track_not_big_enough};
    if (min_end - Lba{0} > limit()) return {Result::disc_full};
    end = min_end;
  }
  const auto silence = (end - Lba{0}).bytes() - position();
  writer_->append_silence(silence);
  keep_open_track(end, Following::nothing);
  return {Result::ok, static_cast<int>(state_.disc.tracks.size()),
          silence / bytes_per_sample};
}

std::int64_t DiscMaster::finish() {
  if (track_is_open() || state_.disc.tracks.empty()) return 0;
  const auto end = Blocks::holding(position());
  const auto silence = end.bytes() - position();
  writer_->end_with_silence(silence);
  promise([&] { journal_->finished(end.bytes()); });
  state_.disc.tracks.back().length += end - layout().length();
  return silence / bytes_per_sample;
}

Result DiscMaster::drop_open_track() {
  if (recording_) return Result::busy;
  if (!track_is_open()) return Result::track_not_open;
  const auto end = state_.open->first_byte - state_.open->gap.bytes();
  if (end < position()) cut({state_.disc, {}, end});
  state_.open.reset();
  return Result::ok;
}

// The journal is told first: what it does not promise may be missing.
void DiscMaster::cut(const State &to) {
  if (!writer_) return;
  const bool goes_on = to.open && to.position > to.open->first_byte;
  if (journal_)
    journal_->cutting(to.disc.tracks.size(), to.position,
                      goes_on ? std::optional{begun(*to.open)} : std::nullopt);
  writer_->rewind(to.position);
  state_ = to;
  tell_of_open_track();
}

void DiscMaster::start_new_disc() {
  if (writer_ && journal_) journal_->cleared();
  state_ = {};
  writer_.reset();
  sealed_ = false;
  ++disc_number_;
}

Result DiscMaster::clear() {
  if (recording_) return Result::busy;
  start_new_disc();
  return Result::ok;
}

DiscMaster::Checkpoint DiscMaster::checkpoint() const {
  Checkpoint point;
  point.state_ = state_;
  point.state_.position = position();
  point.disc_number_ = disc_number_;
  return point;
}

Result DiscMaster::return_to(const Checkpoint &point) {
  if (recording_) return Result::busy;
  if (sealed_ || point.disc_number_ != disc_number_) return clear();
  cut(point.state_);
  state_ = point.state_;  // also if there is no audio yet
  return Result::ok;
}

Result DiscMaster::begin_recording() {
  if (recording_) return Result::busy;
  if (track_is_open()) return Result::track_open;
  finish();
  if (state_.disc.tracks.empty()) return Result::invalid_image;
  writer_->flush();
  stash()->resize(layout().length().bytes());  // a write that failed may have left more
  recording_ = true;
  return Result::ok;
}

std::optional<DiscSums> DiscMaster::checksums() const {
  return recording_ ? writer_->sums_of(layout()) : std::nullopt;
}

std::optional<DiscSums> DiscMaster::checksums_of(const DiscPart &part) const {
  return recording_ ? writer_->sums_of(part.disc, part.offset) : std::nullopt;
}

void DiscMaster::end_recording(StashDisposition disposition) {
  recording_ = false;
  if (disposition == StashDisposition::seal) sealed_ = true;
  if (disposition == StashDisposition::drop) start_new_disc();
}

}  // namespace redbook
