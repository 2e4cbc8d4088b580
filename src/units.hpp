/// The units of an audio CD: lengths, places and how they are spelled.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace redbook {

inline constexpr std::int64_t samples_per_second = 44100;
inline constexpr std::int64_t bytes_per_sample = 4;
inline constexpr std::int64_t samples_per_block = 588;
inline constexpr std::int64_t bytes_per_block = samples_per_block * bytes_per_sample;
inline constexpr std::int64_t blocks_per_second = 75;

/// A length on the disc. One block is 1/75 s: 588 stereo samples, 2352 bytes.
class Blocks {
 public:
  constexpr Blocks() = default;
  constexpr explicit Blocks(std::int64_t count) : count_{count} {}

  /// The fewest blocks that hold `bytes` of PCM; the last one may need padding.
  static constexpr Blocks holding(std::int64_t bytes) {
    return Blocks{(bytes + bytes_per_block - 1) / bytes_per_block};
  }

  /// The whole blocks in `bytes` of PCM; what is short of a block is left out.
  static constexpr Blocks whole(std::int64_t bytes) {
    return Blocks{bytes / bytes_per_block};
  }

  constexpr std::int64_t count() const { return count_; }
  constexpr std::int64_t bytes() const { return count_ * bytes_per_block; }
  constexpr std::int64_t samples() const { return count_ * samples_per_block; }

  friend constexpr auto operator<=>(Blocks, Blocks) = default;
  friend constexpr Blocks operator+(Blocks a, Blocks b) {
    return Blocks{a.count_ + b.count_};
  }
  friend constexpr Blocks operator-(Blocks a, Blocks b) {
    return Blocks{a.count_ - b.count_};
  }
  friend constexpr Blocks operator*(Blocks a, std::int64_t n) {
    return Blocks{a.count_ * n};
  }
  constexpr Blocks &operator+=(Blocks other) { return *this = *this + other; }
  constexpr Blocks &operator-=(Blocks other) { return *this = *this - other; }

 private:
  std::int64_t count_ = 0;
};

/// A place on the disc. 0 opens the program area; the pregap of track 1 ends at -1.
class Lba {
 public:
  constexpr Lba() = default;
  constexpr explicit Lba(std::int64_t value) : value_{value} {}

  constexpr std::int64_t value() const { return value_; }

  friend constexpr auto operator<=>(Lba, Lba) = default;
  friend constexpr Lba operator+(Lba place, Blocks length) {
    return Lba{place.value_ + length.count()};
  }
  friend constexpr Lba operator-(Lba place, Blocks length) {
    return Lba{place.value_ - length.count()};
  }
  friend constexpr Blocks operator-(Lba end, Lba start) {
    return Blocks{end.value_ - start.value_};
  }

 private:
  std::int64_t value_ = 0;
};

/// Minutes, seconds and frames (1/75 s): how people and drives spell a place or a length.
struct Msf {
  int minutes = 0;
  int seconds = 0;
  int frames = 0;

  /// A length, or a place within a file: no offset.
  static constexpr Msf of(Blocks length) {
    const auto n = length.count();
    return {static_cast<int>(n / 4500), static_cast<int>(n / 75 % 60),
            static_cast<int>(n % 75)};
  }

  /// A place on the disc: 150 blocks are added; places before the pregap of track 1 lie
  /// in the lead-in, which counts from 90 minutes on (MMC-3, table 357).
  static constexpr Msf of(Lba place) {
    constexpr std::int64_t lead_in_offset = 450150;
    const auto n = place.value();
    return of(Blocks{n + (n >= -150 ? 150 : lead_in_offset)});
  }

  /// The same as a length. The fields are taken as they are.
  constexpr Blocks length() const {
    return Blocks{(minutes * 60LL + seconds) * blocks_per_second + frames};
  }

  friend constexpr auto operator<=>(const Msf &, const Msf &) = default;
};

/// "07"; more digits for what needs them.
std::string two_digits(int number);

/// mm:ss:ff, two digits each, as cue sheets have it.
std::string to_string(Msf);
inline std::string msf_text(Blocks length) { return to_string(Msf::of(length)); }

static_assert(Blocks::holding(1) == Blocks{1});
static_assert(Blocks::whole(2351) == Blocks{0});
static_assert(Msf::of(Lba{0}) == Msf{0, 2, 0});
static_assert(Msf::of(Lba{16} - Lba{0}) == Msf{0, 0, 16});

}  // namespace redbook
