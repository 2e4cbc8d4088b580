#include "verify/audio_comparison.hpp"

#include <algorithm>

#include "error.hpp"

namespace redbook {
namespace {

/// A second, 176 KB.
constexpr std::int64_t piece_samples = 75 * samples_per_block;

/// The whole comparison, in one pass over the disc.
class Pass {
 public:
  Pass(const StagedAndRead &audio, const Alignment &alignment)
      : audio_{audio}, alignment_{alignment} {
    for (const int shift : alignment.shifts) shifts_.emplace_back(audio, shift);
    mark_tracks(audio, staged_sums_);
    for (const auto &stretch : audio.stretches) total_ += stretch.count();
  }

  void run(const VerifyProgress &progress, const std::stop_token &stop) {
    progress(Blocks{}, blocks(total_));
    for (const auto &stretch : audio_.stretches)
      for (auto at = stretch.first; at < stretch.end; at += piece_samples) {
        throw_if_stopped(stop);
        const SampleRange piece{at, std::min(at + piece_samples, stretch.end)};
        compare(stretch, piece);
        done_ += piece.count();
        progress(blocks(done_), blocks(total_));
      }
  }

  AudioComparison result() const {
    const auto best =
        std::min_element(shifts_.begin(), shifts_.end(),
                         [](const ShiftComparison &a, const ShiftComparison &b) {
                           return a.misfit() < b.misfit();
                         });
    const auto shift = best->shift();
    return {alignment_,          shift,
            std::max(0, -shift), std::max(0, shift),
            best->lost_audio(),  best->tracks(staged_sums_)};
  }

 private:
  static Blocks blocks(std::int64_t samples) {
    return Blocks{samples / samples_per_block};
  }

  void compare(SampleRange stretch, SampleRange piece) {
    const SampleRange around{piece.first - max_shift, piece.end + max_shift};
    StagedPiece staged{around.common_with(stretch)};
    staged_.resize(byte_count(staged.range.count()));
    audio_.staged(staged.range.first, staged_);
    staged.bytes = staged_;
    read_.resize(byte_count(piece.count()));
    audio_.read(piece.first, read_);
    staged_sums_.append(staged.part(piece));
    for (auto &shift : shifts_) shift.take(stretch, piece, read_, staged);
  }

  const StagedAndRead &audio_;
  const Alignment &alignment_;
  std::vector<ShiftComparison> shifts_;
  TrackChecksums staged_sums_;
  std::int64_t total_ = 0;
  std::int64_t done_ = 0;
  std::vector<std::byte> staged_;
  std::vector<std::byte> read_;
};

}  // namespace

bool AudioComparison::identical() const {
  return std::all_of(tracks.begin(), tracks.end(), [](const TrackComparison &track) {
    return track.identical() &&
           track.read_accurate_rip.value_or(track.staged_accurate_rip) ==
               track.staged_accurate_rip;
  });
}

AudioComparison compare_audio(const StagedAndRead &audio, const Alignment &alignment,
                              const VerifyProgress &progress,
                              const std::stop_token &stop) {
  Pass pass{audio, alignment};
  pass.run(progress, stop);
  return pass.result();
}

}  // namespace redbook
