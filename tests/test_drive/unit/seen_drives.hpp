#pragma once

#include <fcntl.h>
#include <scsi/sg.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "test_drive/unit/support.hpp"

namespace redbook::drive {

/// Two drives that this process sees: sr0 with a disc, sr1 without a medium.
class Drives {
 public:
  Drives() {
    Drive::create(dir_ / "sr0");
    make_medium(dir_ / "sr0/medium", "audio-cd");
    Drive::create(dir_ / "sr1");
    ::setenv("TEST_DRIVE_FOLDER", dir_.path().c_str(), 1);
  }

  void plan(const std::string &lines) { std::ofstream{dir_ / "sr0/plan"} << lines; }

 private:
  TempDir dir_;
};

/// Opens a device, gives it back in the end.
class Opened {
 public:
  explicit Opened(const char *path = "/dev/sr0", int flags = O_RDWR | O_NONBLOCK)
      : fd_{::open(path, flags)}, error_{fd_ < 0 ? errno : 0} {}
  Opened(const Opened &) = delete;
  Opened &operator=(const Opened &) = delete;
  ~Opened() { close(); }

  int fd() const { return fd_; }
  int error() const { return error_; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
  int error_;
};

constexpr int for_itself = O_RDWR | O_NONBLOCK | O_EXCL;

struct Answer {
  int outcome = 0;
  sg_io_hdr header{};
  Bytes data;
  std::array<std::uint8_t, 32> sense{};
};

inline Answer send(int fd, Bytes cdb, std::size_t room) {
  Answer answer;
  answer.data.resize(room);
  auto &header = answer.header;
  header.interface_id = 'S';
  header.cmdp = cdb.data();
  header.cmd_len = static_cast<unsigned char>(cdb.size());
  header.dxfer_direction = room ? SG_DXFER_FROM_DEV : SG_DXFER_NONE;
  header.dxferp = answer.data.data();
  header.dxfer_len = static_cast<unsigned>(room);
  header.sbp = answer.sense.data();
  header.mx_sb_len = 32;
  header.timeout = 50;
  answer.outcome = ::ioctl(fd, SG_IO, &header);
  return answer;
}

inline const Bytes inquiry_command{0x12, 0, 0, 0, 36, 0};

/// The exit code of a child that does `work`.
template <typename Work>
int in_child(Work &&work) {
  const auto child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace redbook::drive
