/// What may take long is done beside the main loop.
#pragma once

#include <glib.h>

#include <memory>
#include <utility>

#include "handles.hpp"

namespace player {

/// A thread that does one thing after another: changes of a pipeline's state, which wait
/// for drives and decoders. Destroying it waits until all is done.
class Worker {
 public:
  Worker() : pool_{g_thread_pool_new(run, nullptr, 1, FALSE, nullptr)} {}
  ~Worker() { g_thread_pool_free(pool_, FALSE, TRUE); }
  Worker(const Worker &) = delete;
  Worker &operator=(const Worker &) = delete;

  void post(Work work) { g_thread_pool_push(pool_, new Work{std::move(work)}, nullptr); }

 private:
  static void run(gpointer data, gpointer) {
    const std::unique_ptr<Work> work{static_cast<Work *>(data)};
    (*work)();
  }

  GThreadPool *pool_;
};

}  // namespace player
