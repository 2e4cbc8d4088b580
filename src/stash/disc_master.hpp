/// IRedbookDiscMaster: the disc in the making.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "bytes.hpp"
#include "disc/disc.hpp"
#include "disc/disc_parts.hpp"
#include "enum_words.hpp"
#include "result.hpp"
#include "stash/audio_writer.hpp"
#include "stash/staging_journal.hpp"

namespace redbook {

/// How a track ends: filled with silence to the block, or with its odd samples (fewer
/// than 588) carried over into the next track.
enum class Join { padded, gapless };

/// What becomes of a track under 300 blocks: filled with silence, or refused.
enum class ShortTrack { pad, error };
template <>
inline constexpr std::array words<ShortTrack> = {"pad", "error"};

/// What to do when the disc is full. error, truncate: what does not fit is refused, and
/// whoever stages makes an error of that or not. next_disc: staging goes on, for further
/// discs of the same capacity, which divided() makes of it at the end.
enum class OnFull { error = 0, truncate = 1, next_disc = 2 };
template <>
inline constexpr std::array words<OnFull> = {"error", "truncate", "next-disc"};

/// Stages tracks one after another and counts them as IMAPI's IRedbookDiscMaster does:
/// one track open at a time, closed ones immutable. Calls out of order answer with a
/// Result and change nothing. Not for two threads at once. What the disk refuses is
/// thrown as Error.
class DiscMaster {
 public:
  struct Settings {
    Blocks capacity = eighty_minutes;  ///< of a disc: GetTotalAudioBlocks
    Blocks gap{};                      ///< silence before each track but the first
    ShortTrack short_track = ShortTrack::pad;
    Summing summing = Summing::on;
    OnFull on_full = OnFull::error;
  };

  /// How CloseAudioTrack went. `number` is 0 if the track had no audio and was
  /// dropped.
  struct Closed {
    Result result = Result::ok;
    int number = 0;
    std::int64_t padded_samples = 0;
  };

  /// Makes the stash, when there is audio for it.
  using NewStash = std::function<std::shared_ptr<Stash>()>;

  /// `journal`, if any, is told of all that becomes of the disc; audio is on the disk
  /// before it is told of a track.
  DiscMaster(Settings settings, NewStash new_stash,
             std::shared_ptr<StagingJournal> journal = nullptr);
  /// Hands what is staged to the stash if that outlives this.
  ~DiscMaster();
  DiscMaster(const DiscMaster &) = delete;
  DiscMaster &operator=(const DiscMaster &) = delete;

  /// Goes on with a disc that was staged before, in the stash that the next call for one
  /// gives. Reads its audio again for the checksums. Before anything else is staged.
  void resume(std::vector<Track> tracks, std::int64_t staged_bytes);

  // IRedbookDiscMaster. With OnFull::next_disc the total is that of one disc, what is
  // used and the tracks are all that is staged, on whichever disc, and what is available
  // is left on the disc that is filled just now: a track that outgrows that opens the
  // next disc, and the rest of it is available to that track.

  static constexpr std::int64_t audio_block_size() { return bytes_per_block; }
  Blocks total_audio_blocks() const { return settings_.capacity; }
  Blocks used_audio_blocks() const;
  /// What the open track can still take, or the longest track that could come next.
  Blocks available_audio_track_blocks() const;
  /// Closed tracks and the open one.
  int total_audio_tracks() const;

  /// `expected` is advice, no more: it neither reserves nor limits. `gap`: the silence
  /// before this track, also the first one; without it that of the settings.
  Result create_audio_track(Blocks expected = {}, std::optional<Blocks> gap = {});
  /// AddAudioTrackBlocks, for any number of bytes. disc_full: as much as fits was taken,
  /// and the track stays open.
  Result append(Bytes pcm);
  /// A track without audio is dropped and its number not used.
  Closed close_audio_track(Join join = Join::padded);
  /// Drops everything staged (IDiscMaster::ClearFormatContent).
  Result clear();

  // Beyond IMAPI, for GStreamer's streams.

  /// Like append() without a copy if that pays; the bytes are there until the next
  /// call.
  Result append(HeldAudio &&audio);
  /// The same with digital silence.
  Result append_silence(std::int64_t bytes);

  /// The open track, which is about to get audio, may come to be divided there. What is
  /// known before its audio comes costs no second reading for the checksums.
  void expect_division(Lba place);

