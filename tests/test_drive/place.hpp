#pragma once

#include <compare>
#include <cstdint>

namespace redbook::drive {

constexpr int blocks_per_second = 75;
constexpr int first_pregap_blocks = 150;

/// A place on the disc, by block. 0 opens the program area, what lies below -150 is
/// lead-in. Place - place is a length in blocks.
struct Lba {
  std::int32_t value = 0;

  friend constexpr auto operator<=>(Lba, Lba) = default;
  friend constexpr Lba operator+(Lba a, int blocks) { return {a.value + blocks}; }
  friend constexpr Lba operator-(Lba a, int blocks) { return {a.value - blocks}; }
  friend constexpr int operator-(Lba a, Lba b) { return a.value - b.value; }
};

/// A spelling of a place (150 added) or of a length (nothing added).
struct Msf {
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  std::uint8_t frame = 0;

  static constexpr Msf length(int blocks) {
    return {static_cast<std::uint8_t>(blocks / 4500),
            static_cast<std::uint8_t>(blocks / 75 % 60),
            static_cast<std::uint8_t>(blocks % 75)};
  }

  /// Below -150 the spelling is that of the lead-in, 90 minutes and up.
  static constexpr Msf of(Lba lba) {
    return length(lba.value + (lba.value < -150 ? 450150 : 150));
  }

  constexpr Lba lba() const {
    const int blocks = (minute * 60 + second) * 75 + frame;
    return {blocks - (minute < 90 ? 150 : 450150)};
  }

  constexpr bool valid() const { return minute < 100 && second < 60 && frame < 75; }
  friend constexpr auto operator<=>(Msf, Msf) = default;
};

static_assert(Msf::of(Lba{0}) == Msf{0, 2, 0});
static_assert(Msf::of(Lba{-1}) == Msf{0, 1, 74});
static_assert(Msf::of(Lba{-11849}) == Msf{97, 24, 1});
static_assert(Msf{79, 59, 74}.lba() == Lba{359849});

constexpr std::uint8_t to_bcd(std::uint8_t binary) {
  return static_cast<std::uint8_t>(binary / 10 << 4 | binary % 10);
}

constexpr std::uint8_t from_bcd(std::uint8_t bcd) {
  return static_cast<std::uint8_t>((bcd >> 4) * 10 + (bcd & 0xF));
}

}  // namespace redbook::drive
