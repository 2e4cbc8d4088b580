/// Drives as udev knows them.
#pragma once

#include <gio/gio.h>

#include <memory>
#include <thread>

#include "device/drive_watch.hpp"

namespace redbook {

/// Tells of the CD drives that udev lists, and of its events. If udev is not at work,
/// as in a container, the kernel's list of drives is told, and nothing happens after.
class GudevWatch : public DriveWatch {
 public:
  GudevWatch();
  ~GudevWatch() override;
  GudevWatch(const GudevWatch &) = delete;
  GudevWatch &operator=(const GudevWatch &) = delete;

  void start(DriveEvents &events) override;

 private:
  struct Unref {
    void operator()(GMainContext *context) const { g_main_context_unref(context); }
    void operator()(GMainLoop *loop) const { g_main_loop_unref(loop); }
  };

  std::unique_ptr<GMainContext, Unref> context_;  // libgudev tells of events in it
  std::unique_ptr<GMainLoop, Unref> loop_;
  std::thread thread_;  // runs the loop
};

}  // namespace redbook
