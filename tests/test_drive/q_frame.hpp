#pragma once

#include <array>
#include <string_view>

#include "test_drive/bytes.hpp"
#include "test_drive/place.hpp"

namespace redbook::drive {

/// One block's Q sub-channel: control and ADR, nine bytes, CRC.
using QFrame = std::array<std::uint8_t, 12>;

/// Where in a track a block lies.
struct Position {
  std::uint8_t control = 0;
  std::uint8_t track = 0;
  std::uint8_t index = 0;
  int relative_blocks = 0;
  Lba place;
};

/// Spells Q frames the way this drive does; a broken one can be told to spell badly.
class QSpeller {
 public:
  QSpeller() = default;
  QSpeller(bool binary, int shift_blocks)
      : binary_{binary}, shift_blocks_{shift_blocks} {}

  QFrame position(const Position &) const;
  QFrame catalogue(std::string_view mcn, Lba) const;
  QFrame isrc(std::uint8_t control, std::string_view isrc, Lba) const;
  /// A lead-in frame for a track, the lead-out (A2h) or the next session (B0h).
  QFrame pointer(std::uint8_t control_adr, std::uint8_t point, Lba) const;
  /// A lead-in frame whose last fields are not a place: A0h, A1h, C0h.
  QFrame lead_in(std::uint8_t control_adr, std::uint8_t point, Msf time, Msf value) const;

 private:
  std::uint8_t digits(std::uint8_t value) const {
    return binary_ ? value : to_bcd(value);
  }
  void put_msf(QFrame &, std::size_t at, Msf) const;

  bool binary_ = false;
  int shift_blocks_ = 0;
};

/// Seals the first ten bytes with their CRC.
void seal(QFrame &);
bool sealed(const QFrame &);

/// The Q data of a mode 2 or mode 3 frame as text; empty if it is another mode.
std::array<char, 14> catalogue_of(const QFrame &);
std::array<char, 13> isrc_of(const QFrame &);

}  // namespace redbook::drive
