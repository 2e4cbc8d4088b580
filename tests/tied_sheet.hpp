/// Sheets that know the files beside them by checksums.
#pragma once

#include <span>

#include "checksum/crc32.hpp"
#include "support.hpp"
#include "text/number_text.hpp"

namespace redbook::test {

/// The sheet `name` without the line of its audio's checksum; it must be right, and there
/// once, or a line says what it should have been.
inline std::string sheet_tied_to(const std::filesystem::path &audio,
                                 const std::filesystem::path &name) {
  auto text = contents(name);
  const auto samples = contents(audio);
  const auto line = "REM AUDIO-CRC32 " +
                    hexadecimal(crc32(0, std::as_bytes(std::span{samples}))) + '\n';
  const auto at = text.find(line);
  return at == text.npos ? text + "lacks: " + line : text.erase(at, line.size());
}

}  // namespace redbook::test
