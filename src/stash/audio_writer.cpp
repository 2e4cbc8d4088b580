#include "stash/audio_writer.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace redbook {

AudioWriter::AudioWriter(std::shared_ptr<Stash> stash, Summing summing)
    : writer_{std::move(stash), 0} {
  if (summing == Summing::on) checksums_.emplace();
}

void AudioWriter::resume(const Disc &disc, std::int64_t bytes) {
  writer_ = ExtentWriter{stash(), bytes};
  behind_ = WriteBehind{bytes};
  if (!checksums_) return;
  for (const auto &track : disc.tracks)
    checksums_->track_starts((track.index_1() - Lba{0}).bytes());
  std::vector<std::byte> piece(std::size_t{1} << 20);
  for (auto at = checksums_->position(); at < bytes; at = checksums_->position()) {
    const auto left = static_cast<std::size_t>(bytes - at);
    const auto part = std::span{piece}.first(std::min(left, piece.size()));
    stash()->read(at, part);
    checksums_->append(part);
  }
}

// Sums up all that the writer has taken, also if it failed then.
template <typename Write, typename Sum>
void AudioWriter::take(Write &&write, Sum &&sum) {
  const auto before = position();
  try {
    write();
  } catch (...) {
    if (checksums_) sum(position() - before);
    throw;
  }
  if (checksums_) sum(position() - before);
  behind_.reached(*stash(), writer_.written());
}

void AudioWriter::append(Bytes audio) {
  take([&] { writer_.append(audio); },
       [&](std::int64_t taken) {
         checksums_->append(audio.first(static_cast<std::size_t>(taken)));
       });
}

void AudioWriter::append(HeldAudio &&audio) {
  const auto bytes = audio.bytes;
  take([&] { writer_.append(std::move(audio)); },
       [&](std::int64_t taken) {
         checksums_->append(bytes.first(static_cast<std::size_t>(taken)));
       });
}

void AudioWriter::append_silence(std::int64_t bytes) {
  take([&] { writer_.append_silence(bytes); },
       [&](std::int64_t taken) { checksums_->append_silence(taken); });
}

void AudioWriter::end_with_silence(std::int64_t bytes) {
  take([&] { writer_.end_with_silence(bytes); },
       [&](std::int64_t taken) { checksums_->append_silence(taken); });
}

void AudioWriter::track_starts(std::int64_t first_byte) {
  if (checksums_) checksums_->track_starts(first_byte);
}

void AudioWriter::track_may_start(std::int64_t first_byte) {
  if (checksums_) checksums_->track_may_start(first_byte);
}

void AudioWriter::rewind(std::int64_t position) {
  writer_.rewind(position);
  behind_.rewind(position);
  if (checksums_) checksums_->rewind(position);
}

std::optional<DiscSums> AudioWriter::sums_of(const Disc &disc, Blocks offset) const {
  if (!checksums_) return std::nullopt;
  return checksums_->disc(extents_of(disc, offset),
                          [this](std::int64_t first_byte, std::span<std::byte> into) {
                            stash()->read(first_byte, into);
                          });
}

}  // namespace redbook