  /// Ends the open track `length` after its start and opens the next one there. No audio
  /// is added or moved.
  Closed divide_open_track(Blocks length);

  /// What the open track is called, and where its index points are. Kept when it is
  /// closed.
  void describe_open_track(Texts texts, Subcode subcode, Blocks pregap = {},
                           std::vector<Blocks> indexes = {});
  void describe_open_track(Texts texts, Blocks pregap = {},
                           std::vector<Blocks> indexes = {});

  /// Drops the open track and its audio, not what was carried over into it.
  Result drop_open_track();

  /// Fills up what was carried over when no further track takes it: it stays with the
  /// last track. Returns how many samples of silence that took.
  std::int64_t finish();

  bool track_is_open() const { return state_.open.has_value(); }
  Lba open_track_start() const { return state_.open ? state_.open->start : Lba{0}; }
  /// Audio handed to the open track itself, without what was carried over into it.
  std::int64_t open_track_bytes() const;
  /// Where the next byte of audio goes on the disc, in bytes from LBA 0.
  std::int64_t next_byte() const;
  Blocks expected_length() const {
    return state_.open ? state_.open->expected : Blocks{};
  }

  /// The closed tracks, as one disc however long. Until the next call.
  const Disc &layout() const { return state_.disc; }

  /// A point to return to; what was staged after it is forgotten then. All of it, if
  /// the point belongs to an earlier disc.
  class Checkpoint;
  Checkpoint checkpoint() const;
  Result return_to(const Checkpoint &);

  // Recording (IDiscMaster::RecordDisc).

  /// Holds everything still until end_recording() is called. track_open, or invalid_image
  /// when nothing is staged. All audio has been handed to the stash then.
  Result begin_recording();

  /// What becomes of the staged audio. keep: more can be staged. seal: it can be recorded
  /// again, but an image may have adopted the stash by now, so the next track starts a
  /// new disc.
  enum class StashDisposition { keep, seal, drop };
  void end_recording(StashDisposition disposition);

  /// The checksums of the closed tracks, while recording; nothing if none are
  /// computed.
  std::optional<DiscSums> checksums() const;
  /// Those of one of the discs that the closed tracks were divided into.
  std::optional<DiscSums> checksums_of(const DiscPart &part) const;

  bool is_recording() const { return recording_; }
  bool is_sealed() const { return sealed_; }
  std::shared_ptr<Stash> stash() const { return writer_ ? writer_->stash() : nullptr; }

 private:
  struct OpenTrack {
    Lba start;  // behind the gap
    Blocks gap;
    std::int64_t first_byte = 0;  // of its own audio, behind the gap or what was carried
    Blocks expected;
    Track description;
  };
  struct State {
    Disc disc;  // the closed tracks
    std::optional<OpenTrack> open;
    std::int64_t position = 0;  // only in a checkpoint; else the writer knows
  };

  // Counts the disc that is being filled, with its open track.
  struct Filling {
    Blocks used;
    int tracks = 0;
  };

  std::int64_t position() const { return writer_ ? writer_->position() : 0; }
  bool goes_on() const { return settings_.on_full == OnFull::next_disc; }
  Blocks limit() const;
  int track_limit() const;
  Filling filling() const;
  void expect_cuts(std::int64_t bytes);
  void start_new_disc();
  Result refusal_to_append() const;
  void begin_audio();
  std::int64_t room() const;
  void complete_last_sample();
  Closed close_padded();
  Closed close_gapless();
  void keep_open_track(Lba end, Following behind);
  static BegunTrack begun(const OpenTrack &open);
  bool has_audio_of_open_track() const;
  void tell_of_open_track();
  void cut(const State &to);
  template <typename Write>
  Result take(std::int64_t bytes, Write &&write);
  template <typename Tell>
  void promise(Tell &&tell);

  Settings settings_;
  NewStash new_stash_;
  std::shared_ptr<StagingJournal> journal_;
  std::unique_ptr<AudioWriter> writer_;
  State state_;
  bool recording_ = false;
  bool sealed_ = false;
  int disc_number_ = 0;  // counts clears, so that a checkpoint knows its disc

 public:
  class Checkpoint {
    friend class DiscMaster;
    State state_;
    int disc_number_ = 0;
  };
};

}  // namespace redbook
