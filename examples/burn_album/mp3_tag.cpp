#include "mp3_tag.hpp"

namespace burn_album {
namespace {

unsigned byte_at(std::string_view text, std::size_t position) {
  return position < text.size() ? static_cast<unsigned char>(text[position]) : 0;
}

std::uint32_t number_at(std::string_view text, std::size_t position) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | byte_at(text, position + i);
  return number;
}

/// Where the tag is: behind the header and the side information, whose length depends on
/// the version of MPEG and on whether there is one channel.
std::size_t place_of_tag(std::string_view frame) {
  constexpr unsigned mpeg_1 = 3;
  constexpr unsigned one_channel = 3;
  const bool is_mpeg_1 = (byte_at(frame, 1) >> 3 & 3) == mpeg_1;
  const bool is_mono = byte_at(frame, 3) >> 6 == one_channel;
  if (is_mpeg_1) return is_mono ? 21 : 36;
  return is_mono ? 13 : 21;
}

std::optional<std::uint64_t> bytes_in_tag_at(std::string_view frame, std::size_t place) {
  if (place + 16 > frame.size()) return {};
  const auto name = frame.substr(place, 4);
  if (name != "Xing" && name != "Info") return {};
  constexpr std::uint32_t counts_frames = 1;
  constexpr std::uint32_t counts_bytes = 2;
  const auto flags = number_at(frame, place + 4);
  if ((flags & counts_bytes) == 0) return {};
  return number_at(frame, place + ((flags & counts_frames) != 0 ? 12 : 8));
}

}  // namespace

std::optional<std::uint64_t> bytes_in_xing_tag(std::string_view frame) {
  const bool is_frame = byte_at(frame, 0) == 0xff && (byte_at(frame, 1) & 0xe0) == 0xe0;
  if (!is_frame) return {};
  const auto place = place_of_tag(frame);
  const bool has_sum = (byte_at(frame, 1) & 1) == 0;
  const auto bytes = bytes_in_tag_at(frame, place);
  return bytes || !has_sum ? bytes : bytes_in_tag_at(frame, place + 2);
}

}  // namespace burn_album
