/// The drives of this machine.
#pragma once

#include <gst/gst.h>

#include <string>
#include <vector>

#include "handles.hpp"
#include "worker.hpp"

namespace player {

/// A drive, and what is in it.
struct Recorder {
  std::string path{};  ///< such as /dev/sr0
  std::string name{};  ///< what the drive calls itself, with its path
  std::string
      medium{};  ///< none, blank, appendable, complete, unsuitable; empty: unknown
  int free_blocks = 0;

  bool has_blank() const { return medium == "blank"; }
};

/// Follows the drives that come and go, and what is put into them.
class Recorders {
 public:
  /// `changed` is called on the main loop.
  explicit Recorders(Work changed);
  ~Recorders();
  Recorders(const Recorders &) = delete;
  Recorders &operator=(const Recorders &) = delete;

  /// In the order of their paths.
  const std::vector<Recorder> &all() const { return all_; }
  /// Of a disc that was written nobody tells, until another one comes.
  void forget_medium(const std::string &path);
  /// Null where there is none any more.
  const Recorder *find(const std::string &path) const;

 private:
  static gboolean take(GstBus *, GstMessage *message, gpointer self);
  void take(GstMessage *message);
  void put(GstDevice *device);
  void remove(GstDevice *device);

  Work changed_;
  std::vector<Recorder> all_;
  Owned<GstDeviceMonitor> monitor_;
  Worker worker_;  // destroyed first: it uses the members above
};

}  // namespace player
