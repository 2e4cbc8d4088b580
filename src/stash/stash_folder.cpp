#include "stash/stash_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "error.hpp"
#include "file/new_file.hpp"
#include "file/temporary_name.hpp"
#include "stash/journal_file.hpp"
#include "stash/stash_lock.hpp"
#include "stash/stash_state.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

/// Until the stash is whole, its folder is hidden.
constexpr std::string_view prefix = ".stash-";

FileDescriptor opened_folder(const fs::path &folder) {
  return FileDescriptor{
      ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
}

bool lock(const FileDescriptor &folder) {
  return ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0;
}

/// A folder that is being filled, and held for that.
struct NewFolder {
  fs::path path;
  FileDescriptor lock;
};

// Another process may take it for a dead one's before it is locked. A file system that
// has no locks for folders does without: there, nobody removes one.
NewFolder new_folder_in(const fs::path &parent) {
  for (;;) {
    auto name = name_template(parent, prefix);
    if (!::mkdtemp(name.data()))
      throw Error::of_errno(Fault::stash, "The folder of the stash can't be made.", name);
    auto folder = opened_folder(name);
    if (!folder && errno != ENOENT) {
      const auto error =
          Error::of_errno(Fault::stash, "The folder of the stash can't be opened.", name);
      ::rmdir(name.c_str());
      throw error;
    }
    if (!folder || (!lock(folder) && errno == EWOULDBLOCK)) continue;
    struct stat status {};
    if (::fstat(folder.get(), &status) == 0 && status.st_nlink > 0)
      return {name, std::move(folder)};
  }
}

bool is_unnamed(const fs::path &folder) {
  struct stat status {};
  return is_of_template(folder.filename().string(), prefix) &&
         ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         status.st_uid == ::geteuid();
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
}

/// The folder under its name.
fs::path shown(const fs::path &folder) {
  auto name = folder.parent_path() / folder.filename().string().substr(1);
  if (!rename_to(folder, name))
    throw Error::of_errno(Fault::stash, "The folder of the stash can't be made.", name);
  StashDirectory::existing(name.parent_path()).sync();
  return name;
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

bool is_whole(const fs::path &folder) {
  try {
    const auto directory = StashDirectory::existing(folder);
    check(state_of_stash(directory), directory);
    return true;
  } catch (const Error &) {
    return false;
  }
}

void remove_unfinished(const fs::path &folder) {
  for (const auto &name :
       {audio_name(1), std::string{new_journal_name}, std::string{journal_name}})
    ::unlink((folder / name).c_str());
  ::rmdir(folder.c_str());
}

/// The name that a whole stash of a dead process gets.
std::optional<fs::path> settled(const fs::path &folder) {
  const auto held = opened_folder(folder);
  if (!held || !lock(held)) return std::nullopt;
  if (is_whole(folder)) return shown(folder);
  remove_unfinished(folder);
  return std::nullopt;
}

}  // namespace

fs::path save_stash(const Disc &disc, Stash &stash, const fs::path &parent) {
  const auto folder = new_folder_in(parent);
  try {
    fill(folder.path, disc, stash);
    return shown(folder.path);
  } catch (...) {
    remove_stash(folder.path);
    throw;
  }
}

std::vector<fs::path> settle_stashes(const fs::path &parent) {
  std::vector<fs::path> whole;
  try {
    for (const auto &entry : entries_of(parent.empty() ? "." : parent))
      if (is_unnamed(entry.path()))
        if (auto name = settled(entry.path())) whole.push_back(std::move(*name));
  } catch (const Error &) {
    // What cannot be read is left.
  }
  return whole;
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
