/// How messages travel between a player and the burner.
///
/// A message goes as one or more packets of at most 32 KiB, in order: the first byte of
/// each is `+` if more of the message follows and `.` if it is the last; the rest
/// is text. A descriptor goes with the last packet. Longer packets than these, more than
/// one descriptor, and messages over 4 MiB are an Error (drive).
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "handle.hpp"

namespace redbook {

inline constexpr std::size_t max_packet_bytes = 32 << 10;
inline constexpr std::size_t max_message_bytes = 4 << 20;

/// The packets of `message`.
std::deque<std::string> packets_of(std::string_view message);

/// Puts messages together again.
class PacketAssembly {
 public:
  /// The message that `packet` completes, or nothing yet. Throws Error.
  std::optional<std::string> add(std::string_view packet);

 private:
  std::string text_;
};

struct Received {
  std::string message{};
  FileDescriptor file{};  ///< that came with it
};

/// One end of the socketpair. Never blocks: wait with poll() until it can be read or
/// written. For one thread.
class Channel {
 public:
  explicit Channel(FileDescriptor socket) : socket_{std::move(socket)} {}

  /// -1 once the other end is gone.
  int fd() const noexcept { return socket_.get(); }

  /// Sends `message` once there is room: flush() does. `file` goes along as a duplicate.
  void queue(std::string_view message, FileDescriptor file = {});
  /// Packets that wait for room.
  std::size_t waiting() const { return waiting_.size(); }
  /// Sends what can be sent. If the other end is gone, nothing waits any more; what it
  /// had said can still be received.
  void flush();

  /// The next message, or nothing if there is none yet, or the other end is gone.
  std::optional<Received> receive();
  bool is_open() const { return static_cast<bool>(socket_); }

 private:
  struct Packet {
    std::string bytes;
    FileDescriptor file;
  };

  enum class Sent { yes, no_room, nobody_there };

  Sent send(const Packet &packet);
  bool receive_packet();

  FileDescriptor socket_;
  std::deque<Packet> waiting_;
  PacketAssembly assembly_;
  std::string packet_;
  FileDescriptor file_;  // of the message that is being put together
};

/// Two ends that are connected, closed on exec. Throws Error (drive).
std::pair<FileDescriptor, FileDescriptor> socket_pair();

}  // namespace redbook
