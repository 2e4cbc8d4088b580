/// Files that end before what is in them does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace burn_album {

/// The bytes of a file, read where they are asked for.
struct Bytes {
  std::uint64_t size = 0;
  /// Fills as much as there is from `offset` on; returns how much that is.
  std::function<std::size_t(std::uint64_t offset, std::span<unsigned char>)> read{};
};

/// Why the file is known to be cut off: a sentence without its subject. It is found in
/// WAV, RF64, W64 and AIFF by the size of their sound, in MP3 by what a Xing or Info tag
/// says, and in Ogg by its last page. Nothing: it is whole, or of a kind that can't tell.
std::optional<std::string> why_cut_off(const Bytes &bytes);

/// The same of a file. Of what is no regular file nothing is known.
std::optional<std::string> why_cut_off(const std::filesystem::path &path);

}  // namespace burn_album
