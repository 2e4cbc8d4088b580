#include "test_drive/inject_fault.hpp"

#include <algorithm>
#include <cerrno>

namespace redbook::drive {
namespace {

using Effect = Fault::Effect;

constexpr std::uint8_t did_time_out = 3;

/// Where in a command's data the blocks a fault means begin and end.
std::pair<std::size_t, std::size_t> part_meant(const Fault &fault, const Command &command,
                                               std::size_t size) {
  const auto blocks = blocks_of(command);
  if (!fault.places || !blocks || blocks->second == 0) return {0, size};
  const auto block_bytes = size / static_cast<std::size_t>(blocks->second);
  const auto from = std::max(0, fault.places->first - blocks->first);
  const auto to = std::min(blocks->second, fault.places->second - blocks->first + 1);
  return {static_cast<std::size_t>(from) * block_bytes,
          static_cast<std::size_t>(to) * block_bytes};
}

void damage(const Fault &fault, const Command &command, Bytes &data) {
  const auto [begin, end] = part_meant(fault, command, data.size());
  if (fault.effect == Effect::drop)
    std::fill(data.begin() + static_cast<std::ptrdiff_t>(begin),
              data.begin() + static_cast<std::ptrdiff_t>(end), std::uint8_t{0});
  const auto byte = begin + static_cast<std::size_t>(fault.number) / 8;
  if (fault.effect == Effect::flip && byte < end)
    data[byte] ^= static_cast<std::uint8_t>(1 << fault.number % 8);
}

/// A wrong bit or lost audio, on its way to the disc or back from it.
Reply run_damaged(const Fault &fault, const Command &command, const CarryOut &carry_out) {
  Bytes parameters{command.parameters.begin(), command.parameters.end()};
  damage(fault, command, parameters);
  auto damaged = command;
  damaged.parameters = parameters;
  auto reply = carry_out(damaged);
  if (parameters.empty() && !reply.data.empty()) damage(fault, command, reply.data);
  return reply;
}

Reply time_out(const Fault &fault, Workings &drive, const Command &command) {
  const std::chrono::milliseconds length{fault.number > 0 ? fault.number * 1000
                                                          : command.timeout_ms};
  drive.clock.sleep(length);
  Reply reply;
  reply.host_status = did_time_out;
  return reply;
}

Reply unplug(Workings &drive) {
  drive.state.gone = true;
  Reply reply;
  reply.error_number = ENODEV;
  return reply;
}

/// The faults that replace the answer, whatever the command has done.
Reply change_answer(const Fault &fault, Reply reply) {
  switch (fault.effect) {
    case Effect::sense:
      reply.status = status_check_condition;
      reply.sense = fault.sense;
      break;
    case Effect::busy: reply.status = status_busy; break;
    case Effect::host: reply.host_status = static_cast<std::uint8_t>(fault.number); break;
    case Effect::error: reply.error_number = fault.number; break;
    case Effect::cut:
      reply.data.resize(
          std::min(reply.data.size(), static_cast<std::size_t>(fault.number)));
      break;
    case Effect::data: reply.data = fault.bytes; break;
    default: break;
  }
  return reply;
}

}  // namespace

Reply inject_fault(const Fault &fault, Workings &drive, const Command &command,
                   const CarryOut &carry_out) {
  switch (fault.effect) {
    case Effect::flip:
    case Effect::drop: return run_damaged(fault, command, carry_out);
    case Effect::delay:
      drive.clock.sleep(std::chrono::milliseconds{fault.number});
      return carry_out(command);
    case Effect::hang:
      if (fault.after) carry_out(command);
      return time_out(fault, drive, command);
    case Effect::gone: return unplug(drive);
    case Effect::cut: return change_answer(fault, carry_out(command));
    default: return change_answer(fault, fault.after ? carry_out(command) : Reply{});
  }
}

}  // namespace redbook::drive
