/// The calls by which a program changes files, counted: see last_call.cpp.
#pragma once

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <vector>

namespace redbook::test {

template <typename Function>
Function *next(const char *name) {
  return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

inline std::string variable(const char *name) {
  const auto *const value = std::getenv(name);
  return value ? value : "";
}

inline bool lacks(const char *what) {
  return variable("LACKS").find(what) != std::string::npos;
}

inline int refuse(int error) {
  errno = error;
  return -1;
}

inline std::string name_of(int fd) {
  char name[PATH_MAX] = {};
  const auto link = "/proc/self/fd/" + std::to_string(fd);
  const auto size = ::readlink(link.c_str(), name, sizeof name - 1);
  return {name, static_cast<std::size_t>(std::max<ssize_t>(0, size))};
}

inline std::string real_name(const std::string &name) {
  char real[PATH_MAX] = {};
  return ::realpath(name.c_str(), real) ? real : name;
}

inline std::string in_folder(int folder, const char *name) {
  return folder == AT_FDCWD || *name == '/' ? name : name_of(folder) + '/' + name;
}

inline std::string both(const std::string &from, const std::string &to) {
  return from + " -> " + to;
}

inline bool is_file(int fd) {
  struct stat status {};
  return fd > STDERR_FILENO && ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

/// The one count of this process.
class Count {
 public:
  enum class How { before, after, half };

  static Count &of_process() {
    static auto *const count = new Count;  // calls may come at the very end
    return *count;
  }

  bool waits_for_child() const { return for_us_ && after_ == "child"; }
  bool waits_for_read_of(int fd) const {
    return for_us_ && !begun_ && !file_.empty() && name_of(fd) == file_;
  }
  void begin() { begun_ = for_us_; }
  bool is_off() const { return !begun_; }

  /// The number of this call; does not return if it is the last and is not to be made.
  int enter(const char *call, const std::string &what) {
    const std::lock_guard lock{mutex_};
    const int number = ++made_;
    log(std::to_string(number) + ' ' + call + ' ' + what + '\n');
    if (number == last_ && how_ == How::before) end();
    return number;
  }

  void leave(int number) const {
    if (number == last_) end();
  }

  bool is_halved(int number) const { return number == last_ && how_ == How::half; }

 private:
  Count()
      : for_us_{variable("LAST_CALL_PROGRAM") == program_invocation_short_name},
        after_{variable("LAST_CALL_AFTER")},
        last_{std::atoi(variable("LAST_CALL").c_str())},
        log_{variable("LAST_CALL_LOG")} {
    const auto how = variable("LAST_CALL_HOW");
    how_ = how == "after" ? How::after : how == "half" ? How::half : How::before;
    if (after_.rfind("read:", 0) == 0) file_ = real_name(after_.substr(5));
    begun_ = for_us_ && after_ == "start";
  }

  [[noreturn]] static void end() {
    ::kill(::getpid(), SIGKILL);
    for (;;) ::pause();
  }

  // Opened each time: the program may close what it does not know.
  void log(const std::string &line) const {
    if (log_.empty()) return;
    static const auto open_next = next<int(const char *, int, ...)>("open");
    static const auto write_next = next<ssize_t(int, const void *, size_t)>("write");
    const int fd =
        open_next(log_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (write_next(fd, line.data(), line.size()) < 0) std::abort();
    ::close(fd);
  }

  bool for_us_;
  std::string after_;
  std::string file_;
  int last_;
  How how_ = How::before;
  std::string log_;
  std::atomic<bool> begun_ = false;
  std::mutex mutex_;
  int made_ = 0;
};

/// Makes a call, if it is not the last one or is to be made. `what` is made a text only
/// if somebody counts.
template <typename What, typename Call>
auto counted(const char *name, What &&what, Call &&call) {
  auto &count = Count::of_process();
  if (count.is_off()) return call();
  const auto number = count.enter(name, what());
  const auto result = call();
  const int error = errno;
  count.leave(number);
  errno = error;
  return result;
}

/// Of a write `call(size)` is made, with half of the size if it ends there.
template <typename Call>
ssize_t counted_write(const char *name, int fd, size_t size, Call &&call) {
  auto &count = Count::of_process();
  if (count.is_off() || !is_file(fd)) return call(size);
  const auto number =
      count.enter(name, name_of(fd) + ", " + std::to_string(size) + " bytes");
  const auto result = call(count.is_halved(number) ? size / 2 : size);
  const int error = errno;
  count.leave(number);
  errno = error;
  return result;
}

inline std::vector<iovec> first_of(const iovec *pieces, int count, size_t size) {
  std::vector<iovec> first;
  for (int i = 0; i < count && size > 0; ++i) {
    first.push_back({pieces[i].iov_base, std::min(size, pieces[i].iov_len)});
    size -= first.back().iov_len;
  }
  return first;
}

inline size_t size_of(const iovec *pieces, int count) {
  size_t size = 0;
  for (int i = 0; i < count; ++i) size += pieces[i].iov_len;
  return size;
}

/// `call(pieces, count)` makes the write.
template <typename Call>
ssize_t counted_pieces(const char *name, int fd, const iovec *pieces, int count,
                       Call &&call) {
  const auto whole = size_of(pieces, count);
  return counted_write(name, fd, whole, [&](size_t size) {
    if (size == whole) return call(pieces, count);
    const auto first = first_of(pieces, count, size);
    return call(first.data(), static_cast<int>(first.size()));
  });
}

/// `call(mode)` opens it.
template <typename Call>
int counted_open(const char *name, int folder, const char *path, int flags, Call &&call) {
  if ((flags & O_TMPFILE) == O_TMPFILE && lacks("unnamed")) return refuse(EOPNOTSUPP);
  const bool changes =
      (flags & (O_CREAT | O_TRUNC)) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
  if (!changes) return call();
  return counted(
      name, [&] { return in_folder(folder, path); }, call);
}

template <typename Call>
FILE *counted_fopen(const char *name, const char *path, const char *mode, Call &&call) {
  if (!std::strpbrk(mode, "wa")) return call();
  return counted(
      name, [&] { return std::string{path}; }, call);
}

inline void note_read(int fd, ssize_t taken) {
  auto &count = Count::of_process();
  if (taken < 0 || !count.waits_for_read_of(fd)) return;
  const int error = errno;
  struct stat status {};
  if (::fstat(fd, &status) == 0 && ::lseek(fd, 0, SEEK_CUR) >= status.st_size)
    count.begin();
  errno = error;
}

inline pid_t noted_child(pid_t child) {
  if (child > 0 && Count::of_process().waits_for_child()) Count::of_process().begin();
  return child;
}

inline mode_t mode_in(va_list rest, int flags) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : mode_t{};
}

}  // namespace redbook::test
