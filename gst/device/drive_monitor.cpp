#include "device/drive_monitor.hpp"

#include <memory>
#include <system_error>
#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

bool can_be_recorded_on(const Medium &medium) {
  return medium.type == MediumType::cd_r || medium.type == MediumType::cd_rw;
}

/// Somebody may be about to mount what holds files, and must not find the drive in use.
bool deserves_look(const KnownDrive &drive) {
  return !drive.holds_files &&
         (!drive.is_looked_at || can_be_recorded_on(drive.status.medium));
}

std::string sentence_of(const Error &error) {
  return error.detail().empty() ? error.what() : error.what() + (" " + error.detail());
}

}  // namespace

DriveMonitor::DriveMonitor(DriveListener &listener, Probe probe,
                           std::unique_ptr<DriveWatch> watch)
    : listener_{listener}, probe_{std::move(probe)}, watch_{std::move(watch)} {
  watch_->start(*this);
}

DriveMonitor::~DriveMonitor() {
  watch_.reset();
  for (auto &[device, entry] : entries_) entry.probe.request_stop();
}

void DriveMonitor::seen(const KnownDrive &drive) noexcept {
  const auto &device = drive.status.device;
  if (const auto known = entries_.find(device); known != entries_.end())
    return seen_again(known->second, drive);
  if (drive.writable && !drive.is_recorder()) return;
  auto &entry = entries_[device];
  entry.described = entry.drive = drive;
  if (drive.is_recorder() && drive.has_name()) tell(entry);
  begin_probe(entry);
}

// The system says little while somebody else has the drive: what is known stays. It
// repeats itself, too, perhaps because of the last probe.
void DriveMonitor::seen_again(Entry &entry, const KnownDrive &drive) {
  if (!drive.is_medium_known || drive == entry.described) return;
  entry.probe = {};
  entry.described = drive;
  entry.drive.status.medium = drive.status.medium;
  entry.drive.is_medium_known = true;
  entry.drive.is_medium_looked_at = false;
  entry.drive.holds_files = drive.holds_files;
  if (entry.is_told) tell(entry);
  if (deserves_look(entry.drive)) begin_probe(entry);
}

void DriveMonitor::gone(const std::string &device) noexcept {
  const auto known = entries_.find(device);
  if (known == entries_.end()) return;
  known->second.probe = {};
  if (known->second.is_told) listener_.removed(device);
  entries_.erase(known);
}

void DriveMonitor::begin_probe(Entry &entry) {
  try {
    auto pending = std::make_unique<PendingProbes::Probe>(pending_, entry.is_told);
    entry.probe = std::jthread{[this, &entry, pending = std::move(pending)](
                                   const std::stop_token &stop) { probe(entry, stop); }};
  } catch (const std::system_error &error) {
    failed(entry, error.what(), true);
  }
}

void DriveMonitor::probe(Entry &entry, const std::stop_token &stop) noexcept {
  try {
    take(entry, probe_(entry.drive.status.device, stop));
  } catch (const Cancelled &) {
  } catch (const Error &error) {
    failed(entry, sentence_of(error), error.result() != Result::device_not_present);
  } catch (const std::exception &error) {
    failed(entry, error.what(), true);
  }
}

void DriveMonitor::take(Entry &entry, DriveStatus status) {
  const bool can_record = status.capabilities.sao || status.capabilities.tao;
  if (!entry.is_told && !can_record) return;
  const auto before = entry.drive;
  entry.drive.is_looked_at = true;
  entry.drive.is_medium_known = true;
  entry.drive.is_medium_looked_at = true;
  status.device = before.status.device;
  entry.drive.status = std::move(status);
  if (!entry.is_told || entry.drive != before) tell(entry);
}

void DriveMonitor::failed(Entry &entry, const std::string &why, bool is_there) {
  listener_.probe_failed(entry.drive.status.device, why);
  if (!entry.is_told && entry.drive.is_recorder() && is_there) tell(entry);
}

void DriveMonitor::tell(Entry &entry) {
  if (std::exchange(entry.is_told, true))
    listener_.changed(entry.drive);
  else
    listener_.added(entry.drive);
}

}  // namespace redbook
