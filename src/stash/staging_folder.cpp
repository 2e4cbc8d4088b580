#include "stash/staging_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "error.hpp"
#include "file/file_set.hpp"

namespace redbook {
namespace {

/// Whether the folder has nothing but what a stash that never began may leave.
bool is_fresh(const StashDirectory &directory) {
  const auto names = directory.names();
  return std::all_of(names.begin(), names.end(), [](const std::string &name) {
    return name == lock_name || name == new_journal_name;
  });
}

Error in_the_way(const StashDirectory &directory) {
  return {
      Fault::stash, Result::file_access,
      "The folder for the stash has other files in it: choose one that is empty, or new.",
      directory.path().string()};
}

void check_fits(const Track &track) {
  if (track.end() <= Lba{0} + max_stash_length) return;
  throw Error{Fault::layout, Result::disc_full,
              "The tracks are longer than 99 discs, the most that a stash takes."};
}

/// A newer journal is not touched, not even by a lock beside it.
StashDirectory of_this_version(StashDirectory directory) {
  if (directory.has(journal_name)) read_journal(directory);
  return directory;
}

}  // namespace

StagingFolder::StagingFolder(const std::filesystem::path &folder, std::int64_t lead_bytes,
                             UnfinishedTrack unfinished)
    : directory_{of_this_version(StashDirectory::own(folder))},
      lock_{directory_},
      reserve_{directory_.path()} {
  if (directory_.has(journal_name))
    go_on(lead_bytes, unfinished);
  else
    begin(lead_bytes);
}

StagingFolder::~StagingFolder() {
  if (!is_empty_ && !is_cleared_) return;
  directory_.remove(
      audio_name(promised_.audio));  // of which the journal promises nothing
  directory_.remove(journal_name);
  directory_.remove(lock_name);
  directory_.remove_if_new();
}

// The journal comes last: without it there is no stash yet.
void StagingFolder::begin(std::int64_t lead_bytes) {
  const auto name = audio_name(1);
  if (!directory_.has(name) && !is_fresh(directory_)) throw in_the_way(directory_);
  open_audio(lead_bytes, O_CREAT);
  if (stash_holds_audio()) throw journal_is_missing(directory_);
  journal_.emplace(JournalFile::replace(directory_, {begun_record(1, lead_bytes)}));
}

void StagingFolder::go_on(std::int64_t lead_bytes, UnfinishedTrack unfinished) {
  const auto state = state_of_stash(directory_);
  check_whole(state);
  promised_ = state.promised;
  open_audio(promised_.lead_bytes, promised_.is_empty() ? O_CREAT : 0);
  const bool has_become_image =
      is_in_finished_image() || (promised_.is_empty() && is_shared());
  if (!has_become_image) check_not_shared();
  journal_.emplace(directory_, read_journal(directory_));
  if (has_become_image) return begin_next_disc(lead_bytes);
  remove_other_audios();
  settle(state, unfinished);
  is_empty_ = tracks().empty();
  if (lead_bytes == promised_.lead_bytes) return;
  if (is_empty_) return begin_next_disc(lead_bytes);
  throw Error{Fault::stash, Result::invalid_argument,
              "The stash was staged for an image of another kind: choose another folder.",
              directory_.path().string()};
}

void StagingFolder::open_audio(std::int64_t lead_bytes, int flags) {
  auto file = directory_.open(audio_name(promised_.audio), O_RDWR | flags);
  lock_audio(file, Sharing::exclusive, directory_);
  promised_.lead_bytes = lead_bytes;
  stash_ = std::make_shared<Stash>(std::move(file), lead_bytes);
}

bool StagingFolder::stash_holds_audio() const {
  const auto name = audio_name(promised_.audio);
  return size_of_file(directory_.open(name, O_RDONLY), directory_.path_of(name)) > 0;
}

// A process that died while it made an image has left that for the next one to finish, or
// to take back. Of one that is finished only the removal of the stash was missing.
bool StagingFolder::is_in_finished_image() const {
  const auto &image = promised_.image;
  if (!image) return false;
  try {
    settle_files(image->sheet);
  } catch (const Error &) {
    // Who makes or reads the image hears of it.
  }
  struct stat audio {
  }, own{};
  return !image->keeps_stash && ::stat(image->audio.c_str(), &audio) == 0 &&
         ::fstat(stash_->fd(), &own) == 0 && audio.st_dev == own.st_dev &&
         audio.st_ino == own.st_ino;
}

bool StagingFolder::is_shared() const {
  struct stat status {};
  return ::fstat(stash_->fd(), &status) != 0 || status.st_nlink > 1;
}

// An image whose audio it is by now would grow and change with it.
void StagingFolder::check_not_shared() const {
  if (!is_shared()) return;
  throw Error{
      Fault::stash, Result::file_access,
      "The audio of the stash is part of a disc image by now: choose another folder.",
      directory_.path_of(audio_name(promised_.audio)).string()};
}

// What a process left behind that began another disc and did not get far.
void StagingFolder::remove_other_audios() const {
  for (const auto &name : directory_.names())
    if (name.starts_with("sound") && name.ends_with(".pcm") &&
        name != audio_name(promised_.audio))
      directory_.remove(name);
}

void StagingFolder::settle(const StashState &state, UnfinishedTrack unfinished) {
  const auto track = state.unfinished();
  if (track && unfinished == UnfinishedTrack::kept) {
    stash_->resize(
        std::min(state.audio_bytes, promised_.open_end.value_or(state.audio_bytes)));
    return keep(*track);
  }
  if (promised_.open) promise(cut_record(tracks().size(), staged_bytes(), std::nullopt));
  stash_->resize(staged_bytes());
}

void StagingFolder::keep(const Track &track) {
  const auto end = (track.end() - Lba{0}).bytes();
  stash_->resize(end);
  stash_->sync();
  promise(closed_track_record(track, end, Following::nothing));
  promised_.disc.tracks.push_back(track);
  promised_.staged_bytes = end;
  kept_track_ = static_cast<int>(tracks().size());
}

std::shared_ptr<Stash> StagingFolder::new_stash() {
  if (is_cleared_) begin_next_disc(promised_.lead_bytes);
  return stash_;
}

void StagingFolder::begin_next_disc(std::int64_t lead_bytes) {
  const auto older = audio_name(promised_.audio);
  Promised next;
  next.audio = promised_.audio + 1;
  promised_ = next;
  directory_.remove(audio_name(next.audio));  // of an attempt that failed
  open_audio(lead_bytes, O_CREAT | O_EXCL);
  directory_.sync();
  promise(begun_record(next.audio, lead_bytes));
  directory_.remove(older);
  is_cleared_ = false;
}

// The journal needs little, and has to say of a full disk what is there.
void StagingFolder::append(const Record &record) {
  try {
    journal_->append(record);
  } catch (const Error &error) {
    if (error.result() != Result::not_enough_disk_for_stash || !reserve_.release()) throw;
    journal_->append(record);
  }
}

void StagingFolder::promise(const Record &record) {
  finished_at_.reset();
  append(record);
  journal_->sync();
}

void StagingFolder::describe(const Disc &disc) {
  append(disc_record(disc));
  journal_->sync();
}

void StagingFolder::is_adopted_by(const Adoption &image) { promise(image_record(image)); }

void StagingFolder::finish() {
  if (tracks().empty()) return;
  const auto end = Blocks::holding(staged_bytes()).bytes();
  stash_->resize(end);
  stash_->sync();
  finished(end);
}

void StagingFolder::track_begun(const BegunTrack &track) {
  check_fits(Track{.start = track.track.start, .length = min_track_length});
  is_empty_ = false;
  finished_at_.reset();
  append(open_track_record(track));
}

void StagingFolder::division_expected(Lba place) { append(mark_record(place)); }

void StagingFolder::track_closed(const Track &track, std::int64_t staged_bytes,
                                 Following behind) {
  check_fits(track);
  promise(closed_track_record(track, staged_bytes, behind));
}

void StagingFolder::cutting(std::size_t tracks, std::int64_t staged_bytes,
                            const std::optional<BegunTrack> &open) {
  promise(cut_record(tracks, staged_bytes, open));
  is_empty_ = tracks == 0 && !open;
}

void StagingFolder::finished(std::int64_t staged_bytes) {
  if (finished_at_ == staged_bytes) return;
  promise(finished_record(staged_bytes));
  finished_at_ = staged_bytes;
}

// If the disk refuses, it is dropped all the same once another disc is begun.
void StagingFolder::cleared() noexcept {
  is_cleared_ = true;
  try {
    promise(cut_record(0, 0, std::nullopt));
  } catch (const std::exception &) {
    return;
  }
}

}  // namespace redbook
