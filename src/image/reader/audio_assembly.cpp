#include "image/reader/audio_assembly.hpp"

#include <glib.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <span>
#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

bool is_one_run(const std::vector<AudioPiece> &pieces,
                const std::vector<AudioSource> &sources) {
  auto next = pieces.empty() ? 0 : pieces.front().first_byte;
  for (const auto &piece : pieces) {
    if (!piece.file || piece.file != pieces.front().file || piece.first_byte != next)
      return false;
    next += piece.bytes;
  }
  return !pieces.empty() && !sources[*pieces.front().file].big_endian;
}

fs::path folder_for_copies() {
  std::error_code failed;
  fs::path cache = g_get_user_cache_dir();
  fs::create_directories(cache, failed);
  if (!failed && ::access(cache.c_str(), W_OK) == 0) return cache;
  auto temporary = fs::temp_directory_path(failed);
  if (failed)
    throw Error{
        Fault::stash, Result::file_access,
        "There is no folder for a copy of the sound: the cache folder can't be written, and TMPDIR is none.",
        cache.string()};
  return temporary;
}

void swap_bytes(std::span<std::byte> audio) {
  for (std::size_t i = 0; i + 1 < audio.size(); i += 2) std::swap(audio[i], audio[i + 1]);
}

void fill(std::span<std::byte> into, std::int64_t from, const AudioSource &source) {
  while (!into.empty()) {
    const auto count =
        ::pread(source.file.get(), into.data(), into.size(), source.first_byte + from);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      throw Error::of_errno(Fault::image, "The audio of the disc image can't be read.",
                            "pread");
    if (count == 0)
      throw Error{Fault::image, Result::invalid_image,
                  "A file of the disc image became shorter while it was read."};
    from += count;
    into = into.subspan(static_cast<std::size_t>(count));
  }
}

/// Puts pieces into a new stash.
class Assembly {
 public:
  Assembly() : stash_{std::make_shared<Stash>(folder_for_copies())} {}

  void add(const AudioPiece &piece, const std::vector<AudioSource> &sources) {
    if (piece.file) copy(piece, sources[*piece.file]);
    bytes_ += piece.bytes;
  }

  std::shared_ptr<Stash> finish() && {
    stash_->resize(bytes_);
    return std::move(stash_);
  }

 private:
  // Pieces begin and end with a sample, but for what is left of a broken file.
  void copy(const AudioPiece &piece, const AudioSource &source) {
    std::vector<std::byte> buffer(Blocks{450}.bytes());
    for (std::int64_t done = 0; done < piece.bytes;) {
      const auto length = std::min(piece.bytes - done, size_of(Bytes{buffer}));
      const auto part = std::span{buffer}.first(static_cast<std::size_t>(length));
      fill(part, piece.first_byte + done, source);
      if (source.big_endian) swap_bytes(part);
      stash_->write(bytes_ + done, part);
      done += length;
    }
  }

  std::shared_ptr<Stash> stash_;
  std::int64_t bytes_ = 0;
};

}  // namespace

std::shared_ptr<Stash> stash_of(const std::vector<AudioPiece> &pieces,
                                std::vector<AudioSource> sources) {
  if (is_one_run(pieces, sources)) {
    auto &source = sources[*pieces.front().file];
    const auto lead = source.first_byte + pieces.front().first_byte;
    return std::make_shared<Stash>(std::move(source.file), lead);
  }
  Assembly assembly;
  for (const auto &piece : pieces) assembly.add(piece, sources);
  return std::move(assembly).finish();
}

}  // namespace redbook
