/// What an application asks of a drive apart from a burn.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "drive/drive.hpp"
#include "result.hpp"

namespace redbook {

/// Erases, opens and closes the tray (IDiscRecorder, IDiscFormat2Erase), of one drive
/// after the other if there are several. One action at a time, any thread. What goes
/// wrong is a WARNING; the pipeline goes on.
class DriveActions {
 public:
  using Drives = std::vector<std::string>;

  explicit DriveActions(GstElement *element) : element_{element} {}
  ~DriveActions() { end(); }
  DriveActions(const DriveActions &) = delete;
  DriveActions &operator=(const DriveActions &) = delete;

  /// Begins to erase and returns; messages tell how it goes on.
  Result erase(const Drives &drives, Blanking kind);

  // These wait for the drive, some seconds.
  Result eject(const Drives &drives);
  Result load(const Drives &drives);

  /// Waits for what goes on. A drive that erases is left to itself after 5 s.
  void end();

 private:
  template <typename Work>
  Result run(const Drives &drives, Work &&work);
  void erase_now(const Drives &drives, Blanking kind, const std::stop_token &stop);

  GstElement *element_;
  std::atomic<bool> busy_ = false;
  std::mutex mutex_;      // guards the thread
  std::jthread erasing_;  // destroyed first: its thread uses the members above
};

}  // namespace redbook
