/// What several tests share. No test library here, and nothing of GStreamer.
#pragma once

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "bytes.hpp"
#include "error.hpp"
#include "stash/stash.hpp"
#include "temp_dir.hpp"
#include "units.hpp"

namespace redbook::test {

inline std::string contents(const std::filesystem::path &name) {
  std::ostringstream text;
  text << std::ifstream{name, std::ios::binary}.rdbuf();
  return text.str();
}

inline void write_file(const std::filesystem::path &name, const std::string &text) {
  std::ofstream{name, std::ios::binary} << text;
}

inline mode_t mode_of(const std::filesystem::path &name) {
  struct stat status {};
  return ::stat(name.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

using Pcm = std::vector<std::byte>;

inline Pcm silence(std::int64_t bytes) { return Pcm(static_cast<std::size_t>(bytes)); }
inline Pcm silence(Blocks length) { return silence(length.bytes()); }

/// Audio whose samples count up from `first`: the left channel has the lower 16 bits.
inline Pcm counting_audio(std::int64_t bytes, std::int64_t first = 0) {
  Pcm pcm(static_cast<std::size_t>(bytes));
  auto *const out = pcm.data();  // a vector's own words are slow under the sanitizers
  for (std::size_t i = 0, end = pcm.size(); i < end; ++i) {
    const auto sample =
        static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(i / 4);
    out[i] = static_cast<std::byte>(sample >> (8 * (i % 4)));
  }
  return pcm;
}
inline Pcm counting_audio(Blocks length, std::int64_t first = 0) {
  return counting_audio(length.bytes(), first);
}

/// The number that counting_audio() wrote as the sample at `offset`.
inline std::int64_t sample_at(const Pcm &pcm, std::int64_t offset) {
  std::uint32_t sample = 0;
  for (std::size_t i = 0; i < 4; ++i)
    sample |= std::to_integer<std::uint32_t>(pcm.at(static_cast<std::size_t>(offset) + i))
              << (8 * i);
  return sample;
}

inline std::int64_t file_size(const Stash &stash) {
  struct stat status {};
  return ::fstat(stash.fd(), &status) == 0 ? status.st_size : -1;
}

/// All that is in the file of `stash`.
inline Pcm staged(const Stash &stash) {
  auto pcm = silence(file_size(stash));
  if (::pread(stash.fd(), pcm.data(), pcm.size(), 0) != static_cast<ssize_t>(pcm.size()))
    throw std::runtime_error{"the stash cannot be read"};
  return pcm;
}

/// A stash in `folder` with `audio` in it.
inline std::shared_ptr<Stash> stash_with(const TempDir &folder, const Pcm &audio) {
  auto stash = std::make_shared<Stash>(folder.path());
  stash->write(0, audio);
  return stash;
}

/// While it lives, files of this process end at `bytes`, as on a full disk. Assert
/// nothing meanwhile: libcheck keeps its books in a file.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(std::int64_t bytes) : handler_{std::signal(SIGXFSZ, SIG_IGN)} {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    auto limit = before_;
    limit.rlim_cur = static_cast<rlim_t>(bytes);
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit &) = delete;
  FileSizeLimit &operator=(const FileSizeLimit &) = delete;

 private:
  void (*handler_)(int);
  struct rlimit before_ {};
};

/// The Error that `work` throws.
template <typename Work>
Error error_of(Work &&work) {
  try {
    work();
  } catch (const Error &error) {
    return error;
  }
  throw std::logic_error{"no error was thrown"};
}

/// The same while files end at `bytes`.
template <typename Work>
Error error_when_files_end_at(std::int64_t bytes, Work &&work) {
  const FileSizeLimit disk_full{bytes};
  return error_of(std::forward<Work>(work));
}

}  // namespace redbook::test
