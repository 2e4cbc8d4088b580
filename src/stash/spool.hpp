/// What has to wait, on the disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "bytes.hpp"
#include "stash/extent_writer.hpp"

namespace redbook {

/// Bytes in the order in which they came, in files without a name. What has been read
/// takes no room on the disk any more, give or take a piece; what is held in memory does
/// not grow. Not for two threads at once. Throws Error (stash).
class Spool {
 public:
  /// In `folder`, where nothing is until something waits. `piece_bytes`: what is given
  /// back to the disk at a time.
  explicit Spool(std::filesystem::path folder,
                 std::int64_t piece_bytes = std::int64_t{32} << 20)
      : folder_{std::move(folder)}, piece_bytes_{piece_bytes} {}

  void append(Bytes bytes);

  /// Takes as many bytes as `into` has room for, which must be there.
  void read(std::span<std::byte> into);

  /// How many wait.
  std::int64_t size() const noexcept { return appended_ - read_; }

  /// Forgets what waits.
  void clear() noexcept;

 private:
  std::int64_t room() const { return last_ ? piece_bytes_ - last_->position() : 0; }
  void begin_piece();
  void fill_window();

  std::filesystem::path folder_;
  std::int64_t piece_bytes_;
  std::deque<std::shared_ptr<Stash>> pieces_;
  std::optional<ExtentWriter> last_;  ///< of the last piece
  std::int64_t appended_ = 0;
  std::int64_t read_ = 0;
  std::int64_t fetched_ = 0;       ///< of the first piece, into the window
  std::vector<std::byte> window_;  ///< what is read next
  std::size_t used_ = 0;           ///< of the window
};

}  // namespace redbook
