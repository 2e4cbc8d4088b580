#include "protocol/channel.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

constexpr char more_follows = '+';
constexpr char last_one = '.';
constexpr std::size_t text_bytes = max_packet_bytes - 1;

Error garbage(const std::string &what) {
  return {Fault::drive, Result::generic,
          "What the player and redbook-burner say to each other got damaged.", what};
}

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK; }

/// Room for the one descriptor that may come or go with a packet.
struct Rights {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> bytes{};

  void attach(int fd, msghdr &header) {
    header.msg_control = bytes.data();
    header.msg_controllen = bytes.size();
    auto *const control = CMSG_FIRSTHDR(&header);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(sizeof fd);
    std::memcpy(CMSG_DATA(control), &fd, sizeof fd);
  }

  static FileDescriptor detach(msghdr &header) {
    const auto *const control = CMSG_FIRSTHDR(&header);
    if (!control || control->cmsg_type != SCM_RIGHTS ||
        control->cmsg_len < CMSG_LEN(sizeof(int)))
      return {};
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(control), sizeof fd);
    return FileDescriptor{fd};
  }
};

}  // namespace

std::deque<std::string> packets_of(std::string_view message) {
  std::deque<std::string> packets;
  do {
    const auto text = message.substr(0, text_bytes);
    message.remove_prefix(text.size());
    packets.push_back((message.empty() ? last_one : more_follows) + std::string{text});
  } while (!message.empty());
  return packets;
}

std::optional<std::string> PacketAssembly::add(std::string_view packet) {
  if (packet.empty() || packet.size() > max_packet_bytes ||
      (packet.front() != more_follows && packet.front() != last_one))
    throw garbage("a packet of " + std::to_string(packet.size()) + " bytes");
  if (text_.size() + packet.size() - 1 > max_message_bytes)
    throw garbage("a message of more than " + std::to_string(max_message_bytes) +
                  " bytes");
  text_ += packet.substr(1);
  if (packet.front() == more_follows) return std::nullopt;
  return std::exchange(text_, {});
}

void Channel::queue(std::string_view message, FileDescriptor file) {
  if (message.size() > max_message_bytes) throw garbage("a message that is too long");
  for (auto &packet : packets_of(message)) waiting_.push_back({std::move(packet), {}});
  waiting_.back().file = std::move(file);
}

Channel::Sent Channel::send(const Packet &packet) {
  // sendmsg() takes what it does not change as if it would.
  iovec text{const_cast<char *>(packet.bytes.data()), packet.bytes.size()};
  msghdr header{};
  header.msg_iov = &text;
  header.msg_iovlen = 1;
  Rights rights;
  if (packet.file) rights.attach(packet.file.get(), header);
  for (;;) {
    if (::sendmsg(socket_.get(), &header, MSG_NOSIGNAL | MSG_DONTWAIT) >= 0)
      return Sent::yes;
    if (errno != EINTR) return would_block() ? Sent::no_room : Sent::nobody_there;
  }
}

void Channel::flush() {
  while (!waiting_.empty()) {
    const auto sent = send(waiting_.front());
    if (sent == Sent::no_room) return;
    if (sent == Sent::yes)
      waiting_.pop_front();
    else
      waiting_.clear();
  }
}

bool Channel::receive_packet() {
  packet_.resize(max_packet_bytes + 1);
  iovec text{packet_.data(), packet_.size()};
  Rights rights;
  msghdr header{};
  header.msg_iov = &text;
  header.msg_iovlen = 1;
  header.msg_control = rights.bytes.data();
  header.msg_controllen = CMSG_LEN(sizeof(int));  // no room for a second one
  for (;;) {
    const auto count = ::recvmsg(socket_.get(), &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    // A reset comes once, before what the other end had sent.
    if (count < 0 && (errno == EINTR || errno == ECONNRESET)) continue;
    if (count < 0 && would_block()) return false;
    if (count <= 0) socket_ = FileDescriptor{};
    packet_.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (auto file = Rights::detach(header)) file_ = std::move(file);
    if (is_open() && (header.msg_flags & (MSG_CTRUNC | MSG_TRUNC)) != 0)
      throw garbage("a packet that is too long, or has too many descriptors");
    return is_open();
  }
}

std::optional<Received> Channel::receive() {
  while (is_open() && receive_packet())
    if (auto message = assembly_.add(packet_))
      return Received{*std::move(message), std::move(file_)};
  return std::nullopt;
}

std::pair<FileDescriptor, FileDescriptor> socket_pair() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw Error::of_errno(Fault::drive, "The program redbook-burner can't be talked to.",
                          "socketpair");
  return {FileDescriptor{ends[0]}, FileDescriptor{ends[1]}};
}

}  // namespace redbook
