/// Cue sheets, and the discs that they make.
#pragma once

#include "image/reader/cue_reader.hpp"
#include "image/reader/sheet_layout.hpp"
#include "image_reader_fixture.hpp"

namespace redbook::test {

/// The disc of a sheet whose files have so many blocks each.
inline SheetLayout laid_out(const std::string &text,
                            const std::vector<std::int64_t> &blocks) {
  const auto sheet = read_cue_sheet(text, "a.cue");
  std::vector<std::int64_t> bytes;
  for (const auto count : blocks) bytes.push_back(count * bytes_per_block);
  return lay_out(sheet, bytes, "a.cue");
}

/// `file:first+blocks` for each piece, `-` for silence.
inline std::string pieces_of(const SheetLayout &layout) {
  std::string text;
  for (const auto &piece : layout.pieces)
    text += (piece.file ? std::to_string(*piece.file) : "-") + ':' +
            std::to_string(piece.first_byte / bytes_per_block) + '+' +
            std::to_string(piece.bytes / bytes_per_block) + ' ';
  return text;
}

/// One file, and a track with these lines in it.
inline std::string sheet_with(const std::string &lines) {
  return "FILE \"a.bin\" BINARY\nTRACK 01 AUDIO\n" + lines + "INDEX 01 00:00:00\n";
}

inline std::string detail_of(const std::string &text) {
  return error_of([&] { laid_out(text, {4500, 4500, 4500}); }).detail();
}

}  // namespace redbook::test
