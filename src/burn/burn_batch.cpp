#include "burn/burn_batch.hpp"

#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

std::exception_ptr outcome_of(const DueBurn &due, const std::stop_token &stop) noexcept {
  try {
    throw_if_stopped(stop);
    due.burner->burn(due.disc, *due.audience, stop);
    return nullptr;
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

BurnBatch::BurnBatch(std::vector<BurnRun> runs, Callbacks callbacks,
                     std::stop_source stop)
    : runs_{std::move(runs)},
      callbacks_{std::move(callbacks)},
      stop_{std::move(stop)},
      left_{runs_.size()} {
  for (std::size_t run = 0; run < runs_.size(); ++run)
    threads_.emplace_back([this, run] { burn(run); });
}

void BurnBatch::burn(std::size_t run) {
  callbacks_.begin();
  auto &burns = runs_[run];
  for (std::size_t i = 0;; ++i) {
    const auto outcome = outcome_of(burns[i], stop_.get_token());
    if (outcome || i + 1 == burns.size()) return leave({run, i}, outcome);
    burns[i].audience->burn_finished(nullptr);
    burns[i].audience->batch_finished();
    burns[i].burner.reset();
  }
}

bool BurnBatch::is_last() {
  const std::lock_guard lock{mutex_};
  return --left_ == 0;
}

void BurnBatch::leave(BurnPlace place, const std::exception_ptr &outcome) {
  auto &last = runs_[place.run][place.burn];
  if (outcome) {
    const std::lock_guard lock{mutex_};
    if (failures_.empty()) failed_ = place;
    failures_.push_back({last.where, outcome});
  }
  const bool alone = runs_.size() == 1;
  if (!alone) {
    last.audience->burn_finished(outcome);
    last.audience->batch_finished();
  }
  if (alone || is_last()) end(alone ? &last : nullptr);
  last.burner.reset();
}

// The others are over, so that nobody needs the lock any more.
void BurnBatch::end(DueBurn *alone) {
  const auto told = callbacks_.freed(all_in_one(failures_), failed_);
  if (alone) alone->audience->burn_finished(told);
  if (told) callbacks_.failed(told);
  if (alone) alone->audience->batch_finished();
  callbacks_.finished(told);
}

}  // namespace redbook
