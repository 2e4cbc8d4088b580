#include "stash/stash_part.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <utility>
#include <vector>

#include "error.hpp"

namespace redbook {
namespace {

// A tenth of a second on a slow disk: how long a stop may take to be seen.
constexpr std::int64_t copy_bytes = std::int64_t{4} << 20;

/// One run of audio, and where it goes.
struct CopyRun {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t bytes = 0;
};

/// The bytes that the kernel copied; 0 if it does not copy, for whatever reason.
std::int64_t copy_by_kernel(const Stash &whole, const Stash &copy, const CopyRun &run) {
  off_t from = whole.lead_bytes() + run.from;
  off_t to = copy.lead_bytes() + run.to;
  for (;;) {
    const auto copied = ::copy_file_range(whole.fd(), &from, copy.fd(), &to,
                                          static_cast<std::size_t>(run.bytes), 0);
    if (copied >= 0 || errno != EINTR) return std::max<std::int64_t>(0, copied);
  }
}

// Throws what the disk has to say, if that is why the kernel did not copy.
std::int64_t copy_by_hand(const Stash &whole, Stash &copy, const CopyRun &run) {
  std::vector<std::byte> bytes(static_cast<std::size_t>(run.bytes));
  whole.read(run.from, bytes);
  copy.write(run.to, bytes);
  return run.bytes;
}

}  // namespace

std::shared_ptr<Stash> shared_part(const Stash &whole, Blocks offset) {
  FileDescriptor file{::fcntl(whole.fd(), F_DUPFD_CLOEXEC, 0)};
  if (!file)
    throw Error::of_errno(Fault::stash, "The staged audio cannot be opened again.",
                          "descriptor " + std::to_string(whole.fd()));
  return std::make_shared<Stash>(std::move(file), whole.lead_bytes() + offset.bytes());
}

std::shared_ptr<Stash> copied_part(const Stash &whole, Blocks offset, Blocks length,
                                   const std::filesystem::path &folder, Blocks lead,
                                   const std::stop_token &stop) {
  auto copy = std::make_shared<Stash>(folder, lead.bytes());
  copy->resize(length.bytes());  // the lead is silence by that
  for (std::int64_t at = 0; at < length.bytes();) {
    if (stop.stop_requested()) throw Cancelled{};
    const CopyRun run{offset.bytes() + at, at, std::min(copy_bytes, length.bytes() - at)};
    const auto copied = copy_by_kernel(whole, *copy, run);
    at += copied > 0 ? copied : copy_by_hand(whole, *copy, run);
  }
  return copy;
}

}  // namespace redbook
