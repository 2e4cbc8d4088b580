// Any bytes at all are taken for a cue sheet of music, with and without a charset, whose
// files have odd numbers of samples. Its disc has its tracks and pieces end to end, its
// audio has every sample of every file in order, and no track is off by more than half a
// block.

#include <cstdlib>

#include "error.hpp"
#include "image/reader/cue_reader.hpp"
#include "image/reader/sheet_layout.hpp"
#include "seed.hpp"
#include "text/terminal_text.hpp"
#include "text/utf8.hpp"

using namespace redbook;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<std::int64_t> lengths_of(const Sheet &sheet) {
  std::vector<std::int64_t> bytes;
  for (std::size_t i = 0; i < sheet.files.size(); ++i)
    bytes.push_back(Blocks{4500}.bytes() +
                    static_cast<std::int64_t>(i * 7 % 588) * bytes_per_sample);
  return bytes;
}

/// Silence is put between; nothing is left out, and nothing comes twice.
void require_all_audio(const SheetLayout &layout,
                       const std::vector<std::int64_t> &lengths) {
  std::size_t file = 0;
  std::int64_t at = 0;
  for (const auto &piece : layout.pieces) {
    if (!piece.file) continue;
    while (file < lengths.size() && at == lengths[file]) {
      ++file;
      at = 0;
    }
    require(*piece.file == file && piece.first_byte == at);
    at += piece.bytes;
  }
  require(at == lengths.at(file) && file + 1 == lengths.size());
}

void require_tracks(const SheetLayout &layout) {
  std::int64_t bytes = 0;
  for (const auto &piece : layout.pieces) bytes += piece.bytes;
  require(bytes == layout.disc.length().bytes());
  Lba end{};
  for (const auto &track : layout.disc.tracks) {
    require(track.start == end && track.index_1() < track.end());
    end = track.end();
  }
}

/// Neither C0 but line ends, nor DEL, nor C1, nor what turns the direction of writing.
bool is_terminal_safe(char32_t character) {
  if (character < 0x20) return character == U'\n';
  return !(character >= 0x7f && character <= 0x9f) && character != 0x61c &&
         !(character >= 0x200e && character <= 0x200f) &&
         !(character >= 0x202a && character <= 0x202e) &&
         !(character >= 0x2066 && character <= 0x2069);
}

void require_terminal_safe(const std::string &text) {
  for (const auto &written : {terminal_text(text, 100), terminal_lines(text)}) {
    require(is_utf8(written));
    for (const auto character : characters_of(written))
      require(is_terminal_safe(character));
  }
  require(terminal_text(text).find('\n') == std::string::npos);
}

void read(std::string_view bytes, const std::string &charset) {
  try {
    const auto sheet = read_cue_sheet(bytes, "a.cue", charset);
    for (const auto &file : sheet.files) require_terminal_safe(file.name);
    require_terminal_safe(sheet.texts.title);
    for (const auto &remark : sheet.remarks) require_terminal_safe(remark);
    const auto lengths = lengths_of(sheet);
    const auto layout = lay_out(sheet, lengths, "a.cue");
    require_tracks(layout);
    require_all_audio(layout, lengths);
    test::is_accepted = true;
  } catch (const Error &error) {
    require(error.fault() == Fault::image);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char *>(data), size};
  require_terminal_safe(std::string{text});
  read(text, {});
  read(text, "Shift_JIS");
  return 0;
}
