// checksums WORK KERNELS SOUND MEGABYTES [BUFFER]: computes checksums of so many bytes
// and prints GB/s. WORK is all, all-with-table, accurate-rip, loudness, crc-32,
// copy-without-nulls, copy (what it costs to keep the last of the audio) or memory (what
// it costs to copy it within memory, where no cache holds it); KERNELS is plain or avx2;
// SOUND is loud, soft, faint or silent. The `checksums` beside it makes a
// table of them.
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "checksum/crc32.hpp"
#include "checksum/track_checksums.hpp"

using namespace redbook;

namespace {

// Stays in the core's second cache, as what a decoder just wrote does.
constexpr std::size_t audio_bytes = std::size_t{512} * 1024;

// Noise with the spread of music: a word is null about once in 7500, 750 or 25.
std::vector<std::byte> audio_of(const std::string &kind) {
  static const std::map<std::string, double> spreads{
      {"loud", 3000}, {"soft", 300}, {"faint", 10}, {"silent", 0}};
  const auto spread = spreads.at(kind);
  std::vector<std::byte> audio(audio_bytes);
  std::mt19937 random{1};
  std::normal_distribution<> noise{0, 1};
  for (std::size_t i = 0; i < audio.size(); i += 2) {
    const auto word = std::lround(noise(random) * spread);
    audio[i] = static_cast<std::byte>(word);
    audio[i + 1] = static_cast<std::byte>(word >> 8);
  }
  return audio;
}

const Kernels &kernels_of(const std::string &name) {
  if (name == "plain") return plain_kernels;
  if (name == "avx2" && avx2_kernels()) return *avx2_kernels();
  throw std::invalid_argument{"this processor has no kernels " + name};
}

using Work = std::function<void(Bytes buffer)>;

Work accurate_rip(const Kernels &kernels) {
  return [&kernels, sum = AccurateRipSum{}, number = 1U](Bytes buffer) mutable {
    kernels.accurate_rip(buffer, number, sum);
    number += static_cast<std::uint32_t>(buffer.size() / 4);
  };
}

Work copy_without_nulls(const Kernels &kernels) {
  return [&kernels, words = std::vector<std::byte>(audio_bytes + copy_slack)](
             Bytes buffer) mutable { kernels.copy_without_nulls(buffer, words.data()); };
}

Work all(const Kernels &kernels, bool table) {
  auto checksums = std::make_shared<TrackChecksums>(kernels);
  checksums->track_starts(0);
  if (table) checksums->track_may_start(588 * 4);
  return [checksums](Bytes buffer) { checksums->append(buffer); };
}

/// From one place to the next one in more memory than caches have.
Work copy_of_memory() {
  constexpr std::size_t most = std::size_t{512} << 20;
  return [memory = std::make_shared<std::vector<std::byte>>(most),
          at = std::size_t{0}](Bytes buffer) mutable {
    if (at + 2 * buffer.size() > most / 2) at = 0;
    std::memcpy(memory->data() + most / 2 + at, memory->data() + at, buffer.size());
    at += buffer.size();
  };
}

Work work_of(const std::string &name, const Kernels &kernels) {
  if (name == "all") return all(kernels, false);
  if (name == "all-with-table") return all(kernels, true);
  if (name == "accurate-rip") return accurate_rip(kernels);
  if (name == "loudness") return [&kernels](Bytes buffer) { kernels.loudness(buffer); };
  if (name == "crc-32")
    return [crc = 0U](Bytes buffer) mutable { crc = crc32(crc, buffer); };
  if (name == "copy-without-nulls") return copy_without_nulls(kernels);
  if (name == "copy")
    return [window = std::make_shared<Window>()](Bytes buffer) {
      window->append(buffer, window->end());
    };
  if (name == "memory") return copy_of_memory();
  throw std::invalid_argument{"no such work: " + name};
}

double seconds_of(const Work &work, Bytes audio, std::int64_t bytes, std::size_t buffer) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t at = 0; bytes > 0; bytes -= static_cast<std::int64_t>(buffer)) {
    work(audio.subspan(at, buffer));
    at = at + 2 * buffer <= audio.size() ? at + buffer : 0;
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int argc, char *argv[]) try {
  if (argc < 5) throw std::invalid_argument{"WORK KERNELS SOUND MEGABYTES [BUFFER]"};
  const auto audio = audio_of(argv[3]);
  const auto bytes = std::stoll(argv[4]) * 1000000;
  const auto buffer = argc > 5 ? std::stoul(argv[5]) : 16384;
  const auto seconds =
      seconds_of(work_of(argv[1], kernels_of(argv[2])), audio, bytes, buffer);
  std::printf("%.2f\n", static_cast<double>(bytes) / seconds / 1e9);
  return 0;
} catch (const std::exception &error) {
  std::fprintf(stderr, "checksums: %s\n", error.what());
  return 1;
}
