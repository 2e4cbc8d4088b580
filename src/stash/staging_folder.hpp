/// A stash that survives: the folder into which a disc is staged.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "file/space_reserve.hpp"
#include "stash/journal_file.hpp"
#include "stash/staging_journal.hpp"
#include "stash/stash.hpp"
#include "stash/stash_directory.hpp"
#include "stash/stash_lock.hpp"
#include "stash/stash_state.hpp"

namespace redbook {

/// What becomes of a track whose staging did not end: it is closed as it is, or dropped.
enum class UnfinishedTrack { kept, dropped };

/// Keeps the audio of a DiscMaster and a journal of its tracks in a folder, for this
/// process alone. Whatever ends the process, the folder opens again, and has every track
/// that was closed and every block of the open one that was handed to the kernel. A
/// folder in which nothing is staged is left as empty as it was found. Not for two
/// threads at once.
///
///     auto folder = std::make_shared<StagingFolder>(location, lead_bytes);
///     DiscMaster master{settings, [=] { return folder->new_stash(); }, folder};
///     if (folder->has_tracks()) master.resume(folder->tracks(), folder->staged_bytes());
class StagingFolder : public StagingJournal {
 public:
  /// Opens the stash in `folder`, or begins one. Throws Error (stash): busy if another
  /// process uses it, else what is in the way, missing or damaged.
  explicit StagingFolder(const std::filesystem::path &folder, std::int64_t lead_bytes = 0,
                         UnfinishedTrack unfinished = UnfinishedTrack::kept);
  ~StagingFolder() override;

  /// The audio of the disc that is staged; an empty one after cleared().
  std::shared_ptr<Stash> new_stash();

  /// What was there when the folder was opened.
  bool has_tracks() const { return !promised_.disc.tracks.empty(); }
  const std::vector<Track> &tracks() const { return promised_.disc.tracks; }
  const Disc &disc() const { return promised_.disc; }
  std::int64_t staged_bytes() const { return promised_.staged_bytes; }
  /// The number of the track that was closed because its staging did not end; 0: none.
  int kept_track() const { return kept_track_; }

  /// Writes down what the disc is called, and its packs, as it will be burned.
  void describe(const Disc &disc);

  /// Writes down which image is about to adopt the audio.
  void is_adopted_by(const Adoption &image);

  /// Fills up the last block of what was there, so that it can be burned.
  void finish();

  void track_begun(const BegunTrack &track) override;
  void division_expected(Lba place) override;
  void track_closed(const Track &track, std::int64_t staged_bytes,
                    Following behind) override;
  void cutting(std::size_t tracks, std::int64_t staged_bytes,
               const std::optional<BegunTrack> &open) override;
  void finished(std::int64_t staged_bytes) override;
  void cleared() noexcept override;

 private:
  void begin(std::int64_t lead_bytes);
  void go_on(std::int64_t lead_bytes, UnfinishedTrack unfinished);
  void open_audio(std::int64_t lead_bytes, int flags);
  bool stash_holds_audio() const;
  bool is_in_finished_image() const;
  bool is_shared() const;
  void check_not_shared() const;
  void remove_other_audios() const;
  void settle(const StashState &state, UnfinishedTrack unfinished);
  void keep(const Track &track);
  void begin_next_disc(std::int64_t lead_bytes);
  void append(const Record &record);
  void promise(const Record &record);

  StashDirectory directory_;
  StashLock lock_;
  std::optional<JournalFile> journal_;
  SpaceReserve reserve_;  // for the journal
  Promised promised_;     // when the folder was opened
  std::shared_ptr<Stash> stash_;
  std::optional<std::int64_t> finished_at_;  // what the last record says, if it is one
  int kept_track_ = 0;
  bool is_cleared_ = false;
  bool is_empty_ = true;
};

}  // namespace redbook
