/// Whole discs, as the goldens of several formats have them.
#pragma once

#include <string_view>

#include "disc/disc.hpp"
#include "image/file_sums.hpp"
#include "suite.hpp"

namespace redbook::test {

/// The bytes that `digits` spell in hexadecimal; blanks and line ends do not count.
inline std::vector<std::byte> bytes_of_hex(std::string_view digits) {
  std::string plain;
  for (const char c : digits)
    if (c != ' ' && c != '\n') plain += c;
  std::vector<std::byte> bytes;
  for (std::size_t i = 0; i + 1 < plain.size(); i += 2)
    bytes.push_back(static_cast<std::byte>(std::stoi(plain.substr(i, 2), nullptr, 16)));
  return bytes;
}

inline std::string md5_of(Bytes bytes) {
  FileSums sums;
  sums.add(bytes);
  return sums.md5();
}
inline std::string md5_of(const std::string &text) {
  return md5_of(std::as_bytes(std::span{text}));
}

inline std::uint32_t crc_of(const std::string &text) {
  FileSums sums;
  sums.add(std::as_bytes(std::span{text}));
  return sums.crc32();
}

/// The disc of the golden pair of sheets: a hidden track of 2 s, codes, flags, an index
/// 02, and packs whose bytes no sheet has.
inline Disc disc_of_the_golden_pair() {
  Disc disc{{{Lba{0}, Blocks{150}, Blocks{22650}, {}, {}},
             {Lba{22650}, Blocks{150}, Blocks{22650}, {Blocks{4200}}, {}},
             {Lba{45300}, {}, Blocks{27000}, {}, {}}}};
  disc.mcn = "1234567890128";
  disc.tracks[0].subcode = {.isrc = "XYBLG1101234", .copy = Copy::permitted};
  disc.tracks[1].subcode.pre_emphasis = true;
  disc.cdtext.resize(18);
  return disc;
}

/// Golden 1 of the DDP sets: 2250 blocks with the lead, and an index 02.
inline Disc disc_of_ddp_golden_1() {
  return {{{Lba{0}, {}, Blocks{600}, {}, {}},
           {Lba{600}, Blocks{75}, Blocks{750}, {Blocks{300}}, {}},
           {Lba{1350}, Blocks{150}, Blocks{750}, {}, {}}}};
}

/// Golden 3: two tracks of 10 s, with texts.
inline Disc disc_of_ddp_golden_3() {
  Disc disc{
      {{Lba{0}, {}, Blocks{750}, {}, {"A"}}, {Lba{750}, {}, Blocks{750}, {}, {"B"}}},
      {"T"}};
  disc.tracks[1].texts.songwriter = "Writer Two";
  disc.cdtext = bytes_of_hex(
      "80000000 540041004200000000000000 7463"
      "82000100 00005772697465722054776f 3681"
      "8202020a 000000000000000000000000 8d60"
      "8f000300 000102000100020000000000 c967"
      "8f010400 000000000000000305000000 8f5a"
      "8f020500 000000000900000000000000 1c80");
  return disc;
}

/// Tracks of these lengths end to end, without pregaps.
inline Disc disc_of(const std::vector<Blocks> &lengths) {
  Disc disc;
  for (const auto length : lengths)
    disc.tracks.push_back({disc.lead_out(), {}, length, {}, {}});
  return disc;
}

}  // namespace redbook::test
