#include "wake.hpp"

#include <sys/eventfd.h>

#include "error.hpp"

namespace redbook {

Wake::Wake() : event_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)} {
  if (!event_)
    throw Error::of_errno(Fault::drive, "The program has too many files open.",
                          "eventfd");
}

void Wake::ring() noexcept { ::eventfd_write(fd(), 1); }

void Wake::clear() noexcept {
  eventfd_t rung = 0;
  ::eventfd_read(fd(), &rung);
}

}  // namespace redbook
