/// The staged audio on the disk.
#pragma once

#include <sys/types.h>
#include <sys/uio.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <span>

#include "bytes.hpp"
#include "file/space_reserve.hpp"
#include "handle.hpp"

namespace redbook {

/// One file with the audio of all tracks end to end, S16LE, which a disc image adopts as
/// its BIN without a copy. It has no name until then, so that nothing is left behind when
/// the process dies. Throws Error (stash) if the file system refuses.
class Stash {
 public:
  /// A new, empty stash in `folder`, which must be on the file system of the later image.
  /// `lead_bytes` of silence precede the audio in the file: offsets don't count them.
  explicit Stash(const std::filesystem::path &folder, std::int64_t lead_bytes = 0);

  /// A file with audio that somebody else has staged, an image's BIN say.
  explicit Stash(FileDescriptor file, std::int64_t lead_bytes = 0);

  ~Stash();
  Stash(const Stash &) = delete;
  Stash &operator=(const Stash &) = delete;

  /// Writes all of `bytes` at `offset`. Several threads may write, each to its own
  /// extent.
  void write(std::int64_t offset, Bytes bytes);
  /// The same with what is in several places, in one call.
  void write_pieces(std::int64_t offset, std::span<const iovec> pieces);

  /// Fills `into` with what is at `offset`.
  void read(std::int64_t offset, std::span<std::byte> into) const;

  /// Cuts the file off or lengthens it with silence.
  void resize(std::int64_t bytes);

  /// Has the disk begin with `length` bytes at `offset`, and does not wait for it.
  void begin_writing_to_disk(std::int64_t offset, std::int64_t length) noexcept;

  /// Waits until `length` bytes at `offset` have left the page cache for the disk.
  void push_to_disk(std::int64_t offset, std::int64_t length);

  /// Waits until all that was written would survive a power cut. If the disk has lost
  /// something once, at any of these three calls, this and push_to_disk() fail from then
  /// on: the kernel tells only once.
  void sync();

  /// Gives the file this new name, without moving a byte if the file system can, else
  /// as a copy. The name must be free. `mode`: the access rights it gets.
  void publish_as(const std::filesystem::path &name, mode_t mode);

  /// Holds room for what makes a disc of the audio: its sheet, or the journal of a stash
  /// that is kept.
  void hold_reserve() noexcept { reserve_ = SpaceReserve{folder_}; }
  /// Lets go of it.
  void release_reserve() noexcept { reserve_.release(); }

  int fd() const noexcept { return file_.get(); }
  std::int64_t lead_bytes() const noexcept { return lead_bytes_; }

 private:
  std::int64_t write_some(std::int64_t offset, std::span<const iovec> pieces);
  void move_to_disk(std::int64_t offset, std::int64_t length, unsigned how) noexcept;
  void check_nothing_lost() const;
  bool link_as(const std::filesystem::path &name);
  void copy_as(const std::filesystem::path &name, mode_t mode);

  std::filesystem::path folder_;
  std::int64_t lead_bytes_;
  std::filesystem::path hidden_name_;  // if the file system has no unnamed files
  FileDescriptor file_;
  SpaceReserve reserve_;
  std::atomic<int> lost_{0};  // errno
};

}  // namespace redbook
