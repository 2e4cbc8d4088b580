#include "image/reader/file_check.hpp"

#include <charconv>
#include <string>

#include "checksum/crc32.hpp"
#include "image/reader/sheet_text.hpp"
#include "image/sheet_checksums.hpp"
#include "stash/audio_pieces.hpp"
#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

std::uint32_t crc32_of(std::string_view digits, const SheetPlace &place) {
  std::uint32_t crc = 0;
  const auto *const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, crc, 16);
  if (digits.size() != 8 || read.ec != std::errc{} || read.ptr != end)
    throw sheet_error(place,
                      "The sheet has a checksum that is not 8 hexadecimal digits.");
  return crc;
}

void check(const ToldChecksum &told, std::uint32_t crc, const std::string &sheet,
           const char *sentence) {
  if (told.crc32 == crc) return;
  const auto error = sheet_error({sheet, told.line}, sentence);
  throw Error{error.fault(), error.result(), error.what(),
              error.detail() + ": CRC-32 " + hexadecimal(crc) + " instead of " +
                  hexadecimal(told.crc32)};
}

}  // namespace

void take_checksum(std::string_view text, const SheetPlace &place, Sheet &sheet) {
  const auto word = upper_case(take_word(text));
  if (word == audio_crc32_word)
    sheet.audio_crc32 = {crc32_of(take_word(text), place), place.line};
  else if (word == packs_crc32_word)
    sheet.packs_crc32 = {crc32_of(take_word(text), place), place.line};
}

void check_packs(const Sheet &sheet, const std::string &name, Bytes packs) {
  if (!sheet.packs_crc32) return;
  check(
      *sheet.packs_crc32, crc32(0, packs), name,
      "The CD-TEXT is not the one that the sheet was written with: one of the two files belongs to another disc. If you have changed the texts, delete this line of the sheet.");
}

void check_audio(const Sheet &sheet, const std::string &name, Blocks length,
                 const Stash &stash) {
  if (!sheet.audio_crc32) return;
  std::uint32_t crc = 0;
  for_each_piece(stash, Lba{0}, Lba{0} + length,
                 [&crc](Bytes piece, Lba /*at*/) { crc = crc32(crc, piece); });
  check(
      *sheet.audio_crc32, crc, name,
      "The audio is not the one that the sheet was written with: one of the two files belongs to another disc, or is damaged. If you have changed the audio, delete this line of the sheet.");
}

}  // namespace redbook
