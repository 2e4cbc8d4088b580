#include "verify/q_position.hpp"

#include <algorithm>

#include "cdtext/pack.hpp"
#include "disc/disc.hpp"

namespace redbook {
namespace {

// Fields of Q in mode 1 (IEC 60908, 17.5.1), by their bytes.
constexpr std::size_t track_at = 1;
constexpr std::size_t index_at = 2;
constexpr std::size_t absolute_time_at = 7;
constexpr std::size_t crc_at = 10;

constexpr std::byte adr_mask{0x0F};
constexpr std::byte tells_position{1};

int q_byte(Bytes formatted, std::size_t at) {
  return std::to_integer<int>(formatted[at]);
}

/// Two BCD digits; nothing if they are none.
std::optional<int> digits_at(Bytes formatted, std::size_t at) {
  const int high = q_byte(formatted, at) >> 4;
  const int low = q_byte(formatted, at) & 0xF;
  if (high > 9 || low > 9) return {};
  return 10 * high + low;
}

bool has_wrong_crc(Bytes formatted) {
  const int crc = q_byte(formatted, crc_at) << 8 | q_byte(formatted, crc_at + 1);
  return crc != 0 && crc != inverted_crc16(formatted.first(crc_at));
}

std::optional<Lba> place_in(Bytes formatted) {
  const auto minutes = digits_at(formatted, absolute_time_at);
  const auto seconds = digits_at(formatted, absolute_time_at + 1);
  const auto frames = digits_at(formatted, absolute_time_at + 2);
  if (!minutes || !seconds || !frames || *seconds > 59 || *frames > 74) return {};
  constexpr Blocks below_zero{150};
  return Lba{} - below_zero + Msf{*minutes, *seconds, *frames}.length();
}

}  // namespace

std::optional<QPosition> position_in(Bytes formatted) {
  if (formatted.size() < formatted_q_bytes) return {};
  if ((formatted[0] & adr_mask) != tells_position || has_wrong_crc(formatted)) return {};
  const auto track = digits_at(formatted, track_at);
  const auto index = digits_at(formatted, index_at);
  const auto place = place_in(formatted);
  if (!track || *track == 0 || !index || !place) return {};
  return QPosition{{*track, *index}, *place};
}

}  // namespace redbook
