#include <algorithm>

#include "test_drive/commands.hpp"

namespace redbook::drive {
namespace {

constexpr std::uint8_t no_audio_status = 0x15;
constexpr int blocks_to_search = 300;

/// The first frame in a stretch of the disc that carries what is looked for.
template <typename Text>
Text search(Workings &drive, Lba from, Text (*text_of)(const QFrame &)) {
  const auto frames = drive.medium->q().read(from, blocks_to_search);
  for (std::size_t at = 0; at < frames.size(); at += sizeof(QFrame)) {
    QFrame frame{};
    std::copy_n(frames.begin() + static_cast<std::ptrdiff_t>(at), frame.size(),
                frame.begin());
    if (const auto text = text_of(frame); text[0]) return text;
  }
  return {};
}

template <typename Text>
void put_text(Bytes &bytes, const Text &text) {
  if (!text[0]) return;
  bytes[8] = 0x80;
  std::copy(text.begin(), text.end() - 1, bytes.begin() + 9);
}

void put_place(Bytes &bytes, std::size_t at, int blocks, bool as_msf, Msf msf) {
  if (!as_msf) return put_32(bytes, at, static_cast<std::uint32_t>(blocks));
  put(bytes, at, std::array{std::uint8_t{0}, msf.minute, msf.second, msf.frame});
}

/// The frame under the head, or the next that tells a position.
QFrame position_at_head(Workings &drive) {
  constexpr int max_without_position = 3;
  QFrame frame{};
  for (int i = 0; i <= max_without_position; ++i) {
    frame = drive.medium->q_at(drive.state.head + i);
    if ((frame[0] & 0xF) == 1) break;
  }
  return frame;
}

Bytes current_position(Workings &drive, bool as_msf) {
  const auto q = position_at_head(drive);
  const auto msf_at = [&](std::size_t at) {
    return Msf{from_bcd(q[at]), from_bcd(q[at + 1]), from_bcd(q[at + 2])};
  };
  Bytes bytes(16);
  bytes[4] = 0x01;
  bytes[5] = static_cast<std::uint8_t>(q[0] << 4 | q[0] >> 4);
  bytes[6] = from_bcd(q[1]);
  bytes[7] = from_bcd(q[2]);
  const auto relative = msf_at(3);
  const int blocks = relative.lba().value + first_pregap_blocks;
  put_place(bytes, 8, msf_at(7).lba().value, as_msf, msf_at(7));
  put_place(bytes, 12, blocks, as_msf, relative);
  return bytes;
}

Bytes catalogue_number(Workings &drive) {
  Bytes bytes(24);
  bytes[4] = 0x02;
  if (const auto *first = drive.disc().track_at(Lba{0}))
    put_text(bytes, search(drive, first->start, catalogue_of));
  return bytes;
}

Bytes isrc_of_track(Workings &drive, std::uint8_t number) {
  const auto *track = drive.disc().track(number);
  if (!track) throw sense::invalid_field_in_cdb;
  Bytes bytes(24);
  bytes[4] = 0x03;
  bytes[5] = static_cast<std::uint8_t>(0x10 | track->control);
  bytes[6] = number;
  put_text(bytes, search(drive, track->start, isrc_of));
  return bytes;
}

Bytes wanted_data(Workings &drive, const Command &command) {
  switch (command.at(3)) {
    case 1: return current_position(drive, command.at(1) & 0x02);
    case 2: return catalogue_number(drive);
    case 3: return isrc_of_track(drive, command.at(6));
    default: throw sense::invalid_field_in_cdb;
  }
}

}  // namespace

Bytes read_sub_channel(Workings &drive, const Command &command) {
  const bool wants_q = command.at(2) & 0x40;
  auto bytes = wants_q ? wanted_data(drive, command) : Bytes(4);
  bytes[1] = no_audio_status;
  put_16(bytes, 2, static_cast<unsigned>(bytes.size() - 4));
  return bytes;
}

}  // namespace redbook::drive
