// Burns of audio that is made as loud as it is wanted first.
#include "burn/loudness_burner.hpp"
#include "noting_observer.hpp"
#include "tones.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr Blocks track_length{375};

/// What came to the burner that burns.
struct Burned {
  Pcm audio{};
  ReportDraft draft{};
};

class FakeBurner : public Burner {
 public:
  FakeBurner(std::shared_ptr<Stash> stash, Burned &burned)
      : stash_{std::move(stash)}, burned_{burned} {}

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token) override {
    burned_.audio = silence(disc.length());
    stash_->read(0, burned_.audio);
    observer.on(event::Preparing{});
  }

 private:
  std::shared_ptr<Stash> stash_;
  Burned &burned_;
};

/// Notes what a burner of adjusted audio has to tell, too; of progress the last only.
class AdjustmentObserver : public NotingObserver {
 public:
  void on(const BurnEvent &event) noexcept override {
    std::visit(Overloaded{[this](const event::Adjusting &e) {
                            if (e.completed == e.total)
                              note("adjusting " + std::to_string(e.total.count()));
                          },
                          [this](const event::Adjusted &e) {
                            note("adjusted " + std::to_string(e.loudness.tracks.size()));
                            sums = e.sums;
                          },
                          [](const auto &) {}},
               event);
    NotingObserver::on(event);
  }

  std::optional<DiscSums> sums;
};

Disc disc_of(std::initializer_list<Blocks> lengths) {
  Disc disc;
  for (const auto length : lengths)
    disc.tracks.push_back({disc.lead_out(), {}, length, {}, {}, {}});
  return disc;
}

/// Two tracks of five seconds, which go onto one disc, or onto one each.
struct Music {
  TempDir folder;
  Disc whole = disc_of({track_length, track_length});
  std::shared_ptr<Stash> staged =
      stash_with(folder, audio_of({{-40, 5, 997}, {-30, 5, 500}}));
  std::shared_ptr<AdjustedAudio> audio = std::make_shared<AdjustedAudio>(
      whole, staged, LoudnessSettings{LoudnessMode::track, -20, -1}, Summing::on,
      [this] { return std::make_shared<Stash>(folder.path()); });
  Burned burned{};
  AdjustmentObserver observer{};

  void burn(const Disc &disc, Blocks offset = {}, WhichDisc which = {}) {
    LoudnessBurner burner{audio,
                          offset,
                          {.location = "/r", .which = which},
                          [this](std::shared_ptr<Stash> stash, const ReportDraft &draft) {
                            burned.draft = draft;
                            return std::make_unique<FakeBurner>(std::move(stash), burned);
                          }};
    burner.burn(disc, observer, {});
  }
  Pcm adjusted() const { return test::staged(*audio->stash()); }
};

}  // namespace

REDBOOK_TEST(test_adjusted_audio_is_burned) {
  Music music;

  music.burn(music.whole);

  ck_assert(music.burned.audio == music.adjusted());
  ck_assert(music.burned.audio != staged(*music.staged));
}

REDBOOK_TEST(test_burner_is_made_with_the_complete_draft) {
  Music music;

  music.burn(music.whole);

  assert_text(music.burned.draft.location, "/r");
  ck_assert(music.burned.draft.sums == music.audio->sums_of(music.whole));
  ck_assert(music.burned.draft.loudness == music.audio->loudness_of(music.whole));
}

REDBOOK_TEST(test_adjustment_is_told_before_the_burn) {
  Music music;

  music.burn(music.whole);

  assert_text(music.observer.text(), "adjusting 2250\nadjusted 2\npreparing\n");
  ck_assert(music.observer.sums == music.burned.draft.sums);
}

REDBOOK_TEST(test_second_burn_does_not_adjust_again) {
  Music music;
  music.burn(music.whole);

  music.burn(music.whole);

  assert_text(music.observer.text(),
              "adjusting 2250\nadjusted 2\npreparing\nadjusted 2\npreparing\n");
}

REDBOOK_TEST(test_later_disc_begins_at_its_place) {
  Music music;
  const auto second = disc_of({track_length});

  music.burn(second, track_length, {.disc = 2, .discs = 2});

  const auto all = music.adjusted();
  ck_assert(music.burned.audio == Pcm(all.begin() + track_length.bytes(), all.end()));
  TrackChecksums wanted;
  wanted.track_starts(0);
  wanted.append(music.burned.audio);
  ck_assert_uint_eq(music.burned.draft.sums->crc32,
                    wanted.disc(extents_of(second)).crc32);
  ck_assert_int_eq(music.burned.draft.loudness->tracks.size(), 1);
}

REDBOOK_TEST(test_what_stands_against_it_is_told) {
  Music music;
  music.staged->resize(0);

  const auto error = error_of([&] { music.burn(music.whole); });

  assert_text(error.what(),
              "The staged audio could not be read again. The loudness was not "
              "adjusted.");
  assert_text(music.observer.text(), "");
}
