#include "stash/extent_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace redbook {
namespace {

const std::byte *first_of(const iovec &piece) {
  return static_cast<const std::byte *>(piece.iov_base);
}

const std::byte *end_of(const iovec &piece) { return first_of(piece) + piece.iov_len; }

}  // namespace

ExtentWriter::ExtentWriter(std::shared_ptr<Stash> stash, std::int64_t start)
    : stash_{std::move(stash)},
      start_{start},
      copies_{new std::byte[static_cast<std::size_t>(batch_bytes)]} {}

// A batch ends at a multiple of its size, so that the file's pages are written whole.
std::size_t ExtentWriter::room() {
  const auto left = [this] {
    return batch_bytes - (stash_->lead_bytes() + start_) % batch_bytes - held_;
  };
  if (left() == 0) write_out();
  return static_cast<std::size_t>(left());
}

std::byte *ExtentWriter::copies(std::size_t bytes) {
  auto *const place = copies_.get() + copied_;
  copied_ += bytes;
  return place;
}

void ExtentWriter::hold(const std::byte *first, std::size_t bytes) {
  if (!pieces_.empty() && end_of(pieces_.back()) == first)
    pieces_.back().iov_len += bytes;
  else
    pieces_.push_back({const_cast<std::byte *>(first), bytes});
  held_ += static_cast<std::int64_t>(bytes);
}

void ExtentWriter::append(Bytes bytes) {
  while (!bytes.empty()) {
    const auto taken = std::min(room(), bytes.size());
    auto *const place = copies(taken);
    std::memcpy(place, bytes.data(), taken);
    hold(place, taken);
    bytes = bytes.subspan(taken);
  }
}

void ExtentWriter::append(HeldAudio &&audio) {
  auto bytes = audio.bytes;
  if (size_of(bytes) < min_kept_bytes) return append(bytes);
  owners_.push_back(std::move(audio.owner));
  while (!bytes.empty()) {
    const auto taken = std::min(room(), bytes.size());
    hold(bytes.data(), taken);
    bytes = bytes.subspan(taken);
  }
}

void ExtentWriter::append_silence(std::int64_t bytes) {
  while (bytes > 0) {
    const auto taken = std::min(room(), static_cast<std::size_t>(bytes));
    auto *const place = copies(taken);
    std::memset(place, 0, taken);
    hold(place, taken);
    bytes -= static_cast<std::int64_t>(taken);
  }
}

void ExtentWriter::rewind(std::int64_t position) {
  assert(position <= this->position());
  drop_end(std::min(held_, this->position() - position));
  if (position >= start_) return;
  stash_->resize(position);
  start_ = position;
}

void ExtentWriter::drop_end(std::int64_t bytes) {
  held_ -= bytes;
  while (bytes > 0) {
    auto &last = pieces_.back();
    const auto dropped = std::min(last.iov_len, static_cast<std::size_t>(bytes));
    if (end_of(last) == copies_.get() + copied_) copied_ -= dropped;
    last.iov_len -= dropped;
    if (last.iov_len == 0) pieces_.pop_back();
    bytes -= static_cast<std::int64_t>(dropped);
  }
}

void ExtentWriter::write_out() {
  stash_->write_pieces(start_, pieces_);
  start_ += held_;
  held_ = 0;
  copied_ = 0;
  pieces_.clear();
  if (!owners_.empty()) owners_.erase(owners_.begin(), owners_.end() - 1);
}

void ExtentWriter::flush() {
  write_out();
  owners_.clear();
}

void ExtentWriter::end_with_silence(std::int64_t bytes) {
  flush();
  if (bytes == 0) return;
  stash_->resize(start_ + bytes);
  start_ += bytes;
}

}  // namespace redbook
