// A burner without a drive, for the tests of what starts one. The device is a folder:
//   plan    a word and the number of a step of the burn, at which the drive does it: die,
//           crash, fail, wait (for a stop), gate (until somebody has opened the FIFO
//           `gate` to write, and closed it), hang, freeze (the whole process)
//   log     what the program found when it was started, and what it was asked to do
//   burned  the audio of the disc, once it is complete
//   end     a FIFO that is opened, to be read, by who waits for the end of the drive
// REDBOOK_FAKE makes it another program: mute, newer, garbage, other.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <semaphore>
#include <set>

#include "fake_drive.hpp"
#include "protocol/channel.hpp"
#include "redbook-burner/serve/serve.hpp"

using namespace redbook;
namespace fs = std::filesystem;

namespace {

/// The descriptors that are open, and the session, as they were in the beginning.
std::string surroundings() {
  std::set<int> open;
  for (int fd = 0; fd < 1024; ++fd)
    if (::fcntl(fd, F_GETFD) >= 0) open.insert(fd);
  std::string text = "descriptors";
  for (const int fd : open) text += ' ' + std::to_string(fd);
  text += ::getsid(0) == ::getpid() ? ", own session" : ", a session of others";
  sigset_t blocked{};
  ::sigprocmask(SIG_BLOCK, nullptr, &blocked);
  const bool deaf =
      ::sigismember(&blocked, SIGTERM) == 1 || std::signal(SIGTERM, SIG_DFL) == SIG_IGN;
  return text + (deaf ? ", deaf" : ", all signals");
}

class Folder {
 public:
  explicit Folder(fs::path path) : path_{std::move(path)} {
    if (!fs::is_directory(path_))
      throw Error{Fault::drive, Result::generic, "There is no such drive.",
                  path_.string()};
    std::ifstream{path_ / "plan"} >> word_ >> step_;
  }

  void log(const std::string &line) const {
    std::ofstream{path_ / "log", std::ios::app} << line << '\n';
  }

  void reach(int step, const std::stop_token &stop) const {
    if (step == step_) act(stop);
    if (stop.stop_requested()) throw Cancelled{};
  }

  void burn(const Disc &disc, const Stash &stash, BurnObserver &observer,
            const std::stop_token &stop) const;

  void end() const {
    if (fs::exists(path_ / "end"))
      FileDescriptor{::open((path_ / "end").c_str(), O_WRONLY)};
  }

 private:
  void act(const std::stop_token &stop) const {
    if (word_ == "die") ::raise(SIGKILL);
    if (word_ == "crash") std::_Exit(77);
    if (word_ == "fail") throw Error{Fault::medium, Result::generic, "It is scratched."};
    if (word_ == "freeze") ::raise(SIGSTOP);
    if (word_ == "gate") std::ifstream{path_ / "gate"}.get();
    while (word_ == "hang") ::pause();
    if (word_ != "wait") return;
    std::binary_semaphore stopped{0};
    const std::stop_callback open{stop, [&stopped] { stopped.release(); }};
    stopped.acquire();
  }

  fs::path path_;
  std::string word_;
  int step_ = 0;
};

void Folder::burn(const Disc &disc, const Stash &stash, BurnObserver &observer,
                  const std::stop_token &stop) const {
  reach(1, stop);
  observer.on(event::Found{{"FAKE", Severity::note, 0, "It is no drive.", ""}});
  observer.on(event::Chosen{WriteMode::sao, 600});
  reach(2, stop);
  observer.on(event::Preparing{std::chrono::seconds{1}});
  reach(3, stop);
  observer.on(event::TracksWritten{0});
  for (int i = 1; i <= 3; ++i) {
    reach(3 + i, stop);
    observer.on(event::BufferFilled{100});
    observer.on(event::BlocksWritten{Blocks{disc.length().count() * i / 3}});
  }
  reach(7, stop);
  observer.on(event::TracksWritten{1});
  observer.on(event::Closing{std::chrono::seconds{1}});
  reach(8, stop);
  std::string audio(static_cast<std::size_t>(disc.length().bytes()), '\0');
  stash.read(0, std::as_writable_bytes(std::span{audio}));
  std::ofstream{path_ / "burned", std::ios::binary} << audio;
}

std::unique_ptr<Drive> opened(const std::string &device, const std::string &found) {
  const Folder folder{device};
  folder.log(found);
  folder.reach(9, {});
  return std::make_unique<test::FakeDrive>(test::DriveActs{
      .status = [=] { return DriveStatus{.device = device, .vendor = "Fake"}; },
      .erase =
          [=](Blanking, BurnObserver &observer, std::stop_token stop) {
            observer.on(
                event::Erasing{std::chrono::seconds{1}, std::chrono::seconds{60}});
            folder.reach(4, stop);
            folder.log("erased");
          },
      .eject = [=] { folder.log("ejected"); },
      .load =
          [=] {
            folder.reach(4, {});
            folder.log("loaded");
          },
      .burn = [=](const Disc &disc, const Stash &stash, const DriveSettings &,
                  BurnObserver &observer,
                  std::stop_token stop) { folder.burn(disc, stash, observer, stop); },
      .closed = [=] { folder.end(); }});
}

void say(const std::string &text) {
  const auto packet = '.' + text;
  ::send(3, packet.data(), packet.size(), MSG_NOSIGNAL);
}

/// Plays another program, and waits for the end.
int play(const std::string &part) {
  if (part == "newer") say(message_of(Event{Hello{2, "9.9"}}));
  if (part == "garbage") say("garbage");
  if (part == "other") say(message_of(Event{event::Heartbeat{}}));
  for (;;) ::pause();
}

}  // namespace

int main(int argc, char **arguments) {
  const auto found = surroundings();
  ::alarm(100);  // what a broken test leaves behind does not stay
  if (argc != 3 || arguments[1] != std::string{"--serve"}) return EXIT_FAILURE;
  if (const char *part = std::getenv("REDBOOK_FAKE")) return play(part);
  serve(
      std::atoi(arguments[2]),
      [&found](const std::string &device) { return opened(device, found); },
      std::chrono::milliseconds{10});
}
