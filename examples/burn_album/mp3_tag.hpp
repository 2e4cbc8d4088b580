/// What encoders of MP3 write into the first frame.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace burn_album {

/// How many bytes of sound a Xing or Info tag counts, in the frame that `frame` begins
/// with. Nothing if it is no frame of MP3, has no such tag, or counts none.
std::optional<std::uint64_t> bytes_in_xing_tag(std::string_view frame);

}  // namespace burn_album
