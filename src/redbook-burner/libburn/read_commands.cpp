// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/read_commands.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "redbook-burner/libburn/command_watch.hpp"
#include "verify/q_position.hpp"

namespace redbook {
namespace {

// Formats of READ SUB-CHANNEL (MMC-3, 5.23), and where their codes are.
constexpr std::uint8_t catalogue_number = 2;
constexpr std::uint8_t track_isrc = 3;
constexpr std::size_t code_position = 9;
constexpr std::size_t answer_bytes = 24;

using Answer = std::array<std::byte, answer_bytes>;

std::string code_in(const Answer &answer, std::size_t length) {
  const bool valid = (answer[code_position - 1] & std::byte{0x80}) != std::byte{};
  std::string text;
  for (std::size_t i = 0; valid && i < length; ++i)
    text += static_cast<char>(answer[code_position + i]);
  return text;
}

ReadCode read_once(std::uint8_t format, int track, std::size_t length) {
  std::array<std::uint8_t, 10> command{operation::read_sub_channel, 0, 0x40, format};
  command[6] = static_cast<std::uint8_t>(track);
  command[8] = answer_bytes;
  Answer answer{};
  const auto came = CommandWatch::of_process().ask(command, answer);
  if (came.fault && came.fault->kind == CommandFault::Kind::sense &&
      came.fault->key == sense_key::illegal_request)
    return {};
  if (came.fault) return {{}, came.fault};
  return {code_in(answer, length), {}};
}

// A drive says so once.
bool is_of_another_medium(const ReadCode &code) {
  return code.fault && tells_of_another_medium(*code.fault);
}

/// Some drives still have the code of the track before at hand: two answers must agree.
ReadCode read_code(std::uint8_t format, int track, std::size_t length) {
  constexpr int max_tries = 5;
  auto code = read_once(format, track, length);
  for (int i = 1; i < max_tries && !is_of_another_medium(code); ++i) {
    auto next = read_once(format, track, length);
    const bool agree = next.text == code.text && next.fault == code.fault;
    code = std::move(next);
    if (agree) break;
  }
  return code;
}

// Sub-channel selections of READ CD (MMC-3, 5.15).
constexpr std::uint8_t no_sub_channel = 0;
constexpr std::uint8_t formatted_q = 2;

std::optional<CommandFault> send_read_cd(Lba first, std::size_t blocks,
                                         std::uint8_t sub_channel,
                                         std::span<std::byte> into) {
  const auto place = static_cast<std::uint32_t>(first.value());
  constexpr std::uint8_t audio_only = 1 << 2;
  constexpr std::uint8_t user_data = 0x10;
  std::array<std::uint8_t, 12> command{operation::read_cd,
                                       audio_only,
                                       static_cast<std::uint8_t>(place >> 24),
                                       static_cast<std::uint8_t>(place >> 16),
                                       static_cast<std::uint8_t>(place >> 8),
                                       static_cast<std::uint8_t>(place),
                                       0,
                                       0,
                                       static_cast<std::uint8_t>(blocks),
                                       user_data,
                                       sub_channel};
  auto came = CommandWatch::of_process().ask(command, into);
  if (!came.fault && came.length < into.size()) {
    came.fault.emplace();
    came.fault->kind = CommandFault::Kind::short_transfer;
    came.fault->operation = operation::read_cd;
  }
  return came.fault;
}

}  // namespace

std::optional<CommandFault> read_audio(Lba first, std::span<std::byte> into) {
  const auto blocks = into.size() / static_cast<std::size_t>(bytes_per_block);
  return send_read_cd(first, blocks, no_sub_channel, into);
}

// Drives that send Q alone are rarer than those that send it behind the audio.
std::optional<CommandFault> read_formatted_q(Lba first, std::span<std::byte> into) {
  constexpr auto audio_bytes = static_cast<std::size_t>(bytes_per_block);
  constexpr auto sent_bytes = audio_bytes + formatted_q_bytes;
  const auto blocks = into.size() / formatted_q_bytes;
  std::vector<std::byte> sent(blocks * sent_bytes);
  const auto fault = send_read_cd(first, blocks, formatted_q, sent);
  for (std::size_t i = 0; !fault && i < blocks; ++i) {
    const auto q =
        std::span{sent}.subspan(i * sent_bytes + audio_bytes, formatted_q_bytes);
    std::ranges::copy(q, into.subspan(i * formatted_q_bytes).begin());
  }
  return fault;
}

ReadCode read_mcn() { return read_code(catalogue_number, 0, 13); }

ReadCode read_isrc(int track) { return read_code(track_isrc, track, 12); }

}  // namespace redbook
