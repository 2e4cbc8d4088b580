// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/libburn_run.hpp"

#include <thread>
#include <tuple>

#include "redbook-burner/libburn/libburn_layout.hpp"
#include "redbook-burner/libburn/libburn_status.hpp"
#include "redbook-burner/libburn/progress_meter.hpp"

namespace redbook {
namespace {

using namespace std::chrono_literals;

constexpr auto update_interval = 40ms;

/// The laser is calibrated and the lead-in recorded before the first block.
constexpr std::chrono::seconds preparing_time{30};

/// A drive that shows no progress for so long is given up. Closing takes the longest:
/// lead out and lead-in at 1x are three minutes, and some drives fill a short disc up.
constexpr std::chrono::seconds max_standstill{600};

/// Erasing all of a disc at 2x takes 40 minutes, and IMAPI waits for an hour.
constexpr std::chrono::seconds max_erase_time{3600};

/// A burn in progress.
class Run {
 public:
  Run(const LibburnHandle &handle, const Disc &disc, const Stash &stash,
      const DriveSettings &settings, const BurnPlan &plan, const Medium &medium)
      : handle_{handle},
        settings_{settings},
        plan_{plan},
        medium_{medium},
        audio_{stash, disc.length(), settings.write_offset},
        failure_{handle.drive(), nullptr},
        layout_{disc, plan.write_mode, audio_, failure_},
        options_{burn_write_opts_new(handle.drive())} {}

  void prepare();
  void write(ProgressMeter &meter, const std::stop_token &stop);

 private:
  bool idle(burn_progress &progress, burn_drive_status &status) const;
  void renew_if_it_moves(TimeLimit &limit, const burn_progress &progress,
                         burn_drive_status status);
  void check(bool stopped);
  std::string medium_state_after() const;
  DriveFailure failure_now(const char *stage) const;

