#include "image/replacement.hpp"

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>
#include <random>
#include <string_view>
#include <utility>

#include "error.hpp"
#include "handle.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

Error failed(const char *sentence, const fs::path &path) {
  return Error::of_errno(Fault::image, sentence, path.string());
}

std::string random_ending() {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::random_device random;
  std::string ending = ".";
  for (int i = 0; i < 8; ++i) ending += letters[random() % letters.size()];
  return ending;
}

bool rename_with(const fs::path &from, const fs::path &to, unsigned flags) {
  return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0;
}

void write_all(int fd, std::string_view text, const fs::path &name) {
  while (!text.empty()) {
    const auto written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      throw failed("The sheet of the disc image could not be written.", name);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

Replacement::Replacement(fs::path target) : target_{std::move(target)} {
  const auto name = "." + target_.filename().string().substr(0, 200) + random_ending();
  temporary_ = target_.parent_path() / name;
}

Replacement::~Replacement() {
  if (place_ == Place::swapped && !kept_)
    rename_with(temporary_, target_, RENAME_EXCHANGE);
  if (place_ == Place::moved && !kept_) ::unlink(target_.c_str());
  if (place_ != Place::moved) ::unlink(temporary_.c_str());
}

// The exchange keeps the older file until the whole image is in place. Where the file
// system cannot do it, the older one is replaced at once.
void Replacement::swap_in() {
  if (rename_with(temporary_, target_, RENAME_EXCHANGE)) {
    place_ = Place::swapped;
    return;
  }
  if (::rename(temporary_.c_str(), target_.c_str()) != 0)
    throw failed("The disc image could not be given its name.", target_);
  place_ = Place::moved;
}

void write_new_file(const fs::path &name, const std::string &text) {
  const FileDescriptor file{
      ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)};
  if (!file) throw failed("The sheet of the disc image could not be made.", name);
  write_all(file.get(), text, name);
  if (::fsync(file.get()) != 0)
    throw failed("The sheet of the disc image could not be written.", name);
}

void sync_folder(const fs::path &folder) {
  const FileDescriptor directory{
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (directory) ::fsync(directory.get());
}

}  // namespace redbook
