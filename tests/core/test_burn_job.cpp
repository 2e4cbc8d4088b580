#include <condition_variable>
#include <future>
#include <mutex>

#include "burn/burn_job.hpp"
#include "burning.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

// Burns as the test says.
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

std::unique_ptr<Burner> burner_that(FakeBurner::Work work) {
  return std::make_unique<FakeBurner>(std::move(work));
}

// Burns until it is asked to stop.
void burn_for_ever(const Disc &, BurnObserver &, std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any woken;
  std::unique_lock lock{mutex};
  woken.wait(lock, stop, [] { return false; });
  throw Cancelled{};
}

// What a job tells when it is finished.
class Outcome {
 public:
  BurnJob::Finished finished() {
    return [this](std::exception_ptr how) { promise_.set_value(how); };
  }
  // Waits for it.
  std::string text() {
    const auto how = promise_.get_future().get();
    if (!how) return "complete";
    try {
      std::rethrow_exception(how);
    } catch (const Cancelled &) {
      return "cancelled";
    } catch (const std::exception &error) {
      return error.what();
    }
  }

 private:
  std::promise<std::exception_ptr> promise_;
};

}  // namespace

START_TEST(test_complete_burn_finishes_with_null) {
  NotingObserver observer;
  Outcome outcome;

  BurnJob job{burner_that([](auto &, auto &, auto) {}), {}, observer, outcome.finished()};

  assert_text(outcome.text(), "complete");
}
END_TEST

START_TEST(test_failed_burn_finishes_with_its_error) {
  NotingObserver observer;
  Outcome outcome;

  BurnJob job{burner_that([](auto &, auto &, auto) {
                throw Error{Fault::image, Result::generic, "It failed."};
              }),
              {},
              observer,
              outcome.finished()};

  assert_text(outcome.text(), "It failed.");
}
END_TEST

START_TEST(test_cancelled_burn_finishes_as_such) {
  NotingObserver observer;
  Outcome outcome;
  BurnJob job{burner_that(burn_for_ever), {}, observer, outcome.finished()};

  job.cancel();
  job.cancel();

  assert_text(outcome.text(), "cancelled");
}
END_TEST

START_TEST(test_destroyed_job_cancels_and_waits) {
  NotingObserver observer;
  bool cancelled = false;

  {
    BurnJob job{burner_that(burn_for_ever), {}, observer, [&](std::exception_ptr how) {
                  cancelled = how != nullptr;
                }};
  }

  ck_assert(cancelled);
}
END_TEST

START_TEST(test_finished_is_called_once_and_last) {
  std::string order;
  NotingObserver observer{[&](int) { order += "told "; }};

  {
    BurnJob job{burner_that([](auto &, auto &watching, auto) {
                  watching.tracks_written(0);
                  watching.tracks_written(1);
                }),
                {},
                observer,
                [&](std::exception_ptr) { order += "finished "; }};
  }

  assert_text(order, "told told finished ");
}
END_TEST

START_TEST(test_burner_gets_the_disc_and_the_observer) {
  const Disc disc{{{Lba{0}, {}, Blocks{300}, {}, {"One", ""}}}, {"Album", ""}};
  NotingObserver observer;
  Disc burned;
  BurnObserver *watching = nullptr;

  {
    BurnJob job{burner_that([&](const Disc &it, BurnObserver &who, auto) {
                  burned = it;
                  watching = &who;
                }),
                disc, observer, [](std::exception_ptr) {}};
  }

  ck_assert(burned == disc);
  ck_assert(watching == &observer);
}
END_TEST

START_TEST(test_observer_may_cancel_from_the_burning_thread) {
  std::promise<BurnJob *> started;
  NotingObserver observer{[&](int) { started.get_future().get()->cancel(); }};
  Outcome outcome;
  BurnJob job{burner_that([](auto &, auto &watching, std::stop_token stop) {
                watching.tracks_written(0);
                if (stop.stop_requested()) throw Cancelled{};
              }),
              {},
              observer,
              outcome.finished()};

  started.set_value(&job);

  assert_text(outcome.text(), "cancelled");
}
END_TEST

START_TEST(test_burn_runs_on_a_thread_of_its_own) {
  NotingObserver observer;
  std::thread::id burning, finishing;

  {
    BurnJob job{
        burner_that([&](auto &, auto &, auto) { burning = std::this_thread::get_id(); }),
        {},
        observer,
        [&](std::exception_ptr) { finishing = std::this_thread::get_id(); }};
  }

  ck_assert(burning != std::this_thread::get_id());
  ck_assert(burning == finishing);
}
END_TEST

int main() {
  return run(
      "burn_job",
      {test_complete_burn_finishes_with_null, test_failed_burn_finishes_with_its_error,
       test_cancelled_burn_finishes_as_such, test_destroyed_job_cancels_and_waits,
       test_finished_is_called_once_and_last, test_burner_gets_the_disc_and_the_observer,
       test_observer_may_cancel_from_the_burning_thread,
       test_burn_runs_on_a_thread_of_its_own});
}
