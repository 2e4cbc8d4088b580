#include "image/reader/audio_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "image/reader/sound_kind.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t chunk_header_bytes = 8;
constexpr std::int64_t first_chunk = 12;  // behind RIFF, its size, and WAVE
constexpr int max_chunks = 1000;

/// The chunks of a RIFF file (Microsoft Multimedia Standards Update, revision 3.0).
class WaveFile {
 public:
  WaveFile(int fd, std::int64_t file_bytes, const fs::path &path)
      : fd_{fd}, file_bytes_{file_bytes}, path_{path} {}

  /// Where the audio is: its first byte and its length.
  std::pair<std::int64_t, std::int64_t> audio() const;

 private:
  struct Chunk {
    std::array<char, 4> name{};
    std::int64_t bytes = 0;
    bool is(std::string_view wanted) const {
      return std::string_view{name.data(), name.size()} == wanted;
    }
  };

  Error wrong(const char *sentence, const std::string &why) const {
    return {Fault::image, Result::invalid_image, sentence, path_.string() + ": " + why};
  }
  Error no_wave() const {
    return wrong("A file of the disc image is no WAVE file.", "no RIFF/WAVE header");
  }
  template <std::size_t size>
  std::optional<std::array<unsigned char, size>> bytes_at(std::int64_t place) const;
  std::optional<Chunk> chunk_at(std::int64_t place) const;
  void check_format(std::int64_t place) const;
  std::int64_t length_of(const Chunk &data, std::int64_t first) const;

  int fd_;
  std::int64_t file_bytes_;
  const fs::path &path_;
};

std::uint32_t little_endian(const unsigned char *bytes, unsigned count) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < count; ++i)
    value |= static_cast<std::uint32_t>(bytes[i]) << (8 * i);
  return value;
}

template <std::size_t size>
std::optional<std::array<unsigned char, size>> WaveFile::bytes_at(
    std::int64_t place) const {
  std::array<unsigned char, size> bytes{};
  if (::pread(fd_, bytes.data(), size, place) != static_cast<ssize_t>(size))
    return std::nullopt;
  return bytes;
}

std::optional<WaveFile::Chunk> WaveFile::chunk_at(std::int64_t place) const {
  const auto header = bytes_at<chunk_header_bytes>(place);
  if (!header) return std::nullopt;
  Chunk chunk;
  std::copy_n(header->begin(), chunk.name.size(), chunk.name.begin());
  chunk.bytes = little_endian(header->data() + chunk.name.size(), 4);
  return chunk;
}

void WaveFile::check_format(std::int64_t place) const {
  const auto format = bytes_at<16>(place);
  if (!format) throw no_wave();
  const auto coding = little_endian(format->data(), 2);
  const auto channels = little_endian(format->data() + 2, 2);
  const auto rate = little_endian(format->data() + 4, 4);
  const auto bits = little_endian(format->data() + 14, 2);
  constexpr std::uint32_t pcm = 1, extensible = 0xfffe;
  if ((coding != pcm && coding != extensible) || channels != 2 ||
      rate != samples_per_second || bits != 16)
    throw wrong(
        "A WAVE file of the disc image is not what audio CDs hold: 44100 Hz, 2 channels, 16 bits.",
        "format " + std::to_string(coding) + ", " + std::to_string(rate) + " Hz, " +
            std::to_string(channels) + " channels, " + std::to_string(bits) + " bits");
}

std::int64_t WaveFile::length_of(const Chunk &data, std::int64_t first) const {
  constexpr std::int64_t not_known = 0xfffff000;
  const auto there = file_bytes_ - first;
  if (data.bytes == 0 || data.bytes >= not_known) return there;
  if (data.bytes > there)
    throw wrong("A WAVE file of the disc image ends before its audio does.",
                std::to_string(data.bytes) + " bytes of audio, " + std::to_string(there) +
                    " in the file");
  return data.bytes;
}

std::pair<std::int64_t, std::int64_t> WaveFile::audio() const {
  const auto riff = chunk_at(0);
  const auto kind = bytes_at<4>(chunk_header_bytes);
  if (!riff || !riff->is("RIFF") || !kind ||
      !std::equal(kind->begin(), kind->end(), "WAVE"))
    throw no_wave();
  bool has_format = false;
  auto place = first_chunk;
  for (int i = 0; i < max_chunks; ++i) {
    const auto chunk = chunk_at(place);
    if (!chunk) break;
    const auto first = place + chunk_header_bytes;
    if (chunk->is("fmt ")) {
      check_format(first);
      has_format = true;
    }
    if (chunk->is("data") && has_format) return {first, length_of(*chunk, first)};
    place = first + chunk->bytes + chunk->bytes % 2;
  }
  throw wrong("A WAVE file of the disc image has no audio.", "no data chunk");
}

AudioSource opened(const fs::path &path) {
  AudioSource source{
      FileDescriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)}};
  struct stat status {};
  if (!source.file || ::fstat(source.file.get(), &status) != 0)
    throw Error::of_errno(Fault::image, "A file of the disc image can't be opened.",
                          path.string());
  if (!S_ISREG(status.st_mode))
    throw Error{Fault::image, Result::invalid_image,
                "What the sheet of the disc image names is not a file.", path.string()};
  source.bytes = status.st_size;
  return source;
}

/// Some write BINARY for everything.
void check_is_raw(int fd, const fs::path &path) {
  std::array<char, kind_bytes> beginning{};
  const auto count =
      std::max(::pread(fd, beginning.data(), beginning.size(), 0), ssize_t{0});
  const auto kind = kind_of_sound({beginning.data(), static_cast<std::size_t>(count)});
  if (!kind.empty())
    throw Error{
        Fault::image, Result::invalid_image,
        "The sheet of the disc image says that a file is raw sound, and it is of another kind: correct its type in the sheet.",
        path.string() + ": " + std::string{kind}};
}

}  // namespace

AudioSource open_audio(const fs::path &path, AudioFormat format) {
  if (format == AudioFormat::encoded)
    throw Error{
        Fault::image, Result::invalid_image,
        "The cue sheet names a file that has to be decoded, which burn-album does: this program takes BINARY, MOTOROLA and WAVE.",
        path.string()};
  auto source = opened(path);
  if (format == AudioFormat::wave || format == AudioFormat::swapped_wave)
    std::tie(source.first_byte, source.bytes) =
        WaveFile{source.file.get(), source.bytes, path}.audio();
  else
    check_is_raw(source.file.get(), path);
  source.big_endian =
      format == AudioFormat::big_endian || format == AudioFormat::swapped_wave;
  return source;
}

}  // namespace redbook
