#include "stash/spool.hpp"

#include <algorithm>
#include <cassert>

namespace redbook {
namespace {

// What is read in one go.
constexpr std::int64_t window_bytes = std::int64_t{256} * 1024;

}  // namespace

void Spool::begin_piece() {
  if (last_) last_->flush();
  pieces_.push_back(std::make_shared<Stash>(folder_));
  last_.emplace(pieces_.back(), 0);
}

void Spool::append(Bytes bytes) {
  while (!bytes.empty()) {
    if (room() == 0) begin_piece();
    const auto taken = std::min(room(), size_of(bytes));
    last_->append(bytes.first(static_cast<std::size_t>(taken)));
    appended_ += taken;
    bytes = bytes.subspan(static_cast<std::size_t>(taken));
  }
}

// A piece that has been read is closed, which gives its room back.
void Spool::fill_window() {
  if (fetched_ == piece_bytes_) {
    pieces_.pop_front();
    fetched_ = 0;
  }
  const bool is_last = pieces_.size() == 1;
  if (is_last) last_->flush();
  const auto end = is_last ? last_->position() : piece_bytes_;
  window_.resize(static_cast<std::size_t>(std::min(window_bytes, end - fetched_)));
  used_ = 0;
  pieces_.front()->read(fetched_, window_);
  fetched_ += static_cast<std::int64_t>(window_.size());
}

void Spool::read(std::span<std::byte> into) {
  assert(static_cast<std::int64_t>(into.size()) <= size());
  while (!into.empty()) {
    if (used_ == window_.size()) fill_window();
    const auto taken = std::min(into.size(), window_.size() - used_);
    std::copy_n(window_.begin() + static_cast<std::ptrdiff_t>(used_), taken,
                into.begin());
    used_ += taken;
    read_ += static_cast<std::int64_t>(taken);
    into = into.subspan(taken);
  }
  if (size() == 0) clear();
}

void Spool::clear() noexcept {
  last_.reset();
  pieces_.clear();
  appended_ = read_ = fetched_ = 0;
  window_ = {};
  used_ = 0;
}

}  // namespace redbook
