#include "stash/space_watch.hpp"

#include <sys/statvfs.h>

#include <algorithm>

#include "disc/disc.hpp"

namespace redbook {
namespace {

std::int64_t little_of(const DiskSpace &space) {
  return std::min(space.size_bytes / 20, 10 * max_program_length.bytes());
}

std::string megabytes(std::int64_t bytes) {
  return std::to_string((bytes + 999'999) / 1'000'000) + " MB";
}

}  // namespace

std::optional<DiskSpace> disk_space(int fd) {
  struct statvfs status {};
  if (::fstatvfs(fd, &status) != 0 || status.f_blocks == 0) return {};
  const auto bytes = [&](fsblkcnt_t blocks) {
    return static_cast<std::int64_t>(blocks * status.f_frsize);
  };
  return DiskSpace{bytes(status.f_bavail), bytes(status.f_blocks)};
}

std::string sentence_of(const Shortage &shortage) {
  const auto left = megabytes(shortage.free_bytes);
  const auto needed = megabytes(shortage.needed_bytes);
  if (shortage.certain)
    return "The disk for the audio has " + left +
           " left, and what is still to come takes " + needed + ": free some.";
  return "The disk for the audio is nearly full: it has " + left +
         " left, and the rest of the disc may take " + needed + ".";
}

std::optional<Shortage> SpaceWatch::look(const Stash &stash, std::int64_t position,
                                         const ToCome &to_come) {
  if (!is_due(position)) return {};
  looked_at_ = position;
  const auto space = measure_(stash.fd());
  if (!space) return {};
  const auto free = space->free_bytes;
  const auto known = std::min(to_come.known_bytes, to_come.at_most_bytes);
  if (free < known) return told_once({true, free, known});
  if (free < std::max(to_come.at_most_bytes, little_of(*space)))
    return told_once({false, free, to_come.at_most_bytes});
  return {};
}

std::optional<Shortage> SpaceWatch::told_once(const Shortage &shortage) {
  if (!shortage.certain && told_possible_) return {};
  told_possible_ = true;
  told_certain_ = shortage.certain;
  return shortage;
}

}  // namespace redbook
