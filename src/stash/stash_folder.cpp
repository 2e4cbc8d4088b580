#include "stash/stash_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "error.hpp"
#include "stash/journal_file.hpp"
#include "stash/stash_lock.hpp"
#include "stash/stash_state.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

fs::path new_folder_in(const fs::path &parent) {
  auto name = (parent / "stash-XXXXXX").string();
  if (::mkdtemp(name.data())) return name;
  throw Error::of_errno(Fault::stash, "The folder of the stash can't be made.", name);
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
    fill(folder, disc, stash);
  } catch (...) {
    remove_stash(folder);
    throw;
  }
  return folder;
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
