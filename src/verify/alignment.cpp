#include "verify/alignment.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <functional>

#include "error.hpp"

namespace redbook {
namespace {

static_assert(max_shift % samples_per_block == 0);

/// Parts of the disc in each of which one place is listened to.
constexpr std::int64_t parts = 32;

/// A shift that so many more places agree on than on any other needs no further one.
constexpr int clear_lead = 4;

/// What is looked through at a time for loud places.
constexpr std::int64_t scan_samples = 100 * samples_per_block;

using Buffer = std::vector<std::byte>;

int left_of(const std::byte *sample) {
  std::int16_t value = 0;
  std::memcpy(&value, sample, sizeof value);
  return value;
}

/// How much the left channel moves: 0 in silence, most where it is loud and noisy. A
/// right channel that is alone counts, too.
std::int64_t liveliness(std::span<const std::byte> block) {
  std::int64_t sum = 0;
  for (std::size_t at = 0; at + 8 <= block.size(); at += 4) {
    sum += std::abs(left_of(&block[at + 4]) - left_of(&block[at]));
    sum += std::abs(left_of(&block[at + 6]) - left_of(&block[at + 2]));
  }
  return sum;
}

/// A block worth listening to.
struct LivelyBlock {
  std::int64_t sample = 0;
  std::int64_t liveliness = 0;
  std::size_t stretch = 0;
};

/// Finds the liveliest block of each part of the disc.
class Scout {
 public:
  Scout(const StagedAndRead &audio, const std::stop_token &stop)
      : audio_{audio}, stop_{stop} {
    std::int64_t samples = 0;
    for (const auto &stretch : audio.stretches) samples += stretch.count();
    const auto blocks = samples / samples_per_block;
    part_samples_ = std::max<std::int64_t>(1, blocks / parts) * samples_per_block;
  }

  /// The liveliest first.
  std::vector<LivelyBlock> places() {
    for (std::size_t i = 0; i < audio_.stretches.size(); ++i) scan(i);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const LivelyBlock &a, const LivelyBlock &b) {
                       return a.liveliness > b.liveliness;
                     });
    if (found_.size() > parts) found_.resize(parts);
    return found_;
  }

 private:
  void scan(std::size_t stretch) {
    const auto range = audio_.stretches[stretch];
    for (auto at = range.first; at < range.end; at += part_samples_)
      scan_part(stretch, {at, std::min(at + part_samples_, range.end)});
  }

  void scan_part(std::size_t stretch, SampleRange part) {
    LivelyBlock best{part.first, 0, stretch};
    for (auto at = part.first; at < part.end; at += scan_samples) {
      throw_if_stopped(stop_);
      buffer_.resize(byte_count(std::min(scan_samples, part.end - at)));
      audio_.staged(at, buffer_);
      look_for_better(at, best);
    }
    if (best.liveliness > 0) found_.push_back(best);
  }

  void look_for_better(std::int64_t at, LivelyBlock &best) const {
    constexpr auto block = static_cast<std::size_t>(bytes_per_block);
    const std::span all{buffer_};
    for (std::size_t i = 0; i + block <= all.size(); i += block) {
      const auto lively = liveliness(all.subspan(i, block));
      const auto sample = at + static_cast<std::int64_t>(i) / bytes_per_sample;
      if (lively > best.liveliness) best = {sample, lively, best.stretch};
    }
  }

  const StagedAndRead &audio_;
  const std::stop_token &stop_;
  std::int64_t part_samples_;
  Buffer buffer_;
  std::vector<LivelyBlock> found_;
};

/// Counts at which shifts the places fit.
class Ballot {
 public:
  explicit Ballot(const StagedAndRead &audio) : audio_{audio} {}

  /// Listens around `block`, as far as any shift may have moved it.
  void ask(const LivelyBlock &block) {
    const auto stretch = audio_.stretches[block.stretch];
    const SampleRange around{block.sample - max_shift,
                             block.sample + samples_per_block + max_shift};
    const auto window = around.common_with(stretch);
    read_.resize(byte_count(window.count()));
    audio_.read(window.first, read_);
    fill_staged({window.first - max_shift, window.end + max_shift}, stretch);
    std::vector<int> fitting;
    for (int shift = -max_shift; shift <= max_shift; ++shift)
      if (fits(shift)) fitting.push_back(shift);
    if (fitting.size() > max_shift) return;  // silence
    for (const int shift : fitting) ++votes_[position(shift)];
  }

  bool is_clear() const {
    auto best = votes_;
    std::nth_element(best.begin(), best.begin() + 1, best.end(), std::greater<>{});
    return best[0] >= best[1] + clear_lead;
  }

  Alignment result() const {
    const auto most = *std::max_element(votes_.begin(), votes_.end());
    if (most == 0) return {};
    Alignment alignment{false, {}};
    for (int shift = -max_shift; shift <= max_shift; ++shift)
      if (votes_[position(shift)] == most) alignment.shifts.push_back(shift);
    std::stable_sort(alignment.shifts.begin(), alignment.shifts.end(),
                     [](int a, int b) { return std::abs(a) < std::abs(b); });
    alignment.decided = alignment.shifts.size() == 1;
    if (alignment.shifts.size() > max_shifts) alignment.shifts.resize(max_shifts);
    return alignment;
  }

 private:
  static std::size_t position(int shift) {
    return static_cast<std::size_t>(std::int64_t{shift} + max_shift);
  }

  /// Before and behind a stretch the disc is silent.
  void fill_staged(SampleRange wanted, SampleRange stretch) {
    staged_.assign(byte_count(wanted.count()), std::byte{});
    const auto there = wanted.common_with(stretch);
    audio_.staged(there.first,
                  std::span{staged_}.subspan(byte_count(there.first - wanted.first),
                                             byte_count(there.count())));
  }

  bool fits(int shift) const {
    return std::memcmp(read_.data(), staged_.data() + byte_count(max_shift - shift),
                       read_.size()) == 0;
  }

  const StagedAndRead &audio_;
  Buffer read_;
  Buffer staged_;
  std::array<int, 2 * max_shift + 1> votes_{};
};

/// The ends of the stretches: there even audio that repeats itself shows its shift.
void add_ends(const StagedAndRead &audio, std::vector<LivelyBlock> &places) {
  if (places.empty()) return;
  const auto last = audio.stretches.size() - 1;
  places.insert(places.begin(), {audio.stretches.front().first, 0, 0});
  places.insert(places.begin() + 1,
                {audio.stretches.back().end - samples_per_block, 0, last});
}

}  // namespace

Alignment find_alignment(const StagedAndRead &audio, const std::stop_token &stop) {
  auto places = Scout{audio, stop}.places();
  add_ends(audio, places);
  Ballot ballot{audio};
  for (const auto &place : places) {
    throw_if_stopped(stop);
    ballot.ask(place);
    if (ballot.is_clear()) break;
  }
  return ballot.result();
}

}  // namespace redbook
