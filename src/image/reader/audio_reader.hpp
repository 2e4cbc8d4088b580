/// A file that holds audio of a disc image.
#pragma once

#include <cstdint>
#include <filesystem>

#include "handle.hpp"
#include "image/reader/sheet.hpp"

namespace redbook {

/// An open file and where its samples are: S16 stereo at 44100 Hz.
struct AudioSource {
  FileDescriptor file;
  std::int64_t first_byte = 0;  ///< behind the header
  std::int64_t bytes = 0;
  bool big_endian = false;
};

/// Opens `path` to read. The chunks of a WAVE file are followed to its audio; a length of
/// 0 or of nearly 4 GiB, as programs that write into a pipe leave it, means the rest of
/// the file. Raw sound begins like no kind of file that is known. Throws Error (image) if
/// the file can't be read, is no regular file, or no audio of an audio CD; its detail
/// begins with `path`.
AudioSource open_audio(const std::filesystem::path &path, AudioFormat format);

}  // namespace redbook
