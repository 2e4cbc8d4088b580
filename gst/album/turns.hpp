/// Whose turn it is, if several threads bring the tracks of one disc.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <vector>

namespace redbook {

/// Tracks come at the same time, each by a thread of its own, and go onto the disc in the
/// order of their numbers. Says who may bring audio: only so many at once, the next ones
/// in order; and whose audio goes onto the disc: the others' has to wait beside it. If a
/// number is missing, a further track may still get it, so those behind it wait until all
/// that are there have ended. Any thread.
class Turns {
 public:
  using Number = unsigned;

  /// What a track's audio is to do.
  enum class Place { on_the_disc, queued, detached };

  /// From the beginning again, with at most so many at once (1 or more).
  void begin(unsigned max_at_once);

  /// Another track. False if there is one of this number, or if it is too late: one
  /// behind it goes onto the disc already, or the disc is complete.
  bool add(Number number);
  /// Nobody waits for a track that nobody brings. False if it is too late to bring it.
  bool set_brought(Number number, bool brought);
  void dismiss(Number number);

  /// True once, when all tracks that were brought are on the disc.
  bool completes();
  /// The tracks that are still to come, or have not ended.
  std::vector<Number> waiting();

  // From the track's own thread.

  /// Waits until its audio may come.
  Place wait_to_bring(Number number);
  /// Where its audio goes now. Does not wait.
  Place place(Number number);
  /// It is complete: waits until its audio may go onto the disc.
  Place wait_for_turn(Number number);
  /// All of it is on the disc.
  void pass(Number number);

  // From any other.

  /// The thread of this track waits no more and brings no more, until it is called back:
  /// then it is to begin anew.
  void interrupt(Number number);
  void call_back(Number number);
  /// The same for all threads, until begin().
  void stop();

 private:
  struct Track {
    bool brought = false;
    bool ended = false;
    bool begun = false;  // to go onto the disc
    bool passed = false;
    bool detached = false;
  };

  bool is_detached(const Track &track) const { return stopped_ || track.detached; }
  bool may_bring(Number number) const;
  bool is_next(Number number) const;
  bool have_all(bool Track::*what) const;
  bool has_any() const;
  bool is_too_late_for(Number number) const;
  Place place_of(Number number);
  template <typename Change>
  void change(Number number, Change &&change);

  std::mutex mutex_;  // guards the rest
  std::condition_variable changed_;
  std::map<Number, Track> tracks_;
  unsigned max_at_once_ = 1;
  bool stopped_ = true;
  bool complete_ = false;
};

}  // namespace redbook
