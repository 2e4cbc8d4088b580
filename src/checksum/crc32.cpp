#include "checksum/crc32.hpp"

#include <libdeflate.h>

#include <array>
#include <cstddef>

namespace redbook {
namespace {

// Polynomials over GF(2) modulo that of CRC-32; the highest bit is the coefficient of
// x^0.
using Polynomial = std::uint32_t;

constexpr Polynomial modulus = 0xedb88320;
constexpr Polynomial one = 0x80000000;

constexpr Polynomial times_x(Polynomial a) {
  return (a & 1) != 0 ? (a >> 1) ^ modulus : a >> 1;
}

constexpr Polynomial product(Polynomial a, Polynomial b) {
  Polynomial sum = 0;
  for (auto bit = one; bit != 0; bit >>= 1) {
    if ((a & bit) != 0) sum ^= b;
    b = times_x(b);
  }
  return sum;
}

// x^(8 digit 16^place), for each digit of as many bytes as a file can have.
constexpr std::size_t digits = 16;
constexpr auto powers = [] {
  std::array<std::array<Polynomial, digits>, 16> all{};
  Polynomial step = one >> 8;
  for (auto &place : all) {
    place[0] = one;
    for (std::size_t digit = 1; digit < digits; ++digit)
      place[digit] = product(place[digit - 1], step);
    step = product(place[digits - 1], step);
  }
  return all;
}();

constexpr Polynomial x_to_the(std::int64_t bytes) {
  auto power = one;
  for (std::size_t place = 0; bytes != 0; ++place, bytes /= 16)
    if (const auto digit = static_cast<std::size_t>(bytes % 16); digit != 0)
      power = product(power, powers[place][digit]);
  return power;
}

// For each byte of a CRC what becomes of it.
using Table = std::array<std::array<std::uint32_t, 256>, 4>;

constexpr Table piece_table = [] {
  Table table{};
  auto row = x_to_the(crc32_piece_bytes);
  for (std::size_t bit = 32; bit-- > 0; row = times_x(row)) {
    auto &column = table[bit / 8];
    const std::size_t value = std::size_t{1} << bit % 8;
    for (std::size_t i = value; i < 256; ++i)
      if ((i & value) != 0) column[i] ^= row;
  }
  return table;
}();

}  // namespace

std::uint32_t crc32(std::uint32_t crc, Bytes bytes) noexcept {
  if (bytes.empty()) return crc;  // libdeflate takes no bytes as a new start
  return libdeflate_crc32(crc, bytes.data(), bytes.size());
}

std::uint32_t crc32_moved(std::uint32_t crc, std::int64_t bytes) noexcept {
  return crc == 0 ? 0 : product(x_to_the(bytes), crc);
}

// The modulus is primitive: so many bytes move a CRC back to where it was.
std::uint32_t crc32_without_end(std::uint32_t crc, std::uint32_t end_crc,
                                std::int64_t end_bytes) noexcept {
  constexpr std::int64_t all_the_way_round = 0xffffffff;
  return crc32_moved(crc ^ end_crc, all_the_way_round - end_bytes % all_the_way_round);
}

std::uint32_t crc32_moved_by_a_piece(std::uint32_t crc) noexcept {
  return piece_table[0][crc & 0xff] ^ piece_table[1][crc >> 8 & 0xff] ^
         piece_table[2][crc >> 16 & 0xff] ^ piece_table[3][crc >> 24];
}

}  // namespace redbook
