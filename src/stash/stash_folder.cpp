#include "stash/stash_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "error.hpp"
#include "stash/journal_file.hpp"
#include "stash/stash_lock.hpp"
#include "stash/stash_state.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "stash-";
constexpr std::size_t random_letters = 6;

FileDescriptor locked_folder(const fs::path &folder) {
  FileDescriptor file{
      ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  return file && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 ? std::move(file)
                                                             : FileDescriptor{};
}

/// A folder that is being filled, and held for that.
struct NewFolder {
  fs::path path;
  FileDescriptor lock;
};

// Another process may take it for a dead one's before it is locked.
NewFolder new_folder_in(const fs::path &parent) {
  for (;;) {
    auto name =
        (parent / (std::string{prefix} + std::string(random_letters, 'X'))).string();
    if (!::mkdtemp(name.data()))
      throw Error::of_errno(Fault::stash, "The folder of the stash can't be made.", name);
    auto lock = locked_folder(name);
    struct stat status {};
    if (lock && ::fstat(lock.get(), &status) == 0 && status.st_nlink > 0)
      return {name, std::move(lock)};
  }
}

/// Whether `folder` is called as save_stash() calls one, and was not finished.
bool is_unfinished(const fs::path &folder) {
  const auto name = folder.filename().string();
  struct stat status {};
  return name.starts_with(prefix) && name.size() == prefix.size() + random_letters &&
         ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         status.st_uid == ::geteuid() &&
         ::access((folder / journal_name).c_str(), F_OK) != 0;
}

void remove_unfinished(const fs::path &folder) {
  if (const auto lock = locked_folder(folder); !lock || !is_unfinished(folder)) return;
  for (const auto &name : {audio_name(1), std::string{"journal.new"}})
    ::unlink((folder / name).c_str());
  ::rmdir(folder.c_str());  // which keeps anything else
}

std::vector<Record> records_of(const Disc &disc, std::int64_t lead_bytes) {
  const auto bytes = disc.length().bytes();
  std::vector<Record> records{begun_record(1, lead_bytes)};
  for (const auto &track : disc.tracks)
    records.push_back(closed_track_record(track, bytes, Following::nothing));
  records.push_back(disc_record(disc));
  records.push_back(finished_record(bytes));
  return records;
}

void check_length(const Disc &disc, const Stash &stash) {
  std::byte last{};
  if (disc.length() > Blocks{})
    stash.read(disc.length().bytes() - 1, std::span{&last, 1});
}

// The user's alone, but for one that an image has adopted and shares.
mode_t mode_of(const Stash &stash) {
  struct stat status {};
  return ::fstat(stash.fd(), &status) == 0 ? status.st_mode & 0777 : 0600;
}

void fill(const fs::path &folder, const Disc &disc, Stash &stash) {
  const auto directory = StashDirectory::own(folder);
  check_length(disc, stash);
  stash.release_reserve();
  stash.sync();
  stash.publish_as(folder / audio_name(1), mode_of(stash));
  JournalFile::replace(directory, records_of(disc, stash.lead_bytes()));
  StashDirectory::existing(folder.parent_path()).sync();
}

void remove_stash(const fs::path &folder) noexcept {
  std::error_code ignored;
  fs::remove_all(folder, ignored);  // it was made here, and for the user only
}

void check(const StashState &state, const StashDirectory &directory) {
  check_whole(state);
  if (!state.is_complete())
    throw Error{
        Fault::stash, Result::track_open,
        "The last track of the stash was not finished: redbook-burner --stash-repair keeps what is there of it.",
        directory.path().string()};
}

}  // namespace

fs::path save_stash(const Disc &disc, Stash &stash, const fs::path &parent) {
  auto folder = new_folder_in(parent);
  try {
    fill(folder.path, disc, stash);
  } catch (...) {
    remove_stash(folder.path);
    throw;
  }
  return std::move(folder.path);
}

void remove_unfinished_stashes(const fs::path &parent) noexcept {
  std::error_code error;
  std::vector<fs::path> unfinished;
  for (fs::directory_iterator at{parent, error}; !error && at != fs::end(at);
       at.increment(error))
    if (is_unfinished(at->path())) unfinished.push_back(at->path());
  for (const auto &folder : unfinished) remove_unfinished(folder);
}

bool is_stash(const fs::path &path) {
  std::error_code none;
  return fs::exists(path / journal_name, none) || fs::exists(path / audio_name(1), none);
}

StagedDisc open_stash(const fs::path &folder) {
  const auto directory = StashDirectory::existing(folder);
  if (StashLock::is_held(directory)) throw_in_use(directory);
  auto state = state_of_stash(directory);
  check(state, directory);
  auto audio = directory.open(audio_name(state.promised.audio), O_RDONLY);
  lock_audio(audio, Sharing::shared, directory);
  return {std::move(state.promised.disc),
          std::make_shared<Stash>(std::move(audio), state.promised.lead_bytes)};
}

}  // namespace redbook
