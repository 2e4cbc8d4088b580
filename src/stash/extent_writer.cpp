#include "stash/extent_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace redbook {

ExtentWriter::ExtentWriter(std::shared_ptr<Stash> stash, std::int64_t start)
    : stash_{std::move(stash)},
      start_{start},
      buffer_{new std::byte[static_cast<std::size_t>(piece_bytes)]} {}

// A piece ends at a multiple of its size, so that the file's pages are written whole.
std::size_t ExtentWriter::room() {
  const auto left = [this] {
    return piece_bytes - (stash_->lead_bytes() + start_) % piece_bytes - held_;
  };
  if (left() == 0) flush();
  return static_cast<std::size_t>(left());
}

void ExtentWriter::append(Bytes bytes) {
  while (!bytes.empty()) {
    const auto taken = std::min(room(), bytes.size());
    std::memcpy(buffer_.get() + held_, bytes.data(), taken);
    held_ += static_cast<std::int64_t>(taken);
    bytes = bytes.subspan(taken);
  }
}

void ExtentWriter::append_silence(std::int64_t bytes) {
  while (bytes > 0) {
    const auto taken = std::min(static_cast<std::int64_t>(room()), bytes);
    std::memset(buffer_.get() + held_, 0, static_cast<std::size_t>(taken));
    held_ += taken;
    bytes -= taken;
  }
}

void ExtentWriter::rewind(std::int64_t position) {
  assert(position <= this->position());
  if (position < start_) {
    stash_->resize(position);
    start_ = position;
  }
  held_ = position - start_;
}

void ExtentWriter::flush() {
  stash_->write(start_, Bytes{buffer_.get(), static_cast<std::size_t>(held_)});
  start_ += held_;
  held_ = 0;
}

}  // namespace redbook
