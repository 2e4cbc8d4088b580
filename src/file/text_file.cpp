#include "file/text_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "error.hpp"
#include "handle.hpp"

namespace redbook {
namespace {

Error failed(const std::filesystem::path &name) {
  return Error::of_errno(Fault::image, "A file of the disc image can't be read.",
                         name.string());
}

}  // namespace

std::string contents_of(const std::filesystem::path &name, std::int64_t max_bytes) {
  const FileDescriptor file{::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) throw failed(name);
  if (!S_ISREG(status.st_mode) || status.st_size > max_bytes)
    throw Error{Fault::image, Result::invalid_image,
                "A file of the disc image is not what its name says.",
                name.string() + ": " + std::to_string(status.st_size) + " bytes"};
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const auto count = ::read(file.get(), text.data() + filled, text.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw failed(name);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  text.resize(filled);
  return text;
}

}  // namespace redbook
