#include "cut_off.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "handle.hpp"
#include "mp3_tag.hpp"

namespace burn_album {
namespace {

/// More chunks than any file has before its sound.
constexpr int max_chunks = 1000;

/// A view of a file that reads numbers and names. Behind the end everything is zero.
class Reader {
 public:
  explicit Reader(const Bytes &bytes) : bytes_{bytes} {}

  std::string text(std::uint64_t offset, std::size_t size) const {
    std::string text(size, '\0');
    bytes_.read(offset, {reinterpret_cast<unsigned char *>(text.data()), size});
    return text;
  }
  std::uint64_t big(std::uint64_t offset, std::size_t size) const {
    std::uint64_t number = 0;
    for (const unsigned char byte : text(offset, size)) number = number << 8 | byte;
    return number;
  }
  std::uint64_t little(std::uint64_t offset, std::size_t size) const {
    auto bytes = text(offset, size);
    std::uint64_t number = 0;
    while (!bytes.empty()) {
      number = number << 8 | static_cast<unsigned char>(bytes.back());
      bytes.pop_back();
    }
    return number;
  }
  std::uint64_t size() const { return bytes_.size; }

 private:
  const Bytes &bytes_;
};

std::string sentence_of(std::uint64_t promised, std::uint64_t there) {
  return "is cut off: " + std::to_string(promised) +
         " bytes of sound are promised, and " + std::to_string(there) + " are there.";
}

/// Programs that can't seek leave 0, all ones or almost 2 GB.
bool is_known(std::uint64_t size) { return size != 0 && size < 0x7ffff000; }

/// The sound from `offset` on should have `promised` bytes.
std::optional<std::string> judged(std::uint64_t promised, std::uint64_t offset,
                                  const Reader &file) {
  const auto there = offset < file.size() ? file.size() - offset : 0;
  if (promised <= there) return {};
  return sentence_of(promised, there);
}

/// Where in RIFF and AIFF a chunk's content is, and how long it is said to be.
struct Chunk {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

using Number = std::uint64_t (Reader::*)(std::uint64_t, std::size_t) const;

/// The chunk of this name, of those that follow each other from `offset` on.
std::optional<Chunk> chunk_named(std::string_view name, std::uint64_t offset,
                                 Number number, const Reader &file) {
  for (int i = 0; i < max_chunks && offset + 8 <= file.size(); ++i) {
    const auto size = (file.*number)(offset + 4, 4);
    if (file.text(offset, 4) == name) return Chunk{offset + 8, size};
    offset += 8 + size + size % 2;
  }
  return {};
}

std::optional<std::string> in_wave(const Reader &file) {
  const auto sound = chunk_named("data", 12, &Reader::little, file);
  if (!sound || !is_known(sound->size)) return {};
  return judged(sound->size, sound->offset, file);
}

/// Sizes of 64 bits are in the first chunk, and 32 ones in the chunk itself.
std::optional<std::string> in_rf64(const Reader &file) {
  const auto sound = chunk_named("data", 12, &Reader::little, file);
  if (!sound) return {};
  if (sound->size != 0xffffffff) return in_wave(file);
  const bool has_sizes = file.text(12, 4) == "ds64";
  const auto size = has_sizes ? file.little(28, 8) : 0;
  if (size == 0 || size >= std::uint64_t{1} << 62) return {};
  return judged(size, sound->offset, file);
}

std::optional<std::string> in_aiff(const Reader &file) {
  const auto sound = chunk_named("SSND", 12, &Reader::big, file);
  if (!sound || !is_known(sound->size)) return {};
  return judged(sound->size, sound->offset, file);
}

/// Chunks have names of 16 bytes, begin at multiples of 8, and count their heads.
std::optional<std::string> in_w64(const Reader &file) {
  constexpr std::uint64_t head = 24;
  std::uint64_t offset = 40;
  for (int i = 0; i < max_chunks && offset + head <= file.size(); ++i) {
    const auto size = file.little(offset + 16, 8);
    if (size < head || size >= std::uint64_t{1} << 62) return {};
    if (file.text(offset, 4) == "data") return judged(size - head, offset + head, file);
    offset += (size + 7) / 8 * 8;
  }
  return {};
}

/// The last page begins in the last so many bytes, as none is longer.
constexpr std::uint64_t max_page_bytes = 27 + 255 + 255 * 255;

/// The first page of a stream that is not the last to be marked is followed by others.
std::optional<std::string> in_ogg(const Reader &file) {
  const auto from = file.size() - std::min(file.size(), 2 * max_page_bytes);
  const auto tail = file.text(from, static_cast<std::size_t>(file.size() - from));
  const auto page = tail.rfind(std::string_view{"OggS\0", 5});
  if (page == tail.npos || page + 27 > tail.size())
    return "is cut off: its last page is not there.";
  const auto segments = static_cast<unsigned char>(tail[page + 26]);
  std::size_t size = 27u + segments;
  for (std::size_t i = 0; i < segments && page + 27 + i < tail.size(); ++i)
    size += static_cast<unsigned char>(tail[page + 27 + i]);
  if (page + size > tail.size()) return "is cut off in the middle of a page.";
  constexpr int end_of_stream = 4;
  if ((static_cast<unsigned char>(tail[page + 5]) & end_of_stream) != 0) return {};
  return "is cut off: its last page is not marked as the end.";
}

/// Behind a tag of ID3v2, whose size has seven bits a byte.
std::uint64_t begin_of_mp3(const Reader &file) {
  std::uint64_t offset = 0;
  for (int i = 0; i < 4 && file.text(offset, 3) == "ID3"; ++i) {
    std::uint64_t size = 0;
    for (const unsigned char byte : file.text(offset + 6, 4))
      size = size << 7 | (byte & 0x7f);
    offset += 10 + size;
  }
  return offset;
}

/// Bytes of sound are counted from the frame with the tag on; one frame more or less is
/// how encoders differ.
std::optional<std::string> in_mp3(const Reader &file) {
  constexpr std::size_t max_frame_bytes = 2881;
  const auto begin = begin_of_mp3(file);
  const auto promised = bytes_in_xing_tag(file.text(begin, 256));
  if (!promised) return {};
  const auto there = begin < file.size() ? file.size() - begin : 0;
  if (*promised <= there + max_frame_bytes) return {};
  return sentence_of(*promised, there);
}

}  // namespace

std::optional<std::string> why_cut_off(const Bytes &bytes) {
  const Reader file{bytes};
  const auto name = file.text(0, 4);
  const auto form = file.text(8, 4);
  if (name == "RIFF" && form == "WAVE") return in_wave(file);
  if (name == "RF64" || name == "BW64") return in_rf64(file);
  if (name == "FORM" && (form == "AIFF" || form == "AIFC")) return in_aiff(file);
  if (name == "riff" && file.text(24, 4) == "wave") return in_w64(file);
  if (name == "OggS") return in_ogg(file);
  return in_mp3(file);
}

std::optional<std::string> why_cut_off(const std::filesystem::path &path) {
  const redbook::FileDescriptor file{
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return why_cut_off(Bytes{
      static_cast<std::uint64_t>(status.st_size),
      [&](std::uint64_t offset, std::span<unsigned char> into) -> std::size_t {
        const auto count =
            ::pread(file.get(), into.data(), into.size(), static_cast<off_t>(offset));
        return count > 0 ? static_cast<std::size_t>(count) : 0;
      }});
}

}  // namespace burn_album
