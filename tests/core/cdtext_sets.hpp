/// Sets of CD-TEXT that several tests encode, and what they should be.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "cdtext/encoder.hpp"
#include "suite.hpp"

namespace redbook::test {

inline std::string hexadecimal(const CdTextPack &pack) {
  constexpr auto digits = "0123456789abcdef";
  std::string line;
  for (std::size_t i = 0; i < bytes_per_pack; ++i) {
    if (i == 4 || i == 16) line += ' ';
    line += digits[pack.bytes()[i] >> 4U];
    line += digits[pack.bytes()[i] & 0xfU];
  }
  return line;
}

/// One line for each pack: header, payload, CRC.
inline std::string hexadecimal(const std::vector<CdTextPack> &packs) {
  std::string lines;
  for (const auto &pack : packs) lines += hexadecimal(pack) + '\n';
  return lines;
}

/// A block of tracks with these titles, in English.
inline CdTextBlock titled(const std::string &disc,
                          const std::vector<std::string> &titles) {
  CdTextBlock block{.language = Language::english};
  block.disc.title = disc;
  for (const auto &title : titles) block.tracks.push_back({{.title = title}, ""});
  return block;
}

inline void set_performer(CdTextBlock &block, const std::string &performer) {
  block.disc.performer = performer;
  for (auto &track : block.tracks) track.texts.performer = performer;
}

/// "Disc" of three tracks, by "Artist" throughout.
inline CdTextBlock english_block() {
  auto block = titled("Disc", {"Track One", "Track Two", "Track Three"});
  set_performer(block, "Artist");
  return block;
}

inline CdTextBlock german_block() {
  auto block = titled("Fröhliche Nächte", {"Größe", "Übung", "Straße"});
  block.language = Language::german;
  set_performer(block, "Künstler");
  return block;
}

/// 99 titles of 29 characters, all different, and one of the disc.
inline CdTextSet full_set(std::size_t disc_title) {
  std::vector<std::string> titles;
  for (int i = 0; i < 99; ++i)
    titles.push_back(std::to_string(100 + i).substr(1) + std::string(27, 'x'));
  return {{titled(std::string(disc_title, 'D'), titles)}, {}};
}

/// Numbers that are the same in each run.
class Lottery {
 public:
  explicit Lottery(std::uint32_t seed) : state_{seed} {}
  /// 0 to `below` - 1.
  int draw(int below) {
    state_ = state_ * 1664525 + 1013904223;
    return static_cast<int>((state_ >> 8U) % static_cast<std::uint32_t>(below));
  }
  bool one_in(int chances) { return draw(chances) == 0; }

 private:
  std::uint32_t state_;
};

/// Gives a block one of every item; the ISRC to the track at `position`.
inline void fill(CdTextBlock &block, std::size_t position) {
  block.disc = {"T", "P", "S", "C", "R", "M"};
  block.disc_id = "XY 1";
  block.genre_code = 0x17;
  block.genre = "Rock of the 60s";
  block.closed_info = "Übung";
  block.mcn = "1234567890128";
  block.tracks[position].isrc = "XYBLG1101234";
  block.copyrighted = true;
}

}  // namespace redbook::test
