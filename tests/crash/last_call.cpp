/// A library to preload: it counts the calls by which a program changes files, and kills
/// the program at one of them. It also pretends that the file system lacks something.
///
/// * LAST_CALL_PROGRAM: the program it is for; others are left alone.
/// * LAST_CALL_AFTER: when to begin counting. `read:FILE`, once FILE has been read to its
///   end; `child`, once a child has ended; `start`.
/// * LAST_CALL: which call is the last one, from 1 on; 0: only count.
/// * LAST_CALL_HOW: `before` that call, `after` it, or `half`, of a write only the half.
/// * LAST_CALL_LOG: gets a line for each call that is counted.
/// * LACKS: of `exchange`, `links`, `unnamed`, what there is not, in all programs.
///
/// What the C library calls inside itself, such as fopen's open, is counted where it is
/// entered.

#include "call_count.hpp"

using namespace redbook::test;

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
