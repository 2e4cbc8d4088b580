/// A disc staged in steps, with all that can become of its tracks, for tests that end
/// the process or fill the disk on the way.
#pragma once

#include <functional>
#include <optional>

#include "held_audio.hpp"
#include "stash/disc_master.hpp"
#include "stash/staging_folder.hpp"
#include "suite.hpp"

namespace redbook::test {

class StagingScript {
 public:
  explicit StagingScript(const std::filesystem::path &path)
      : folder_{std::make_shared<StagingFolder>(path)},
        master_{
            {.summing = Summing::off}, [this] { return folder_->new_stash(); }, folder_} {
  }

  static int steps() { return static_cast<int>(all().size()); }

  /// Takes the first `count` steps, and calls `done` after each.
  void run(int count, const std::function<void(int)> &done = {}) {
    for (int i = 0; i < count; ++i) {
      step_ = i;
      all()[static_cast<std::size_t>(i)](*this);
      if (done) done(i + 1);
    }
  }

 private:
  using Step = std::function<void(StagingScript &)>;

  /// No two steps bring the same audio. Some of it is copied, and some not.
  void append(std::int64_t bytes) {
    const auto audio =
        counting_audio(bytes, master_.next_byte() / 4 + std::int64_t{1000000} * step_);
    const auto copied = audio.size() / 3;
    master_.append(Bytes{audio}.first(copied));
    master_.append(owned(Bytes{audio}.subspan(copied)));
  }
  void begin() { master_.create_audio_track(); }
  void remember() { point_ = master_.checkpoint(); }

  static const std::vector<Step> &all() {
    using S = StagingScript;
    static const auto piece = [](std::int64_t bytes) {
      return [bytes](S &s) { s.append(bytes); };
    };
    static const Step close = [](S &s) { s.master_.close_audio_track(); };
    static const Step close_gapless = [](S &s) {
      s.master_.close_audio_track(Join::gapless);
    };
    static const Step remember = [](S &s) { s.remember(); };
    static const Step go_back = [](S &s) { s.master_.return_to(*s.point_); };
    static const Step finish = [](S &s) { s.master_.finish(); };
    static const std::vector<Step> steps{
        &S::begin,
        piece(Blocks{300}.bytes()),
        piece(Blocks{100}.bytes()),
        close,
        &S::begin,
        piece(Blocks{450}.bytes() + 100),
        close_gapless,
        &S::begin,
        piece(Blocks{700}.bytes()),
        [](S &s) { s.master_.describe_open_track({.title = "Third"}); },
        [](S &s) { s.master_.expect_division(Lba{3000}); },
        [](S &s) { s.master_.divide_open_track(Blocks{300}); },
        close,
        remember,
        &S::begin,
        piece(Blocks{500}.bytes()),
        close,
        go_back,
        &S::begin,
        piece(Blocks{600}.bytes()),
        [](S &s) { s.master_.drop_open_track(); },
        &S::begin,
        piece(Blocks{320}.bytes()),
        remember,
        piece(Blocks{400}.bytes()),
        go_back,
        piece(Blocks{10}.bytes() + 3),
        close_gapless,
        finish,
        remember,
        &S::begin,
        piece(Blocks{310}.bytes() + 8),
        close_gapless,
        finish,
        go_back,
        [](S &s) {
          s.master_.begin_recording();
          s.master_.end_recording(DiscMaster::StashDisposition::seal);
        },
        &S::begin,
        piece(Blocks{400}.bytes()),
        close,
        [](S &s) { s.master_.clear(); },
        &S::begin,
        piece(Blocks{500}.bytes()),
        close_gapless,
        &S::begin,
        piece(Blocks{350}.bytes()),
        close,
        finish};
    return steps;
  }

  std::shared_ptr<StagingFolder> folder_;
  DiscMaster master_;
  std::optional<DiscMaster::Checkpoint> point_;
  int step_ = 0;
};

/// What a folder has after so many steps.
struct Expected {
  std::vector<Track> tracks{};
  bool goes_on = false;  ///< there is audio of an open track behind them
  std::string audio{};

  static Expected after(int steps) {
    TempDir parent;
    const auto path = parent / "stash";
    { StagingScript{path}.run(steps); }
    if (!std::filesystem::exists(path / "journal")) return {};
    const auto state = state_of_stash(path);
    return {state.promised.disc.tracks, state.unfinished().has_value(),
            contents(path / audio_name(state.promised.audio))};
  }
};

/// What a folder turns out to have.
struct Reopened {
  std::vector<Track> tracks{};
  int kept = 0;
  std::string audio{};

  explicit Reopened(const std::filesystem::path &path) {
    StagingFolder folder{path};
    tracks = folder.tracks();
    kept = folder.kept_track();
    const auto pcm = staged(*folder.new_stash());
    audio = {reinterpret_cast<const char *>(pcm.data()), pcm.size()};
  }

  /// Whether it is what was expected: the closed tracks, and of an open one, behind them,
  /// what had been staged, at least to `min_bytes` from LBA 0.
  bool is(const Expected &wanted, std::int64_t min_bytes) const {
    auto closed = tracks;
    if (kept > 0) closed.pop_back();
    const auto end = Disc{closed}.length().bytes();
    if (!have_the_same_places(closed, wanted.tracks) || !same_audio(wanted, 0, end))
      return false;
    if (kept == 0) return !wanted.goes_on || min_bytes <= end;
    return wanted.goes_on && keeps_open_track(wanted, end, min_bytes);
  }

 private:
  static bool have_the_same_places(const std::vector<Track> &a,
                                   const std::vector<Track> &b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Track &x, const Track &y) {
                        return x.start == y.start && x.length == y.length;
                      });
  }
  bool same_audio(const Expected &wanted, std::int64_t first, std::int64_t end) const {
    const auto from = static_cast<std::size_t>(first);
    const auto count = static_cast<std::size_t>(end - first);
    return wanted.audio.size() >= from + count && audio.size() >= from + count &&
           audio.compare(from, count, wanted.audio, from, count) == 0;
  }
  /// As it was staged, and silent behind that.
  bool keeps_open_track(const Expected &wanted, std::int64_t start,
                        std::int64_t min_bytes) const {
    const auto there = static_cast<std::int64_t>(wanted.audio.size());
    const auto end = static_cast<std::int64_t>(audio.find_last_not_of('\0')) + 1;
    return end <= there && min_bytes <= static_cast<std::int64_t>(audio.size()) &&
           same_audio(wanted, start, std::max({std::min(min_bytes, there), end, start}));
  }
};

}  // namespace redbook::test
