#include "test_drive/drive.hpp"

#include <algorithm>

#include "test_drive/commands.hpp"
#include "test_drive/inject_fault.hpp"
#include "test_drive/log.hpp"

namespace redbook::drive {
namespace {

namespace fs = std::filesystem;

std::size_t room_for(const CommandEntry &entry, const Command &command) {
  if (entry.room_size == 0) return command.room;
  const auto allocated = entry.room_size == 1 ? command.at(entry.room_at)
                                              : get_16(command.cdb, entry.room_at);
  return std::min<std::size_t>(allocated, command.room);
}

/// Why a drive would not even begin with a command; throws it.
void admit(Workings &drive, const CommandEntry &entry) {
  auto &state = drive.state;
  if (entry.meets_attention && state.attention != sense::none)
    throw std::exchange(state.attention, sense::none);
  if (entry.waits_its_turn && drive.clock.now() < state.busy_until) throw state.busy_with;
  if (entry.needs_medium && !drive.medium)
    throw state.tray_open ? sense::no_medium_tray_open : sense::no_medium_tray_closed;
}

Reply carry_out(Workings &drive, const Command &command) {
  const auto *entry = find_command(command.opcode());
  try {
    if (!entry) throw sense::invalid_opcode;
    admit(drive, *entry);
    Reply reply;
    reply.data = entry->handler(drive, command);
    reply.data.resize(std::min(reply.data.size(), room_for(*entry, command)));
    return reply;
  } catch (const Sense &refusal) {
    return Reply::refused(refusal);
  }
}

int error_of_open(const Fault &fault, DriveState &state) {
  switch (fault.effect) {
    case Fault::Effect::busy: return EBUSY;
    case Fault::Effect::gone: state.gone = true; return ENXIO;
    default: return fault.number;
  }
}

}  // namespace

std::optional<Medium> medium_in(const fs::path &folder, const DriveState &state) {
  if (state.tray_open || !Medium::exists(folder / "medium")) return {};
  return Medium{folder / "medium"};
}

void Drive::create(const fs::path &folder) {
  fs::create_directories(folder);
  Settings{}.write(folder / "settings");
  *Mapped<DriveState>{folder / "state"} = power_on_state();
  const Descriptor node{folder / "node", O_RDWR | O_CREAT};
}

Workings Drive::workings(Mapped<DriveState> &state) const {
  if (state->version != DriveState::right_version)
    throw std::runtime_error{"not the folder of a drive: " + folder_.string()};
  return {folder_, Settings::read(folder_ / "settings"), *state,
          medium_in(folder_, *state), clock_};
}

Reply Drive::run(Workings &drive, const Command &command) const {
  const auto plan = FaultPlan::read(folder_ / "plan");
  const auto nth = static_cast<int>(++drive.state.commands_seen[command.opcode()]);
  const auto plainly = [&](const Command &given) { return carry_out(drive, given); };
  const auto *fault = plan.match(command, nth);
  return fault ? inject_fault(*fault, drive, command, plainly) : plainly(command);
}

Reply Drive::execute(const Command &command) {
  const FolderLock lock{folder_ / "lock"};
  Mapped<DriveState> state{folder_ / "state"};
  auto drive = workings(state);
  Reply reply;
  if (state->gone)
    reply.error_number = ENODEV;
  else
    reply = run(drive, command);
  if (reply.status == status_check_condition) state->last_sense = reply.sense;
  if (drive.settings.log) log(folder_ / "commands.log", command, reply);
  return reply;
}

int Drive::opened() {
  const FolderLock lock{folder_ / "lock"};
  const Mapped<DriveState> state{folder_ / "state"};
  if (state->gone) return ENXIO;
  const auto plan = FaultPlan::read(folder_ / "plan");
  const auto *fault = plan.match_open(static_cast<int>(++state->opens_seen));
  return fault ? error_of_open(*fault, *state) : 0;
}

}  // namespace redbook::drive
