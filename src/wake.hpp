/// Wakes a thread that waits in poll().
#pragma once

#include "handle.hpp"

namespace redbook {

/// A descriptor that can be read from the moment somebody rings it until it is cleared.
class Wake {
 public:
  /// Throws Error (drive) if the process may have no more descriptors.
  Wake();

  int fd() const noexcept { return event_.get(); }

  /// From any thread.
  void ring() noexcept;
  void clear() noexcept;

 private:
  FileDescriptor event_;
};

}  // namespace redbook
