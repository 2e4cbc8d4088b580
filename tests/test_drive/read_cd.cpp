#include <algorithm>

#include "test_drive/commands.hpp"

namespace redbook::drive {
namespace {

constexpr std::uint8_t data_track = 4;
constexpr int sync_bytes = 12;
constexpr int header_bytes = 4;
constexpr int user_bytes = 2048;
constexpr int max_blocks = 4500;

/// What READ CD wants of each block (MMC-3).
struct Wanted {
  std::uint8_t type = 0;         ///< expected sector type: 0 any, 1 audio, 2 mode 1
  std::uint8_t main = 0;         ///< sync, header, user data, EDC, C2
  std::uint8_t sub_channel = 0;  ///< 0 none, 1 raw P to W, 2 formatted Q, 4 R to W
};

const TrackEntry &readable_track(Workings &drive, Lba lba) {
  const auto &disc = drive.medium->catalogue();
  const auto *track = disc.is_cd() ? disc.track_at(lba) : nullptr;
  if (!track || disc.spoilt) throw sense::lba_out_of_range;
  return *track;
}

void add_data_block(Bytes &to, View block, std::uint8_t wanted) {
  if (wanted & 0x80) append(to, block.first(sync_bytes));
  if (wanted & 0x20) append(to, block.subspan(sync_bytes, header_bytes));
  if (wanted & 0x10) append(to, block.subspan(sync_bytes + header_bytes, user_bytes));
  if (wanted & 0x08) append(to, block.subspan(sync_bytes + header_bytes + user_bytes));
}

void add_main_channel(Bytes &to, Workings &drive, const TrackEntry &track, Lba lba,
                      const Wanted &wanted) {
  const bool data = track.control & data_track;
  if (wanted.type != 0 && (wanted.type == 1) == data) throw sense::illegal_mode_for_track;
  const int shift = data ? 0 : -drive.settings.read_offset * bytes_per_sample;
  const auto block = drive.medium->program().read(lba, 1, shift);
  if (data) return add_data_block(to, block, wanted.main);
  // MMC-3, READ CD: for audio every selection but "nothing" is the whole block.
  if (wanted.main & 0xF8) append(to, block);
}

void add_error_flags(Bytes &to, std::uint8_t wanted) {
  constexpr std::size_t flags_bytes = 294;
  if ((wanted & 0x06) == 0x02) to.resize(to.size() + flags_bytes);
  if ((wanted & 0x06) == 0x04) to.resize(to.size() + flags_bytes + 2);
}

/// Q as bit 6 of 96 bytes; P (bit 7) is set in pregaps.
void add_raw_sub_channel(Bytes &to, const QFrame &q) {
  const bool pause = (q[0] & 0xF) == 1 && q[2] == 0;
  for (std::size_t bit = 0; bit < 96; ++bit) {
    const bool set = q[bit / 8] >> (7 - bit % 8) & 1;
    to.push_back(static_cast<std::uint8_t>((set ? 0x40 : 0) | (pause ? 0x80 : 0)));
  }
}

void add_formatted_q(Bytes &to, const QFrame &q) {
  append(to, q);
  to.insert(to.end(), {0, 0, 0, q[2] == 0 ? std::uint8_t{0x80} : std::uint8_t{0}});
}

void add_sub_channel(Bytes &to, Workings &drive, Lba lba, std::uint8_t wanted) {
  if (wanted == 0) return;
  const auto q = drive.medium->q_at(lba);
  if (wanted == 1) return add_raw_sub_channel(to, q);
  if (wanted == 2) return add_formatted_q(to, q);
  to.resize(to.size() + 96);  // R to W are empty in the program area
}

Bytes read_blocks(Workings &drive, Lba first, int blocks, const Wanted &wanted) {
  if (blocks < 0 || blocks > max_blocks) throw sense::invalid_field_in_cdb;
  if (wanted.sub_channel == 3 || wanted.sub_channel > 4)
    throw sense::invalid_field_in_cdb;
  Bytes bytes;
  bytes.reserve(static_cast<std::size_t>(blocks) * bytes_per_block);
  for (Lba lba = first; lba < first + blocks; lba = lba + 1) {
    add_main_channel(bytes, drive, readable_track(drive, lba), lba, wanted);
    add_error_flags(bytes, wanted.main);
    add_sub_channel(bytes, drive, lba, wanted.sub_channel);
    drive.state.head = lba;
  }
  return bytes;
}

Wanted wanted_by(const Command &command) {
  return {static_cast<std::uint8_t>(command.at(1) >> 2 & 7), command.at(9),
          static_cast<std::uint8_t>(command.at(10) & 7)};
}

Lba place_in(const Command &command, std::size_t at) {
  return Lba{static_cast<std::int32_t>(get_32(command.cdb, at))};
}

/// A DVD has no tracks here: all its blocks are user data.
Bytes read_dvd(Workings &drive, Lba first, int blocks) {
  Bytes bytes;
  for (Lba lba = first; lba < first + blocks; lba = lba + 1)
    append(bytes, View{drive.medium->program().read(lba, 1)}.first(user_bytes));
  return bytes;
}

}  // namespace

Bytes read_data(Workings &drive, const Command &command) {
  const auto first = place_in(command, 2);
  const auto blocks = static_cast<int>(command.opcode() == 0x28 ? get_16(command.cdb, 7)
                                                                : get_32(command.cdb, 6));
  if (!drive.medium->catalogue().is_cd()) return read_dvd(drive, first, blocks);
  if (blocks > 0 && !(readable_track(drive, first).control & data_track))
    throw sense::illegal_mode_for_track;
  return read_blocks(drive, first, blocks, {2, 0x10, 0});
}

Bytes read_cd(Workings &drive, const Command &command) {
  if (!drive.medium->catalogue().is_cd()) throw sense::incompatible_format;
  return read_blocks(drive, place_in(command, 2),
                     static_cast<int>(get_24(command.cdb, 6)), wanted_by(command));
}

Bytes read_cd_msf(Workings &drive, const Command &command) {
  const Msf first{command.at(3), command.at(4), command.at(5)};
  const Msf end{command.at(6), command.at(7), command.at(8)};
  if (!first.valid() || !end.valid()) throw sense::invalid_field_in_cdb;
  return read_blocks(drive, first.lba(), end.lba() - first.lba(), wanted_by(command));
}

Bytes seek(Workings &drive, const Command &command) {
  readable_track(drive, place_in(command, 2));
  drive.state.head = place_in(command, 2);
  return {};
}

}  // namespace redbook::drive
