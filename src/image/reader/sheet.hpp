/// What a sheet says of a disc, as its readers give it before they open any of its files.
/// Values, no I/O.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "disc/disc.hpp"
#include "error.hpp"

namespace redbook {

/// How the samples of a file are stored. The first two have no header; the last one needs
/// a decoder.
enum class AudioFormat { little_endian, big_endian, wave, swapped_wave, encoded };

/// The most files of a sheet: each track may have one, and one for its pregap.
inline constexpr std::size_t max_sheet_files = 2 * std::size_t{max_tracks};

struct AudioFile {
  std::string name;  ///< as the sheet has it: relative to its folder, or absolute
  AudioFormat format{};
  int line = 0;
};

/// A piece of the disc's audio: part of a file, or silence.
struct Stretch {
  std::optional<std::size_t> file{};    ///< position in Sheet::files; nothing: silence
  std::int64_t first_byte = 0;          ///< of the audio, which a header is no part of
  std::optional<std::int64_t> bytes{};  ///< nothing: up to the end of the file
  bool fills_block = false;             ///< silence completes its last block
  int line = 0;
};

/// A place in a track: `offset` behind the start of one of its stretches. One that is
/// inside a block means the next block.
struct Mark {
  std::size_t stretch = 0;
  Blocks offset{};
};

struct SheetTrack {
  Texts texts{};
  Subcode subcode{};
  std::vector<Stretch> stretches{};
  Mark index_1{};
  std::vector<Mark> indexes{};  ///< 02 and on
  int line = 0;
};

/// A CRC-32, and the line of the sheet that tells it.
struct ToldChecksum {
  std::uint32_t crc32 = 0;
  int line = 0;
};

struct Sheet {
  std::vector<AudioFile> files{};
  std::vector<SheetTrack> tracks{};
  Texts texts{};
  std::string genre{};
  std::string mcn{};
  std::string language{};            ///< ISO 639; empty: not known
  std::vector<std::byte> cdtext{};   ///< packs, if the sheet holds the texts itself
  std::optional<AudioFile> packs{};  ///< else the file with them; its format says nothing
  std::optional<ToldChecksum> audio_crc32{};  ///< see sheet_checksums.hpp
  std::optional<ToldChecksum> packs_crc32{};
  /// The audio runs on over the ends of tracks and files: no silence completes blocks but
  /// the last, and each mark goes to the nearest block.
  bool is_joined = false;
  std::vector<std::string> remarks{};  ///< sentences on what the reader had to guess
};

/// Where a reader is: what its errors name.
struct SheetPlace {
  std::string sheet;
  int line = 0;
};

/// Error (image) with this sentence, and `SHEET:LINE` as its detail.
Error sheet_error(const SheetPlace &place, std::string sentence);

/// Adds a file to those of `sheet`. Throws Error if it has as many as it can have.
void add_file(AudioFile file, const SheetPlace &place, Sheet &sheet);

/// Throws Error if `name` has a NUL, which ends names for the system.
void check_file_name(const std::string &name, const SheetPlace &place);

/// `of_file`, with the place of the sheet that names the file in front of the detail.
Error with_place(const Error &of_file, const SheetPlace &place);

}  // namespace redbook
