// SPDX-License-Identifier: GPL-2.0-or-later
// The ioctl() that libburn finds: a program's own functions come before those of the C
// library.
#include <dlfcn.h>
#include <scsi/sg.h>
#include <sys/ioctl.h>

#include <cstdarg>

#include "redbook-burner/libburn/command_watch.hpp"

namespace {

using Ioctl = int(int, unsigned long, ...);

Ioctl *of_the_system() {
  static auto *const found = reinterpret_cast<Ioctl *>(::dlsym(RTLD_NEXT, "ioctl"));
  return found;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int ioctl(int fd, unsigned long request,
                                                            ...) noexcept {
  va_list arguments;
  va_start(arguments, request);
  void *const argument = va_arg(arguments, void *);
  va_end(arguments);
  if (request != SG_IO) return of_the_system()(fd, request, argument);
  return redbook::CommandWatch::of_process().carry_out(
      *static_cast<sg_io_hdr *>(argument),
      [fd](sg_io_hdr &header) { return of_the_system()(fd, SG_IO, &header); });
}
