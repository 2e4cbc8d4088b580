#include "verify/sent_disc.hpp"

#include <algorithm>
#include <utility>

namespace redbook {
namespace {

std::int64_t first_sample_of(Lba place) { return (place - Lba{0}).samples(); }

/// The audio of the tracks as it was staged.
std::vector<TrackAudio> staged_tracks(const SentDisc &sent) {
  const auto &tracks = sent.disc.tracks;
  const bool at_once = sent.mode == WriteMode::tao;
  std::vector<TrackAudio> audio;
  const auto first = tracks.empty() ? Lba{} : tracks.front().index_1();
  if (!at_once && first > Lba{0}) audio.push_back({0, {0, first_sample_of(first)}, 0});
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const auto start = at_once ? tracks[i].start : tracks[i].index_1();
    const bool last = i + 1 == tracks.size();
    const auto end = at_once || last ? tracks[i].end() : tracks[i + 1].index_1();
    audio.push_back(
        {static_cast<int>(i) + 1, {first_sample_of(start), first_sample_of(end)}, 0});
  }
  return audio;
}

/// The same as it was sent: early, with what that pushes off the ends left out.
std::vector<TrackAudio> sent_tracks(const SentDisc &sent) {
  auto tracks = staged_tracks(sent);
  const SampleRange all{0, sent.disc.length().samples()};
  for (auto &audio : tracks) {
    const auto moved = audio.range.moved_by(-sent.write_offset);
    audio.range = moved.common_with(all);
    audio.first_in_track = audio.range.first - moved.first;
  }
  std::erase_if(tracks, [](const TrackAudio &audio) { return audio.range.count() == 0; });
  return tracks;
}

std::vector<SampleRange> stretches_of(const SentDisc &sent) {
  if (sent.mode != WriteMode::tao) return {{0, sent.disc.length().samples()}};
  std::vector<SampleRange> stretches;
  for (const auto &track : sent.disc.tracks)
    stretches.push_back({first_sample_of(track.start), first_sample_of(track.end())});
  return stretches;
}

/// Finds the block of the disc for a sample of a session, or of tracks apart.
class Places {
 public:
  Places(const SentDisc &sent, const ReadDisc &read) {
    if (sent.mode != WriteMode::tao) return;
    for (std::size_t i = 0; i < sent.disc.tracks.size(); ++i)
      moves_.emplace_back(sent.disc.tracks[i].start,
                          read.tracks.at(i).start - sent.disc.tracks[i].start);
  }

  Lba block_of(std::int64_t sample) const {
    const Lba staged{sample / samples_per_block};
    const auto behind =
        std::upper_bound(moves_.begin(), moves_.end(), staged,
                         [](Lba place, const auto &move) { return place < move.first; });
    return behind == moves_.begin() ? staged : staged + std::prev(behind)->second;
  }

 private:
  std::vector<std::pair<Lba, Blocks>> moves_;  // from a staged place on, by so much
};

}  // namespace

StagedAndRead audio_of(const SentDisc &sent, const ReadDisc &read,
                       BlockReader read_blocks) {
  return {sent.audio,
          [places = Places{sent, read}, read_blocks = std::move(read_blocks)](
              std::int64_t first, std::span<std::byte> into) {
            read_blocks(places.block_of(first), into);
          },
          stretches_of(sent), sent_tracks(sent)};
}

}  // namespace redbook
