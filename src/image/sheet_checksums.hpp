/// The words of remarks by which a sheet of ours knows the files beside it again. Each
/// has a CRC-32 behind it, as 8 hexadecimal digits: `REM AUDIO-CRC32 1A2B3C4D` in a cue
/// sheet, `// AUDIO-CRC32 1A2B3C4D` in a TOC file. Other programs pass over remarks.
#pragma once

namespace redbook {

/// Of the disc's audio, LBA 0 to the lead-out, little-endian, however many files hold it.
inline constexpr const char *audio_crc32_word = "AUDIO-CRC32";

/// Of the packs in the file of CD-TEXT, without a header or a 0 at its end.
inline constexpr const char *packs_crc32_word = "CDTEXT-CRC32";

}  // namespace redbook
