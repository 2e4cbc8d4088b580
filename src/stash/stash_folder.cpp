#include "stash/stash_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "error.hpp"
#include "stash/journal.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

constexpr auto journal_name = "journal";
constexpr auto sound_name = "sound.pcm";
constexpr std::int64_t longest_journal = 64 << 20;

Error failed(const char *sentence, const fs::path &path) {
  return Error::of_errno(Fault::stash, sentence, path.string());
}

Error damaged(const char *sentence, const fs::path &path, const std::string &detail) {
  return {Fault::stash, Result::invalid_image, sentence, path.string() + ": " + detail};
}

std::int64_t size_of_file(int fd) {
  struct stat status {};
  return ::fstat(fd, &status) == 0 ? status.st_size : -1;
}

fs::path new_folder_in(const fs::path &parent) {
  auto name = (parent / "stash-XXXXXX").string();
  if (!::mkdtemp(name.data()))
    throw failed("The folder of the stash can't be made.", name);
  return name;
}

void write_all(int fd, std::string_view bytes, const fs::path &name) {
  while (!bytes.empty()) {
    const auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failed("The journal of the stash can't be written.", name);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_journal(const fs::path &name, const std::string &bytes) {
  const FileDescriptor file{
      ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
  if (!file) throw failed("The journal of the stash can't be made.", name);
  write_all(file.get(), bytes, name);
  if (::fsync(file.get()) != 0)
    throw failed("The journal of the stash can't be written.", name);
}

void sync_folder(const fs::path &folder) {
  const FileDescriptor directory{
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!directory || ::fsync(directory.get()) != 0)
    throw failed("The folder of the stash can't be written.", folder);
}

std::string journal_of(const Disc &disc, std::int64_t lead_bytes) {
  auto bytes = journal_header();
  std::uint32_t number = 0;
  const auto add = [&](const Record &record) { bytes += bytes_of(record, number++); };
  add(begun_record(lead_bytes));
  for (const auto &track : disc.tracks)
    add(closed_track_record(track, disc.length().bytes()));
  add(disc_record(disc));
  add(finished_record(disc.length().bytes()));
  return bytes;
}

/// Throws where the file behind `fd` has less than `bytes` of sound.
void check_length(int fd, std::int64_t lead_bytes, std::int64_t bytes,
                  const fs::path &name) {
  const auto there = std::max<std::int64_t>(0, size_of_file(fd) - lead_bytes);
  if (there < bytes)
    throw damaged("The sound of the stash ends before its last track does.", name,
                  std::to_string(there) + " bytes of sound, " + std::to_string(bytes) +
                      " promised");
}

void fill(const fs::path &folder, const Disc &disc, Stash &stash) {
  check_length(stash.fd(), stash.lead_bytes(), disc.length().bytes(), folder);
  stash.sync();
  stash.publish_as(folder / sound_name, 0600);
  write_journal(folder / journal_name, journal_of(disc, stash.lead_bytes()));
  sync_folder(folder);
  sync_folder(folder.parent_path());
}

void remove_stash(const fs::path &folder) noexcept {
  for (const auto *name : {journal_name, sound_name}) ::unlink((folder / name).c_str());
  ::rmdir(folder.c_str());
}

/// A file of the stash, to read. What is no plain file is none of ours.
FileDescriptor opened(const fs::path &name, const char *sentence) {
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  FileDescriptor file{::open(name.c_str(), flags)};
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) throw failed(sentence, name);
  if (!S_ISREG(status.st_mode)) throw damaged(sentence, name, "not a file");
  return file;
}

std::string journal_bytes(const fs::path &name) {
  constexpr auto sentence = "The journal of the stash can't be read.";
  const auto file = opened(name, sentence);
  const auto size = size_of_file(file.get());
  if (size > longest_journal) throw damaged(sentence, name, "too long for a journal");
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t read = 0;
  while (read < bytes.size()) {
    const auto count = ::read(file.get(), bytes.data() + read, bytes.size() - read);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw failed(sentence, name);
    if (count == 0) bytes.resize(read);
    read += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::string joined(const std::vector<std::string> &all) {
  std::string text;
  for (const auto &each : all) text += (text.empty() ? "" : "; ") + each;
  return text;
}

Promised promised_in(const fs::path &name) {
  try {
    const auto read = records_in(journal_bytes(name));
    if (!read.damage.empty())
      throw Error{Fault::stash, Result::invalid_image,
                  "The journal of the stash is damaged.", joined(read.damage)};
    return promised_by(read.records);
  } catch (const Error &error) {
    if (error.detail().starts_with(name.string())) throw;
    throw Error{error.fault(), error.result(), error.what(),
                name.string() + ": " + error.detail()};
  }
}

}  // namespace

fs::path save_stash(const Disc &disc, Stash &stash, const fs::path &parent) {
  auto folder = new_folder_in(parent);
  try {
    fill(folder, disc, stash);
  } catch (...) {
    remove_stash(folder);
    throw;
  }
  return folder;
}

bool is_stash(const fs::path &path) {
  std::error_code none;
  return fs::exists(path / journal_name, none) || fs::exists(path / sound_name, none);
}

SavedStash open_stash(const fs::path &folder) {
  auto promised = promised_in(folder / journal_name);
  const auto name = folder / sound_name;
  auto sound = opened(name, "The sound of the stash can't be read.");
  check_length(sound.get(), promised.lead_bytes, promised.staged_bytes, name);
  return {std::move(promised.disc),
          std::make_shared<Stash>(std::move(sound), promised.lead_bytes)};
}

}  // namespace redbook
