/// CD-TEXT as the decoder gets it, whole and spoilt.
#pragma once

#include "cdtext/decoder.hpp"
#include "cdtext_sets.hpp"

namespace redbook::test {

using File = std::vector<std::byte>;

inline File file_of(const CdTextSet &set, Repeats repeats = Repeats::full) {
  return encode(set, {.repeats = repeats, .overflow = Overflow::refuse}).bytes();
}

inline std::string found_in(const DecodedCdText &decoded) {
  std::string lines;
  for (const auto &finding : decoded.findings) lines += to_string(finding) + '\n';
  return lines;
}

inline std::string found_in(const File &file) { return found_in(decode_cdtext(file)); }

inline std::string difference_of(const CdTextSet &a, const CdTextSet &b) {
  std::string lines;
  for (const auto &[what, first, second] : differences(a, b))
    lines += what + ": " + first + " | " + second + '\n';
  return lines;
}

// All that `set` is comes back, and nothing is found.
inline void assert_comes_back(const CdTextSet &set, const EncodingOptions &options = {}) {
  const auto encoded = encode(set, options);
  const auto decoded = decode_cdtext(encoded.bytes());
  if (decoded.set == encoded.set && decoded.findings.empty()) return;
  assert_text(found_in(decoded), "");
  assert_text(difference_of(encoded.set, decoded.set), "");
  ck_assert(decoded.set == encoded.set);
}

inline CdTextSet two_languages() { return {{english_block(), german_block()}, {}}; }

inline void set_byte(File &file, std::size_t pack, std::size_t at, unsigned value) {
  file.at(pack * bytes_per_pack + at) = static_cast<std::byte>(value);
}

// Changes a byte of a pack and makes its CRC right again.
inline void forge(File &file, std::size_t pack, std::size_t at, unsigned value) {
  set_byte(file, pack, at, value);
  const auto bytes = Bytes{file}.subspan(pack * bytes_per_pack, bytes_per_pack);
  const auto crc = inverted_crc16(bytes.first(16));
  set_byte(file, pack, 16, crc >> 8U);
  set_byte(file, pack, 17, crc & 0xffU);
}

inline void remove_pack(File &file, std::size_t pack) {
  const auto start = file.begin() + static_cast<std::ptrdiff_t>(pack * bytes_per_pack);
  file.erase(start, start + bytes_per_pack);
}

inline File operator+(File front, const File &back) {
  front.insert(front.end(), back.begin(), back.end());
  return front;
}

inline File bytes(std::initializer_list<unsigned> values) {
  File file;
  for (const auto value : values) file.push_back(static_cast<std::byte>(value));
  return file;
}

inline CdTextSet with_everything() {
  auto set = two_languages();
  fill(set.blocks[0], 1);
  set.toc = CdTextToc{1, {Lba{0}, Lba{22650}, Lba{45150}}, Lba{72150}};
  return set;
}

inline CdTextBlock japanese_block() {
  auto block = titled("さくら", {"あ", "", "東京", "東京"});
  block.character_code = CharacterCode::ms_jis;
  block.language = Language::japanese;
  block.mcn = "1234567890128";
  block.disc_id = "XY";
  block.genre = "odd";
  block.genre_code = 20;
  block.tracks[1].isrc = "XYBLG1101234";
  block.closed_info = "ÄÖÜ";
  return block;
}

inline std::string random_text(Lottery &lottery) {
  std::string text;
  for (int i = lottery.draw(lottery.one_in(8) ? 120 : 20); i > 0; --i)
    text += lottery.one_in(4) ? "ü"
                              : std::string(1, static_cast<char>('A' + lottery.draw(26)));
  return text;
}

inline CdTextSet random_set(Lottery &lottery) {
  CdTextSet set;
  for (int i = 1 + lottery.draw(2); i > 0; --i)
    set.blocks.push_back(titled(
        "", std::vector<std::string>(static_cast<std::size_t>(1 + lottery.draw(6)))));
  for (const auto &place : places_in(set))
    if (code_for(place.type, CharacterCode::latin_1) == CharacterCode::latin_1)
      text_at(set, place) = lottery.one_in(3) ? "" : random_text(lottery);
  return set;
}

}  // namespace redbook::test
