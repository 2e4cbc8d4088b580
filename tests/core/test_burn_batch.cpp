#include <condition_variable>
#include <latch>
#include <mutex>

#include "burn/burn_batch.hpp"
#include "noting_observer.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Burns as the test says.
class FakeBurner : public Burner {
 public:
  using Work = std::function<void(const Disc &, BurnObserver &, std::stop_token)>;

  explicit FakeBurner(Work work) : work_{std::move(work)} {}
  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override {
    work_(disc, observer, stop);
  }

 private:
  Work work_;
};

void goes_well(const Disc &, BurnObserver &, const std::stop_token &) {}

void fails(const Disc &, BurnObserver &, const std::stop_token &) {
  throw Error{Fault::drive, Result::generic, "It failed."};
}

/// Until it is asked to stop.
void goes_on(const Disc &, BurnObserver &, const std::stop_token &stop) {
  std::mutex mutex;
  std::condition_variable_any woken;
  std::unique_lock lock{mutex};
  woken.wait(lock, stop, [] { return false; });
  throw Cancelled{};
}

std::string text_of(const std::exception_ptr &outcome) {
  if (!outcome) return "complete";
  try {
    std::rethrow_exception(outcome);
  } catch (const Cancelled &) {
    return "cancelled";
  } catch (const std::exception &error) {
    return error.what();
  }
}

/// What happened, a line each, from all threads.
class Story {
 public:
  void note(const std::string &line) {
    const std::lock_guard lock{mutex_};
    text_ += line + '\n';
  }
  std::string text() const {
    const std::lock_guard lock{mutex_};
    return text_;
  }

 private:
  mutable std::mutex mutex_;
  std::string text_;
};

class Audience : public BurnAudience {
 public:
  Audience(Story &story, std::string name) : story_{story}, name_{std::move(name)} {}
  void on(const BurnEvent &event) noexcept override {
    story_.note(name_ + " wrote " +
                std::to_string(std::get<event::TracksWritten>(event).written));
  }
  void burn_finished(const std::exception_ptr &outcome) noexcept override {
    story_.note(name_ + " ended: " + text_of(outcome));
  }
  void batch_finished() noexcept override { story_.note(name_ + " is over"); }

 private:
  Story &story_;
  std::string name_;
};

DueBurn due(Story &story, const std::string &name, FakeBurner::Work work) {
  return {name, Disc{}, std::make_unique<FakeBurner>(std::move(work)),
          std::make_unique<Audience>(story, name)};
}

template <typename... Burns>
BurnRun run_of(Burns &&...burns) {
  BurnRun run;
  (run.push_back(std::forward<Burns>(burns)), ...);
  return run;
}

template <typename... Runs>
std::vector<BurnRun> runs_of(Runs &&...runs) {
  std::vector<BurnRun> all;
  (all.push_back(std::forward<Runs>(runs)), ...);
  return all;
}

BurnBatch::Callbacks noting(Story &story) {
  return {
      .freed =
          [&story](const std::exception_ptr &outcome, BurnPlace place) {
            story.note("freed after " + std::to_string(place.run) + '.' +
                       std::to_string(place.burn) + ": " + text_of(outcome));
            return outcome;
          },
      .failed = [&story](const std::exception_ptr &) { story.note("the user is told"); },
      .finished = [&story](const std::exception_ptr &) { story.note("finished"); }};
}

/// Of a batch that nobody stops.
std::string story_of(Story &story, std::vector<BurnRun> runs) {
  std::latch finished{1};
  auto callbacks = noting(story);
  callbacks.finished = [&](const std::exception_ptr &) {
    story.note("finished");
    finished.count_down();
  };
  {
    const BurnBatch batch{std::move(runs), std::move(callbacks)};
    finished.wait();
  }
  return story.text();
}

}  // namespace

REDBOOK_TEST(test_stash_is_free_before_the_only_burn_is_told_of) {
  Story story;

  assert_text(story_of(story, runs_of(run_of(due(story, "a", goes_well)))),
              "freed after 0.0: complete\na ended: complete\na is over\nfinished\n");
}

REDBOOK_TEST(test_failure_is_told_between_the_end_and_the_last_word) {
  Story story;

  assert_text(story_of(story, runs_of(run_of(due(story, "", fails)))),
              "freed after 0.0: It failed.\n ended: It failed.\nthe user is told\n"
              " is over\nfinished\n");
}

REDBOOK_TEST(test_copies_are_burned_one_after_another) {
  Story story;

  assert_text(story_of(story, runs_of(run_of(due(story, "a", goes_well),
                                             due(story, "b", goes_well)))),
              "a ended: complete\na is over\n"
              "freed after 0.0: complete\nb ended: complete\nb is over\nfinished\n");
}

REDBOOK_TEST(test_first_copy_that_fails_is_the_last) {
  Story story;

  assert_text(story_of(story, runs_of(run_of(due(story, "a", fails),
                                             due(story, "b", goes_well)))),
              "freed after 0.0: a: It failed.\na ended: a: It failed.\nthe user is told\n"
              "a is over\nfinished\n");
}

