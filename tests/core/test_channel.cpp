#include <fcntl.h>
#include <sys/socket.h>

#include "protocol/channel.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Two channels that talk to each other.
struct Line {
  std::pair<FileDescriptor, FileDescriptor> ends = socket_pair();
  Channel here{std::move(ends.first)};
  Channel there{std::move(ends.second)};

  /// What arrives of what `here` has queued, alternating as two processes would.
  Received next() {
    for (;;) {
      here.flush();
      if (auto received = there.receive()) return *std::move(received);
      if (!there.is_open()) throw std::logic_error{"the line is closed"};
    }
  }
};

FileDescriptor pipe_end() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
  ::close(ends[1]);
  return FileDescriptor{ends[0]};
}

bool is_same_file(int a, int b) {
  struct stat first {
  }, second{};
  return ::fstat(a, &first) == 0 && ::fstat(b, &second) == 0 &&
         first.st_ino == second.st_ino;
}

void send_raw(int fd, const std::string &packet) {
  ck_assert_int_ge(::send(fd, packet.data(), packet.size(), MSG_NOSIGNAL), 0);
}

}  // namespace

REDBOOK_TEST(test_messages_of_every_length_arrive) {
  Line line;
  for (const std::size_t length :
       {std::size_t{0}, std::size_t{1}, max_packet_bytes - 1, max_packet_bytes,
        2 * (max_packet_bytes - 1), max_message_bytes}) {
    const std::string message(length, 'x');

    line.here.queue(message);

    ck_assert(line.next().message == message);
  }
}

REDBOOK_TEST(test_messages_arrive_in_order) {
  Line line;

  line.here.queue("one");
  line.here.queue(std::string(100000, '2'));
  line.here.queue("three");

  assert_text(line.next().message, "one");
  ck_assert_uint_eq(line.next().message.size(), 100000);
  assert_text(line.next().message, "three");
}

REDBOOK_TEST(test_descriptor_arrives_with_its_message) {
  Line line;
  const auto file = pipe_end();

  line.here.queue("without");
  line.here.queue(std::string(100000, 'x'), FileDescriptor{::dup(file.get())});
  line.here.queue("without");

  ck_assert(!line.next().file);
  const auto received = line.next();
  ck_assert(is_same_file(received.file.get(), file.get()));
  ck_assert_int_eq(::fcntl(received.file.get(), F_GETFD), FD_CLOEXEC);
  ck_assert(!line.next().file);
}

REDBOOK_TEST(test_other_end_that_is_gone_is_noticed) {
  Line line;
  line.there = Channel{FileDescriptor{}};

  line.here.queue("anybody?");

  line.here.flush();
  ck_assert_uint_eq(line.here.waiting(), 0);
  ck_assert(!line.here.receive());
  ck_assert(!line.here.is_open());
}

REDBOOK_TEST(test_what_was_said_before_leaving_is_heard) {
  Line line;
  line.there.queue("unread");
  line.there.flush();
  line.here.queue("farewell");
  line.here.flush();
  line.here = Channel{FileDescriptor{}};

  line.there.queue("too late");
  line.there.flush();
  assert_text(line.there.receive()->message, "farewell");
  ck_assert(!line.there.receive());
  ck_assert(!line.there.is_open());
}

REDBOOK_TEST(test_garbage_is_an_error) {
  for (const auto &packet :
       {std::string{"?x"}, '.' + std::string(max_packet_bytes, 'x')}) {
    Line line;

    send_raw(line.here.fd(), packet);

    ck_assert(error_of([&] { line.there.receive(); }).fault() == Fault::drive);
  }
}

REDBOOK_TEST(test_endless_message_is_an_error) {
  PacketAssembly assembly;
  const auto packet = '+' + std::string(max_packet_bytes - 1, 'x');
  for (std::size_t i = 0; i < max_message_bytes / packet.size(); ++i)
    ck_assert(!assembly.add(packet));

  const auto error = error_of([&] {
    assembly.add(packet);
    assembly.add(packet);
  });

  assert_text(error.detail(), "a message of more than 4194304 bytes");
}

REDBOOK_TEST(test_too_long_a_message_is_not_sent) {
  Line line;

  ck_assert(error_of([&] {
              line.here.queue(std::string(max_message_bytes + 1, 'x'));
            }).fault() == Fault::drive);
}

REDBOOK_TEST(test_only_one_descriptor_is_taken) {
  Line line;
  const auto file = pipe_end();
  const int both[2] = {file.get(), file.get()};
  char text[] = ".x";
  iovec part{text, 2};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof both)] = {};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = control;
  header.msg_controllen = sizeof control;
  auto *const rights = CMSG_FIRSTHDR(&header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof both);
  std::copy_n(reinterpret_cast<const char *>(both), sizeof both,
              reinterpret_cast<char *>(CMSG_DATA(rights)));

  ck_assert_int_eq(::sendmsg(line.here.fd(), &header, 0), 2);

  ck_assert(error_of([&] { line.there.receive(); }).fault() == Fault::drive);
}
