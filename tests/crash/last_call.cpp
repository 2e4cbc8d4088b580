/// A library to preload: it counts the calls by which a program changes files, and kills
/// the program at one of them. It also pretends that the file system lacks something.
///
///   LAST_CALL_PROGRAM  the program it is for; others that inherit the environment are
///   left alone LAST_CALL_AFTER    when to begin counting: `read:FILE`, once FILE has
///   been read to its end;
///                      `child`, once a child has ended; `start`
///   LAST_CALL          which call is the last one, from 1 on; 0: only count
///   LAST_CALL_HOW      `before` that call, `after` it, or `half`: of a write only the
///   first half LAST_CALL_LOG      gets a line for each call that is counted LACKS of
///   `exchange`, `links`, `unnamed`: what there is not, in all programs
///
/// What the C library calls inside itself, such as fopen's open, is counted where it is
/// entered.

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

namespace {

template <typename Function>
Function *next(const char *name) {
  return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

std::string variable(const char *name) {
  const auto *const value = std::getenv(name);
  return value ? value : "";
}

bool lacks(const char *what) { return variable("LACKS").find(what) != std::string::npos; }

int refuse(int error) {
  errno = error;
  return -1;
}

std::string name_of(int fd) {
  char name[PATH_MAX] = {};
  const auto link = "/proc/self/fd/" + std::to_string(fd);
  const auto size = ::readlink(link.c_str(), name, sizeof name - 1);
  return {name, static_cast<std::size_t>(std::max<ssize_t>(0, size))};
}

std::string real_name(const std::string &name) {
  char real[PATH_MAX] = {};
  return ::realpath(name.c_str(), real) ? real : name;
}

std::string in_folder(int folder, const char *name) {
  return folder == AT_FDCWD || *name == '/' ? name : name_of(folder) + '/' + name;
}

std::string both(const std::string &from, const std::string &to) {
  return from + " -> " + to;
}

bool is_file(int fd) {
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

std::vector<iovec> first_of(const iovec *pieces, int count, size_t size) {
  std::vector<iovec> first;
  for (int i = 0; i < count && size > 0; ++i) {
    first.push_back({pieces[i].iov_base, std::min(size, pieces[i].iov_len)});
    size -= first.back().iov_len;
  }
  return first;
}

size_t size_of(const iovec *pieces, int count) {
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

void note_read(int fd, ssize_t taken) {
  auto &count = Count::of_process();
  if (taken < 0 || !count.waits_for_read_of(fd)) return;
  const int error = errno;
  struct stat status {};
  if (::fstat(fd, &status) == 0 && ::lseek(fd, 0, SEEK_CUR) >= status.st_size)
    count.begin();
  errno = error;
}

pid_t noted_child(pid_t child) {
  if (child > 0 && Count::of_process().waits_for_child()) Count::of_process().begin();
  return child;
}

mode_t mode_in(va_list rest, int flags) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : mode_t{};
}

}  // namespace

// One function as the C library exports it; `real` is the C library's own.
#define REAL(name, ...) static const auto real = next<__VA_ARGS__>(#name)

extern "C" {

#define OPEN(name)                                                \
  int name(const char *path, int flags, ...) {                    \
    REAL(name, int(const char *, int, ...));                      \
    va_list rest;                                                 \
    va_start(rest, flags);                                        \
    const auto mode = mode_in(rest, flags);                       \
    va_end(rest);                                                 \
    return counted_open(#name, AT_FDCWD, path, flags,             \
                        [&] { return real(path, flags, mode); }); \
  }
#define OPENAT(name)                                                      \
  int name(int folder, const char *path, int flags, ...) {                \
    REAL(name, int(int, const char *, int, ...));                         \
    va_list rest;                                                         \
    va_start(rest, flags);                                                \
    const auto mode = mode_in(rest, flags);                               \
    va_end(rest);                                                         \
    return counted_open(#name, folder, path, flags,                       \
                        [&] { return real(folder, path, flags, mode); }); \
  }
#define FOPEN(name)                                                            \
  FILE *name(const char *path, const char *mode) {                             \
    REAL(name, FILE *(const char *, const char *));                            \
    return counted_fopen(#name, path, mode, [&] { return real(path, mode); }); \
  }
#define WRITE(name, Offset)                                                          \
  ssize_t name(int fd, const void *data, size_t whole, Offset offset) {              \
    REAL(name, ssize_t(int, const void *, size_t, Offset));                          \
    return counted_write(#name, fd, whole,                                           \
                         [&](size_t size) { return real(fd, data, size, offset); }); \
  }
#define WRITEV(name, Offset)                                                             \
  ssize_t name(int fd, const iovec *pieces, int number, Offset offset) {                 \
    REAL(name, ssize_t(int, const iovec *, int, Offset));                                \
    return counted_pieces(#name, fd, pieces, number, [&](const iovec *some, int count) { \
      return real(fd, some, count, offset);                                              \
    });                                                                                  \
  }
#define ON_FILE(name)                                                  \
  int name(int fd) {                                                   \
    REAL(name, int(int));                                              \
    return counted(                                                    \
        #name, [&] { return name_of(fd); }, [&] { return real(fd); }); \
  }
#define ON_PATH(name)                                                          \
  int name(const char *path) {                                                 \
    REAL(name, int(const char *));                                             \
    return counted(                                                            \
        #name, [&] { return std::string{path}; }, [&] { return real(path); }); \
  }
#define TRUNCATE(name)                                                      \
  int name(int fd, off_t size) {                                            \
    REAL(name, int(int, off_t));                                            \
    return counted(                                                         \
        #name, [&] { return name_of(fd) + " to " + std::to_string(size); }, \
        [&] { return real(fd, size); });                                    \
  }

#define MADE_NAME(Result, name)                                                \
  Result name(char *path) {                                                    \
    REAL(name, Result(char *));                                                \
    return counted(                                                            \
        #name, [&] { return std::string{path}; }, [&] { return real(path); }); \
  }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
FOPEN(fopen)
FOPEN(fopen64)
WRITE(pwrite, off_t)
WRITE(pwrite64, off64_t)
WRITEV(pwritev, off_t)
WRITEV(pwritev64, off64_t)
ON_FILE(fsync)
ON_FILE(fdatasync)
ON_PATH(unlink)
ON_PATH(rmdir)
ON_PATH(remove)
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)
MADE_NAME(int, mkstemp)
MADE_NAME(int, mkstemp64)
MADE_NAME(char *, mkdtemp)

int mkostemp(char *path, int flags) {
  REAL(mkostemp, int(char *, int));
  return counted(
      "mkostemp", [&] { return std::string{path}; }, [&] { return real(path, flags); });
}

int mkostemp64(char *path, int flags) {
  REAL(mkostemp64, int(char *, int));
  return counted(
      "mkostemp64", [&] { return std::string{path}; }, [&] { return real(path, flags); });
}

int fallocate(int fd, int mode, off_t offset, off_t size) {
  REAL(fallocate, int(int, int, off_t, off_t));
  return counted(
      "fallocate", [&] { return name_of(fd); },
      [&] { return real(fd, mode, offset, size); });
}

int fallocate64(int fd, int mode, off64_t offset, off64_t size) {
  REAL(fallocate64, int(int, int, off64_t, off64_t));
  return counted(
      "fallocate64", [&] { return name_of(fd); },
      [&] { return real(fd, mode, offset, size); });
}

int posix_fallocate(int fd, off_t offset, off_t size) {
  REAL(posix_fallocate, int(int, off_t, off_t));
  return counted(
      "posix_fallocate", [&] { return name_of(fd); },
      [&] { return real(fd, offset, size); });
}

int posix_fallocate64(int fd, off64_t offset, off64_t size) {
  REAL(posix_fallocate64, int(int, off64_t, off64_t));
  return counted(
      "posix_fallocate64", [&] { return name_of(fd); },
      [&] { return real(fd, offset, size); });
}

int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags) {
  REAL(fsetxattr, int(int, const char *, const void *, size_t, int));
  return counted(
      "fsetxattr", [&] { return name_of(fd); },
      [&] { return real(fd, name, value, size, flags); });
}

ssize_t write(int fd, const void *data, size_t whole) {
  REAL(write, ssize_t(int, const void *, size_t));
  return counted_write("write", fd, whole,
                       [&](size_t size) { return real(fd, data, size); });
}

ssize_t writev(int fd, const iovec *pieces, int number) {
  REAL(writev, ssize_t(int, const iovec *, int));
  return counted_pieces("writev", fd, pieces, number, [&](const iovec *some, int count) {
    return real(fd, some, count);
  });
}

ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t whole,
                        unsigned flags) {
  REAL(copy_file_range, ssize_t(int, off64_t *, int, off64_t *, size_t, unsigned));
  return counted_write("copy_file_range", out, whole, [&](size_t size) {
    return real(in, in_at, out, out_at, size, flags);
  });
}

ssize_t sendfile64(int out, int in, off64_t *in_at, size_t whole) {
  REAL(sendfile64, ssize_t(int, int, off64_t *, size_t));
  return counted_write("sendfile", out, whole,
                       [&](size_t size) { return real(out, in, in_at, size); });
}

ssize_t sendfile(int out, int in, off_t *in_at, size_t whole) {
  REAL(sendfile, ssize_t(int, int, off_t *, size_t));
  return counted_write("sendfile", out, whole,
                       [&](size_t size) { return real(out, in, in_at, size); });
}

int unlinkat(int folder, const char *path, int flags) {
  REAL(unlinkat, int(int, const char *, int));
  return counted(
      "unlinkat", [&] { return in_folder(folder, path); },
      [&] { return real(folder, path, flags); });
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir, int(const char *, mode_t));
  return counted(
      "mkdir", [&] { return std::string{path}; }, [&] { return real(path, mode); });
}

int mkdirat(int folder, const char *path, mode_t mode) {
  REAL(mkdirat, int(int, const char *, mode_t));
  return counted(
      "mkdirat", [&] { return in_folder(folder, path); },
      [&] { return real(folder, path, mode); });
}

int symlink(const char *to, const char *path) {
  REAL(symlink, int(const char *, const char *));
  return counted(
      "symlink", [&] { return both(path, to); }, [&] { return real(to, path); });
}

int fchmod(int fd, mode_t mode) {
  REAL(fchmod, int(int, mode_t));
  return counted(
      "fchmod", [&] { return name_of(fd); }, [&] { return real(fd, mode); });
}

int link(const char *from, const char *to) {
  REAL(link, int(const char *, const char *));
  if (lacks("links")) return refuse(EPERM);
  return counted(
      "link", [&] { return both(from, to); }, [&] { return real(from, to); });
}

int linkat(int a, const char *from, int b, const char *to, int flags) {
  REAL(linkat, int(int, const char *, int, const char *, int));
  if (lacks("links")) return refuse(EPERM);
  return counted(
      "linkat", [&] { return both(in_folder(a, from), in_folder(b, to)); },
      [&] { return real(a, from, b, to, flags); });
}

int rename(const char *from, const char *to) {
  REAL(rename, int(const char *, const char *));
  return counted(
      "rename", [&] { return both(from, to); }, [&] { return real(from, to); });
}

int renameat(int a, const char *from, int b, const char *to) {
  REAL(renameat, int(int, const char *, int, const char *));
  return counted(
      "renameat", [&] { return both(in_folder(a, from), in_folder(b, to)); },
      [&] { return real(a, from, b, to); });
}

int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
  REAL(renameat2, int(int, const char *, int, const char *, unsigned));
  if (flags != 0 && lacks("exchange")) return refuse(EINVAL);
  const auto *const name = flags & RENAME_EXCHANGE ? "renameat2(exchange)" : "renameat2";
  return counted(
      name, [&] { return both(in_folder(a, from), in_folder(b, to)); },
      [&] { return real(a, from, b, to, flags); });
}

ssize_t read(int fd, void *data, size_t size) {
  REAL(read, ssize_t(int, void *, size_t));
  const auto taken = real(fd, data, size);
  note_read(fd, taken);
  return taken;
}

pid_t waitpid(pid_t child, int *status, int options) {
  REAL(waitpid, pid_t(pid_t, int *, int));
  return noted_child(real(child, status, options));
}

pid_t wait4(pid_t child, int *status, int options, struct rusage *usage) {
  REAL(wait4, pid_t(pid_t, int *, int, struct rusage *));
  return noted_child(real(child, status, options, usage));
}

}  // extern "C"
