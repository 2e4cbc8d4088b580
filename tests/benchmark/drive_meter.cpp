// Loaded in front of the test drive's library: what the drive itself costs the process
// that it pretends to serve. A real drive has a processor of its own, so the benchmark
// `drive_cases.py` takes this off. When a process ends that has written to a drive, a
// line of JSON is added to the file that DRIVE_METER names.
//
// The drive does all its work inside ioctl, on the thread that calls it, so that the
// processor time of this thread before and after says exactly what the drive took.
#include <dlfcn.h>
#include <scsi/sg.h>
#include <sys/ioctl.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <mutex>

#include "benchmark/process.hpp"

namespace {

constexpr unsigned char write_10 = 0x2A;

/// Seconds since some beginning.
struct Reading {
  double wall = 0;
  double process = 0;  ///< processor time, the drive's included
  double drive = 0;    ///< processor time inside the drive
};

std::mutex mutex;  // the threads of a process share the meter
double in_drive = 0;
int writes = 0;
Reading first_write;
Reading last_write;

Reading read_now() {
  return {seconds_of(CLOCK_MONOTONIC), seconds_of(CLOCK_PROCESS_CPUTIME_ID), in_drive};
}

bool is_write(unsigned long request, const void *argument) {
  return request == SG_IO &&
         static_cast<const sg_io_hdr *>(argument)->cmdp[0] == write_10;
}

void begin_write() {
  const std::lock_guard lock{mutex};
  if (writes++ == 0) first_write = read_now();
}

void end(double seconds, bool write) {
  const std::lock_guard lock{mutex};
  in_drive += seconds;
  if (write) last_write = read_now();
}

// The peak is not that of getrusage, which counts the program before exec, too.
void print(std::FILE *out) {
  const auto now = read_now();
  std::fprintf(out,
               "{\"writes\": %d, \"seconds\": %.6f, \"cpu\": %.6f, \"drive\": %.6f, "
               "\"whole_cpu\": %.6f, \"whole_drive\": %.6f, \"peak_kib\": %ld}\n",
               writes, last_write.wall - first_write.wall,
               last_write.process - first_write.process,
               last_write.drive - first_write.drive, now.process, now.drive,
               status_kib("VmHWM"));
}

__attribute__((destructor)) void tell() {
  const char *const path = std::getenv("DRIVE_METER");
  if (writes == 0 || !path) return;
  std::FILE *const out = std::fopen(path, "a");
  if (!out) return;
  print(out);
  std::fclose(out);
}

using Ioctl = int(int, unsigned long, ...);

}  // namespace

extern "C" __attribute__((visibility("default"))) int ioctl(int fd, unsigned long request,
                                                            ...) noexcept {
  static auto *const next = reinterpret_cast<Ioctl *>(::dlsym(RTLD_NEXT, "ioctl"));
  va_list arguments;
  va_start(arguments, request);
  void *const argument = va_arg(arguments, void *);
  va_end(arguments);
  const bool write = is_write(request, argument);
  if (write) begin_write();
  const auto before = seconds_of(CLOCK_THREAD_CPUTIME_ID);
  const int result = next(fd, request, argument);
  end(seconds_of(CLOCK_THREAD_CPUTIME_ID) - before, write);
  return result;
}