  const LibburnHandle &handle_;
  const DriveSettings &settings_;
  const BurnPlan &plan_;
  const Medium &medium_;
  ProgramAreaReader audio_;
  SourceFailure failure_;
  LibburnLayout layout_;
  OwnedOptions options_;
  LibburnMessages messages_{};
  std::tuple<int, int, int> last_seen_{-1, -1, -1};
};

void Run::prepare() {
  auto *const options = options_.get();
  const bool sao = plan_.write_mode == WriteMode::sao;
  burn_write_opts_set_write_type(options, sao ? BURN_WRITE_SAO : BURN_WRITE_TAO,
                                 sao ? BURN_BLOCK_SAO : BURN_BLOCK_MODE1);
  burn_write_opts_set_simulate(options, settings_.simulate);
  burn_write_opts_set_multi(options, !settings_.finalize);
  burn_write_opts_set_underrun_proof(options, settings_.buffer_underrun_free);
  layout_.add_to(options);
  std::array<char, BURN_REASONS_LEN> reasons{};
  if (burn_precheck_write(options, layout_.disc(), reasons.data(), 0) <= 0)
    throw Error{Fault::drive, Result::device_invalid_type,
                "The drive can't burn the disc like this.",
                handle_.device() + ": " + reasons.data()};
  auto *const drive = handle_.drive();
  burn_drive_set_speed(drive, 0, libburn_speed(drive, plan_.write_speed));
  take_messages();
}

DriveProgress progress_of(const burn_progress &told, burn_drive_status status) {
  return {.track = told.track,
          .block = status == BURN_DRIVE_WRITING ? told.sector : 0,
          .buffer_bytes = static_cast<std::int64_t>(told.buffer_capacity),
          .buffer_free = static_cast<std::int64_t>(told.buffer_available),
          .closing = status == BURN_DRIVE_CLOSING_SESSION};
}

void Run::renew_if_it_moves(TimeLimit &limit, const burn_progress &progress,
                            burn_drive_status status) {
  const std::tuple seen{progress.track, progress.sector, static_cast<int>(status)};
  if (std::exchange(last_seen_, seen) != seen) limit.renew();
}

void Run::write(ProgressMeter &meter, const std::stop_token &stop) {
  auto *const drive = handle_.drive();
  throw_if_stopped(stop);
  bool stopping = false;
  {
    const Watched watched{Watched::Tray::locked};
    TimeLimit limit{max_standstill};
    burn_disc_write(options_.get(), layout_.disc());
    burn_progress progress{};
    for (auto status = BURN_DRIVE_SPAWNING; status != BURN_DRIVE_IDLE;) {
      status = burn_drive_get_status(drive, &progress);
      stopping = stop.stop_requested();
      if (stopping) burn_drive_cancel(drive);  // forgotten if the burn just begins
      renew_if_it_moves(limit, progress, status);
      if (status == BURN_DRIVE_WRITING || status == BURN_DRIVE_CLOSING_SESSION)
        meter.update(progress_of(progress, status));
      if (status != BURN_DRIVE_IDLE) std::this_thread::sleep_for(update_interval);
    }
  }
  messages_ = take_messages();
  check(stopping);
}

std::string Run::medium_state_after() const {
  return redbook::medium_state_after(medium_, settings_.simulate,
                                     CommandWatch::of_process().has_written());
}

DriveFailure Run::failure_now(const char *stage) const {
  const auto &watch = CommandWatch::of_process();
  return {handle_.device(),        stage,     watch.fault(),
          watch.ran_out_of_time(), messages_, medium_state_after()};
}

// What libburn says comes last: it calls a burn good that has lost audio.
void Run::check(bool stopped) {
  if (failure_.error) std::rethrow_exception(failure_.error);
  const auto failure = failure_now("burning");
  if (failure.fault || failure.out_of_time) throw error_of(failure);
  const bool well = burn_drive_wrote_well(handle_.drive()) == 1;
  if (stopped && !well) throw Cancelled{};
  if (!well || tell_of_failure(messages_)) throw error_of(failure);
  if (const int track = layout_.incomplete_track())
    throw Error{Fault::drive, Result::cannot_write_to_medium,
                "Not all of track " + std::to_string(track) + " was written. " +
                    medium_state_after(),
                error_of(failure).detail()};
}

}  // namespace

void run_burn(const LibburnHandle &handle, const Disc &disc, const Stash &stash,
              const DriveSettings &settings, const BurnPlan &plan, const Medium &medium,
              BurnObserver &observer, const std::stop_token &stop) {
  Run run{handle, disc, stash, settings, plan, medium};
  run.prepare();
  observer.on(event::Preparing{preparing_time});
  ProgressMeter meter{disc, observer};
  meter.begin();
  run.write(meter, stop);
  meter.finish();
}

void run_erase(const LibburnHandle &handle, Blanking kind, BurnObserver &observer) {
  constexpr int all_steps = 0x10000;
  auto *const drive = handle.drive();
  const auto begin = std::chrono::steady_clock::now();
  take_messages();
  observer.on(event::Erasing{});
  {
    const Watched watched{Watched::Tray::locked};
    const TimeLimit limit{max_erase_time};
    burn_disc_pretend_full_uncond(drive);  // what was broken off can be erased, too
    burn_disc_erase(drive, kind == Blanking::fast);
    burn_progress progress{};
    while (burn_drive_get_status(drive, &progress) != BURN_DRIVE_IDLE) {
      const auto elapsed = std::chrono::duration_cast<std::chrono::seconds>(
          std::chrono::steady_clock::now() - begin);
      const auto total = progress.sector > 0 ? elapsed * all_steps / progress.sector : 0s;
      observer.on(event::Erasing{elapsed, std::max(elapsed, total)});
      std::this_thread::sleep_for(update_interval);
    }
  }
  const auto &watch = CommandWatch::of_process();
  const DriveFailure failure{handle.device(),         "erasing",       watch.fault(),
                             watch.ran_out_of_time(), take_messages(), {}};
  const bool well = burn_drive_wrote_well(drive) == 1;
  if (failure.fault || failure.out_of_time || !well || tell_of_failure(failure.messages))
    throw error_of(failure);
}

}  // namespace redbook
