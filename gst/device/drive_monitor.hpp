/// The recorders among the drives of this machine.
#pragma once

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <thread>

#include "device/drive_watch.hpp"
#include "device/pending_probes.hpp"

namespace redbook {

/// Hears of recorders. Called on several threads, of one drive on one at a time.
class DriveListener {
 public:
  virtual ~DriveListener() = default;
  virtual void added(const KnownDrive &drive) noexcept = 0;
  virtual void changed(const KnownDrive &drive) noexcept = 0;
  virtual void removed(const std::string &device) noexcept = 0;
  /// It could not be looked at, because it is in use, for example.
  virtual void probe_failed(const std::string &device,
                            const std::string &why) noexcept = 0;
};

/// Tells of the recorders of this machine, from its making to its end.
///
/// What the system says of a drive is told at once; then the drive is looked at, on a
/// thread of its own, and what is new is told. A probe takes a second, and at most a
/// minute. It takes the drive for itself alone, so that one that burns, or has a mounted
/// disc, is left in peace and stays as the system describes it. A drive that nobody knows
/// the name of is told of only after the probe. A new medium is looked at if it can be
/// recorded on and holds no files that somebody may be about to mount.
class DriveMonitor final : private DriveEvents {
 public:
  using Milliseconds = PendingProbes::Milliseconds;
  /// Opens a drive and says what it finds. Throws Error, and Cancelled soon after a stop
  /// was requested.
  using Probe =
      std::function<DriveStatus(const std::string &device, const std::stop_token &)>;

  DriveMonitor(DriveListener &listener, Probe probe, std::unique_ptr<DriveWatch> watch);
  ~DriveMonitor() override;
  DriveMonitor(const DriveMonitor &) = delete;
  DriveMonitor &operator=(const DriveMonitor &) = delete;

  /// Waits until all drives that are there have been told of, at most `max`.
  void wait_for_names(Milliseconds max) { pending_.wait_for_unnamed(max); }
  /// The same, until all have been looked at.
  void wait_for_probes(Milliseconds max) { pending_.wait_for_all(max); }

 private:
  // The watch's thread has it, and its probe while that runs.
  struct Entry {
    KnownDrive described{};  // by the system, as it is now
    KnownDrive drive{};
    bool is_told = false;
    std::jthread probe{};  // destroyed first: its thread uses the members above
  };

  void seen(const KnownDrive &drive) noexcept override;
  void gone(const std::string &device) noexcept override;
  void seen_again(Entry &entry, const KnownDrive &drive);
  void begin_probe(Entry &entry);
  void probe(Entry &entry, const std::stop_token &stop) noexcept;
  void take(Entry &entry, DriveStatus status);
  void failed(Entry &entry, const std::string &why, bool is_there);
  void tell(Entry &entry);

  DriveListener &listener_;
  Probe probe_;
  PendingProbes pending_;
  std::map<std::string, Entry> entries_;  // by device; the watch's thread
  std::unique_ptr<DriveWatch>
      watch_;  // destroyed first: its thread uses the members above
};

}  // namespace redbook
