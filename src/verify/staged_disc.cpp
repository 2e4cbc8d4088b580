#include "verify/staged_disc.hpp"

#include <algorithm>
#include <utility>

namespace redbook {
namespace {

std::int64_t sample_at(Lba place) { return (place - Lba{0}).samples(); }

/// The audio of the tracks as it was staged.
std::vector<TrackAudio> staged_tracks(const StagedDisc &staged) {
  const auto &tracks = staged.disc.tracks;
  const bool at_once = staged.mode == WriteMode::tao;
  std::vector<TrackAudio> audio;
  const auto first = tracks.empty() ? Lba{} : tracks.front().index_1();
  if (!at_once && first > Lba{0}) audio.push_back({0, {0, sample_at(first)}, 0});
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const auto start = at_once ? tracks[i].start : tracks[i].index_1();
    const bool last = i + 1 == tracks.size();
    const auto end = at_once || last ? tracks[i].end() : tracks[i + 1].index_1();
    audio.push_back({static_cast<int>(i) + 1, {sample_at(start), sample_at(end)}, 0});
  }
  return audio;
}

/// The same as it was sent: early, with what that pushes off the ends left out.
std::vector<TrackAudio> sent_tracks(const StagedDisc &staged) {
  auto tracks = staged_tracks(staged);
  const SampleRange all{0, staged.disc.length().samples()};
  for (auto &audio : tracks) {
    const auto moved = audio.range.moved_by(-staged.write_offset);
    audio.range = moved.common_with(all);
    audio.first_in_track = audio.range.first - moved.first;
  }
  std::erase_if(tracks, [](const TrackAudio &audio) { return audio.range.count() == 0; });
  return tracks;
}

std::vector<SampleRange> stretches_of(const StagedDisc &staged) {
  if (staged.mode != WriteMode::tao) return {{0, staged.disc.length().samples()}};
  std::vector<SampleRange> stretches;
  for (const auto &track : staged.disc.tracks)
    stretches.push_back({sample_at(track.start), sample_at(track.end())});
  return stretches;
}

/// Finds the block of the disc for a sample of a session, or of tracks apart.
class Places {
 public:
  Places(const StagedDisc &staged, const ReadDisc &read) {
    if (staged.mode != WriteMode::tao) return;
    for (std::size_t i = 0; i < staged.disc.tracks.size(); ++i)
      moves_.emplace_back(staged.disc.tracks[i].start,
                          read.tracks.at(i).start - staged.disc.tracks[i].start);
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

StagedAndRead audio_of(const StagedDisc &staged, const ReadDisc &read,
                       BlockReader read_blocks) {
  return {staged.sent,
          [places = Places{staged, read}, read_blocks = std::move(read_blocks)](
              std::int64_t first, std::span<std::byte> into) {
            read_blocks(places.block_of(first), into);
          },
          stretches_of(staged), sent_tracks(staged)};
}

std::string time_of(std::int64_t sample) {
  auto text = to_string(Msf::of(Blocks{sample / samples_per_block}));
  text[text.rfind(':')] = '.';
  return text;
}

std::string place_in_track(Lba block, const ReadDisc &read) {
  std::size_t track = 0;
  while (track < read.tracks.size() && read.tracks[track].start <= block) ++track;
  if (track == 0) return "before track 1, " + time_of(sample_at(block));
  const auto start = read.tracks[track - 1].start;
  return "track " + std::to_string(track) + ", " + time_of((block - start).samples());
}

}  // namespace redbook