REDBOOK_TEST(test_drives_burn_at_the_same_time) {
  Story story;
  std::latch both{2};
  const auto meets = [&](const Disc &, BurnObserver &, const std::stop_token &) {
    both.arrive_and_wait();
  };

  const auto text = story_of(
      story, runs_of(run_of(due(story, "a", meets)), run_of(due(story, "b", meets))));

  ck_assert(text.ends_with("freed after 0.0: complete\nfinished\n"));
  ck_assert(text.find("a ended: complete\n") != std::string::npos);
  ck_assert(text.find("b ended: complete\n") != std::string::npos);
}

REDBOOK_TEST(test_drive_that_fails_is_told_of_when_the_others_are_done) {
  Story story;
  std::latch failed{1};
  const auto fails_first = [&](const Disc &disc, BurnObserver &observer,
                               const std::stop_token &stop) {
    failed.count_down();
    fails(disc, observer, stop);
  };
  const auto comes_later = [&](const Disc &, BurnObserver &observer,
                               const std::stop_token &) {
    failed.wait();
    observer.on(event::TracksWritten{1});
  };

  const auto text = story_of(story, runs_of(run_of(due(story, "a", comes_later)),
                                            run_of(due(story, "b", fails_first))));

  ck_assert(text.find("a ended: complete\n") != std::string::npos);
  ck_assert(
      text.ends_with("freed after 1.0: b: It failed.\nthe user is told\nfinished\n"));
}

REDBOOK_TEST(test_destroyed_batch_cancels_all_burns_and_waits) {
  Story story;

  {
    const BurnBatch batch{
        runs_of(run_of(due(story, "a", goes_on)), run_of(due(story, "b", goes_on))),
        noting(story)};
  }

  ck_assert(story.text().find("a ended: cancelled\n") != std::string::npos);
  ck_assert(story.text().find("b ended: cancelled\n") != std::string::npos);
  ck_assert(story.text().ends_with("the user is told\nfinished\n"));
}

REDBOOK_TEST(test_stop_between_two_copies_ends_the_run) {
  Story story;
  BurnBatch *running = nullptr;
  std::latch made{1};
  const auto stops = [&](const Disc &, BurnObserver &, const std::stop_token &) {
    made.wait();
    running->cancel();
  };
  std::latch finished{1};
  auto callbacks = noting(story);
  callbacks.finished = [&](const std::exception_ptr &) { finished.count_down(); };

  BurnBatch batch{runs_of(run_of(due(story, "a", stops), due(story, "b", goes_well))),
                  callbacks};
  running = &batch;
  made.count_down();
  finished.wait();

  assert_text(story.text(),
              "a ended: complete\na is over\nfreed after 0.1: cancelled\n"
              "b ended: cancelled\nthe user is told\nb is over\n");
}

REDBOOK_TEST(test_stop_that_came_before_the_burn_counts) {
  Story story;
  std::stop_source stop;
  stop.request_stop();

  {
    const BurnBatch batch{runs_of(run_of(due(story, "a", goes_well))), noting(story),
                          stop};
  }

  assert_text(story.text(),
              "freed after 0.0: cancelled\na ended: cancelled\nthe user is told\n"
              "a is over\nfinished\n");
}

REDBOOK_TEST(test_burner_gets_the_disc_and_its_audience) {
  Story story;
  Disc burned;
  auto burn = due(story, "a", [&](const Disc &it, BurnObserver &who, auto) {
    burned = it;
    who.on(event::TracksWritten{7});
  });
  burn.disc = Disc{{{Lba{0}, {}, Blocks{300}, {}, {"One", ""}}}, {"Album", ""}};
  const auto disc = burn.disc;

  const auto text = story_of(story, runs_of(run_of(std::move(burn))));

  ck_assert(burned == disc);
  ck_assert(text.starts_with("a wrote 7\n"));
}

REDBOOK_TEST(test_burners_go_after_the_last_word) {
  class LeavingBurner : public FakeBurner {
   public:
    LeavingBurner(Story &story, std::string name)
        : FakeBurner{goes_well}, story_{story}, name_{std::move(name)} {}
    ~LeavingBurner() override { story_.note(name_ + "'s burner goes"); }

   private:
    Story &story_;
    std::string name_;
  };
  Story story;
  auto first = due(story, "a", goes_well);
  auto second = due(story, "b", goes_well);
  first.burner = std::make_unique<LeavingBurner>(story, "a");
  second.burner = std::make_unique<LeavingBurner>(story, "b");

  story_of(story, runs_of(run_of(std::move(first), std::move(second))));

  assert_text(story.text(),
              "a ended: complete\na is over\na's burner goes\n"
              "freed after 0.0: complete\nb ended: complete\nb is over\nfinished\n"
              "b's burner goes\n");
}
