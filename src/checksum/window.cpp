#include "checksum/window.hpp"

#include <algorithm>

#include "units.hpp"

namespace redbook {
namespace {

std::int64_t next_sample(std::int64_t position) {
  return (position + bytes_per_sample - 1) / bytes_per_sample * bytes_per_sample;
}

// Larger copies glibc leaves to an instruction that callgrind counts once for each byte.
constexpr std::int64_t copied_at_once = 2048;

void copy(const std::byte *from, std::int64_t length, std::byte *to) {
  for (std::int64_t done = 0; done < length; done += copied_at_once)
    std::copy_n(from + done, std::min(copied_at_once, length - done), to + done);
}

}  // namespace

Window::Window() : ring_{new std::byte[capacity]} {}

std::int64_t Window::append(Bytes audio, std::int64_t needed) {
  const auto room = std::min(capacity, needed + capacity - end_);
  const auto taken = std::min(room, size_of(audio));
  const auto at = end_ % capacity;
  const auto before_the_edge = std::min(taken, capacity - at);
  copy(audio.data(), before_the_edge, ring_.get() + at);
  copy(audio.data() + before_the_edge, taken - before_the_edge, ring_.get());
  end_ += taken;
  start_ = std::max(start_, next_sample(end_ - capacity));
  return taken;
}

void Window::rewind(std::int64_t position) {
  end_ = position;
  start_ = std::min(start_, next_sample(end_));
}

Bytes Window::piece(std::int64_t from, std::int64_t to) const {
  const auto at = from % capacity;
  const auto length = std::min(to - from, capacity - at);
  return {ring_.get() + at, static_cast<std::size_t>(length)};
}

}  // namespace redbook
