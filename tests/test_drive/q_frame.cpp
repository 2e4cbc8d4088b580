#include "test_drive/q_frame.hpp"

#include "test_drive/crc.hpp"

namespace redbook::drive {
namespace {

constexpr unsigned isrc_bits(char c) { return static_cast<unsigned>(c - '0') & 0x3F; }

std::uint8_t digit_pair(char high, char low) {
  return static_cast<std::uint8_t>((high - '0') << 4 | (low - '0'));
}

char digit(unsigned nibble) { return static_cast<char>('0' + (nibble & 0xF)); }

}  // namespace

void seal(QFrame &frame) { put_16(frame, 10, crc_16(View{frame}.first(10))); }

bool sealed(const QFrame &frame) {
  return get_16(frame, 10) == crc_16(View{frame}.first(10));
}

void QSpeller::put_msf(QFrame &frame, std::size_t at, Msf msf) const {
  frame[at] = digits(msf.minute);
  frame[at + 1] = digits(msf.second);
  frame[at + 2] = digits(msf.frame);
}

QFrame QSpeller::position(const Position &at) const {
  QFrame frame{};
  frame[0] = static_cast<std::uint8_t>(at.control << 4 | 1);
  frame[1] = at.track > 99 ? at.track : digits(at.track);
  frame[2] = digits(at.index);
  put_msf(frame, 3, Msf::length(at.relative_blocks));
  put_msf(frame, 7, Msf::of(at.place + shift_blocks_));
  seal(frame);
  return frame;
}

QFrame QSpeller::catalogue(std::string_view mcn, Lba lba) const {
  QFrame frame{0x02};
  for (std::size_t i = 0; i < 6; ++i)
    frame[1 + i] = digit_pair(mcn[2 * i], mcn[2 * i + 1]);
  frame[7] = digit_pair(mcn[12], '0');
  frame[9] = digits(Msf::of(lba).frame);
  seal(frame);
  return frame;
}

QFrame QSpeller::isrc(std::uint8_t control, std::string_view isrc, Lba lba) const {
  // Mode 3 of Q: five characters of six bits, two zero bits, seven BCD digits.
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 5; ++i) bits = bits << 6 | isrc_bits(isrc[i]);
  bits <<= 2;
  for (std::size_t i = 5; i < 12; ++i) bits = bits << 4 | isrc_bits(isrc[i]);
  bits <<= 4;
  QFrame frame{static_cast<std::uint8_t>(control << 4 | 3)};
  put_32(frame, 1, static_cast<std::uint32_t>(bits >> 32));
  put_32(frame, 5, static_cast<std::uint32_t>(bits));
  frame[9] = digits(Msf::of(lba).frame);
  seal(frame);
  return frame;
}

QFrame QSpeller::pointer(std::uint8_t control_adr, std::uint8_t point, Lba lba) const {
  return lead_in(control_adr, point, {}, Msf::of(lba + shift_blocks_));
}

QFrame QSpeller::lead_in(std::uint8_t control_adr, std::uint8_t point, Msf time,
                         Msf value) const {
  QFrame frame{control_adr, 0};
  frame[2] = point > 99 ? point : digits(point);
  put_msf(frame, 3, time);
  put_msf(frame, 7, value);
  seal(frame);
  return frame;
}

std::array<char, 14> catalogue_of(const QFrame &frame) {
  std::array<char, 14> mcn{};
  if (!sealed(frame) || (frame[0] & 0xF) != 2) return mcn;
  for (unsigned i = 0; i < 13; ++i) mcn[i] = digit(frame[1 + i / 2] >> (i % 2 ? 0 : 4));
  return mcn;
}

std::array<char, 13> isrc_of(const QFrame &frame) {
  std::array<char, 13> isrc{};
  if (!sealed(frame) || (frame[0] & 0xF) != 3) return isrc;
  const auto bits = std::uint64_t{get_32(frame, 1)} << 32 | get_32(frame, 5);
  for (int i = 0; i < 5; ++i)
    isrc[i] = static_cast<char>('0' + (bits >> (58 - 6 * i) & 0x3F));
  for (int i = 0; i < 7; ++i)
    isrc[5 + i] = digit(static_cast<unsigned>(bits >> (28 - 4 * i)));
  return isrc;
}

}  // namespace redbook::drive
