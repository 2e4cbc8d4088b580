#include "burn/burn_job.hpp"

#include <utility>

namespace redbook {
namespace {

std::exception_ptr outcome_of(Burner &burner, const Disc &disc, BurnObserver &observer,
                              const std::stop_token &stop) noexcept {
  try {
    burner.burn(disc, observer, stop);
    return nullptr;
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

BurnJob::BurnJob(std::unique_ptr<Burner> burner, Disc disc, BurnObserver &observer,
                 Finished finished)
    : thread_{[burner = std::move(burner), disc = std::move(disc), &observer,
               finished = std::move(finished)](const std::stop_token &stop) {
        finished(outcome_of(*burner, disc, observer, stop));
      }} {}

}  // namespace redbook
