#pragma once

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <type_traits>
#include <utility>

namespace redbook::drive {

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_{fd} {}
  Descriptor(const std::filesystem::path &path, int flags)
      : fd_{::open(path.c_str(), flags | O_CLOEXEC, 0666)} {
    if (fd_ < 0) throw std::system_error{errno, std::generic_category(), path.string()};
  }
  Descriptor(Descriptor &&other) noexcept : fd_{std::exchange(other.fd_, -1)} {}
  Descriptor &operator=(Descriptor &&other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }

  int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

/// Holds a drive against all other processes and threads while it exists.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path &file) : file_{file, O_RDWR | O_CREAT} {
    while (::flock(file_.get(), LOCK_EX) != 0 && errno == EINTR) continue;
  }

 private:
  Descriptor file_;
};

/// A file that is a `T`, shared by all processes which look at it. A new one is zeros.
template <typename T>
class Mapped {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  explicit Mapped(const std::filesystem::path &path) {
    const Descriptor file{path, O_RDWR | O_CREAT};
    if (::ftruncate(file.get(), sizeof(T)) != 0) fail_on(path);
    void *const at =
        ::mmap(nullptr, sizeof(T), PROT_READ | PROT_WRITE, MAP_SHARED, file.get(), 0);
    if (at == MAP_FAILED) fail_on(path);
    value_ = static_cast<T *>(at);
  }
  Mapped(Mapped &&other) noexcept : value_{std::exchange(other.value_, nullptr)} {}
  ~Mapped() {
    if (value_) ::munmap(value_, sizeof(T));
  }

  T &operator*() const { return *value_; }
  T *operator->() const { return value_; }

 private:
  [[noreturn]] static void fail_on(const std::filesystem::path &path) {
    throw std::system_error{errno, std::generic_category(), path.string()};
  }

  T *value_ = nullptr;
};

}  // namespace redbook::drive
