#include "recording/recording.hpp"

#include <chrono>
#include <utility>

#include "bus/boundary.hpp"
#include "bus/findings.hpp"
#include "error.hpp"
#include "metadata/application.hpp"
#include "metadata/tags.hpp"
#include "metadata/toc.hpp"
#include "recording/burn_reporter.hpp"
#include "recording/disc_metadata.hpp"
#include "stash/stash_part.hpp"
#include "util/log.hpp"

namespace redbook {
namespace {

Settings with_capacity_of(const Destinations &destinations, Settings settings) {
  if (settings.capacity == Blocks{0}) settings.capacity = destinations.capacity();
  return settings;
}

std::chrono::nanoseconds settle_time(const Settings &settings,
                                     const Destinations &destinations) {
  if (settings.settle_time < 0) return destinations.settle_time();
  return std::chrono::nanoseconds{settings.settle_time};
}

std::exception_ptr cancelled() { return std::make_exception_ptr(Cancelled{}); }

}  // namespace

Recording::Recording(GstBaseSink *sink, const Settings &settings, Waiter &waiter,
                     std::shared_ptr<MadeImages> made)
    : element_{GST_ELEMENT(sink)},
      destinations_{settings, std::move(made)},
      settings_{with_capacity_of(destinations_, settings)},
      report_location_{checked_report_location(settings)},
      stashes_{settings_, destinations_},
      master_{settings_.staging(), [this] { return stashes_.new_stash(); },
              stashes_.journal()},
      stager_{settings_, master_, toc_of_application(element_)},
      adjustment_{settings_, destinations_},
      burning_{sink, waiter} {
  Outbox outbox{element_};
  stashes_.resume(master_, outbox);
}

void Recording::stage(const std::function<void(Stager &, Outbox &)> &work) {
  Outbox outbox{element_};
  const std::lock_guard lock{mutex_};
  if (staging_failed_) throw Cancelled{};
  adjustment_.forget();
  try {
    work(stager_, outbox);
  } catch (...) {
    staging_failed_ = true;
    std::rethrow_exception(stashes_.after_staging(std::current_exception(), master_));
  }
}

void Recording::flush() {
  burning_.end();
  const std::lock_guard lock{mutex_};
  stager_.flush();
  staging_failed_ = false;
}

bool Recording::wants_announced_duration() {
  const std::lock_guard lock{mutex_};
  return stager_.wants_announced_duration();
}

void Recording::announced_duration(std::optional<GstClockTime> duration) {
  const std::lock_guard lock{mutex_};
  stager_.announced_duration(duration);
}

template <typename Work>
Result Recording::act(Work &&work) {
  Outbox outbox{element_};
  const std::lock_guard lock{mutex_};
  try {
    return work(outbox);
  } catch (const Error &error) {
    GST_WARNING_OBJECT(element_, "%s (%s)", error.what(), error.detail().c_str());
    return error.result();
  }
}

Result Recording::create_track(Blocks expected) {
  return act([&](Outbox &outbox) { return stager_.create_track(expected, outbox); });
}

Result Recording::close_track() {
  return act([&](Outbox &outbox) { return stager_.close_track(outbox); });
}

Result Recording::clear() {
  return act([&](Outbox &) {
    const auto result = master_.clear();
    if (result == Result::ok) stager_.forget();
    return result;
  });
}

void Recording::set_expected(Blocks expected) {
  const std::lock_guard lock{mutex_};
  stager_.set_expected(expected);
}

Recording::Counters Recording::counters() {
  const std::lock_guard lock{mutex_};
  return {master_.total_audio_blocks(), master_.used_audio_blocks(),
          master_.available_audio_track_blocks(), master_.total_audio_tracks()};
}

OwnedToc Recording::toc() {
  const std::lock_guard lock{mutex_};
  const auto &disc = master_.layout();
  return disc.tracks.empty() ? nullptr : toc_of(disc);
}

RecorderState Recording::state() {
  const std::lock_guard lock{mutex_};
  return master_.is_recording() ? RecorderState::burning : RecorderState::opened;
}

std::int64_t Recording::staged_bytes() {
  const std::lock_guard lock{mutex_};
  return master_.next_byte();
}

// The discs as they will be made; what there is to say of them is told once.
MasteredDiscs Recording::mastered(Outbox &outbox) {
  auto discs = mastered_discs(
      described(master_.layout(), stager_.disc_tags(), settings_, element_), settings_);
  if (discs.findings != findings_) tell_of(discs.findings, outbox);
  findings_ = discs.findings;
  if (!discs.can_be_made) throw error_of(findings_);
  return discs;
}

Findings Recording::findings() {
  const std::lock_guard lock{mutex_};
  return findings_;
}

// The disc master does not stay held when something fails before the burn.
template <typename Work>
auto Recording::while_held(Work &&work) {
  try {
    return work();
  } catch (...) {
    master_.end_recording(DiscMaster::StashDisposition::keep);
    throw;
  }
}

// What is to be burned now, held still for it; nothing if there is nothing new, or if the
// application burns.
std::optional<BurnOrder> Recording::finish_staging() {
  std::optional<BurnOrder> due;
  stage([&](Stager &stager, Outbox &outbox) {
    stager.finish(outbox);
    if (master_.is_sealed()) return;
    if (master_.layout().tracks.empty()) {
      if (!any_burn_)
        outbox.warn(
            "The music ended before it began: nothing is staged, and nothing is burned.");
      return;
    }
    auto discs = mastered(outbox);
    tell_of(discs, outbox);
    if (!settings_.auto_burn || master_.begin_recording() != Result::ok) return;
    due = while_held([&] { return order_of(std::move(discs)); });
  });
  return due;
}

GstFlowReturn Recording::end_of_music() {
  if (const auto flow = wait_for_burn(); flow != GST_FLOW_OK) return flow;
  std::optional<BurnOrder> due;
  if (!guarded(element_, "staging", [&] { due = finish_staging(); }))
    return GST_FLOW_ERROR;
  if (!due) return GST_FLOW_OK;
  const auto settled = burning_.settle(settle_time(settings_, destinations_));
  if (settled == BurnControl::Settled::due) start_burns(*due);
  if (settled == BurnControl::Settled::called_off)
    free_stash(cancelled(), StashDisposition::keep);
  return settled == BurnControl::Settled::called_off ? GST_FLOW_FLUSHING
                                                     : burning_.watch();
}

Result Recording::burn() {
  BurnOrder due;
  const auto result = act([&](Outbox &outbox) {
    const auto begun = master_.begin_recording();
    if (begun == Result::ok) due = while_held([&] { return order_of(mastered(outbox)); });
    return begun;
  });
  if (result == Result::ok) start_burns(due);
  return result;
}

BurnOrder Recording::order_of(MasteredDiscs discs) {
  BurnOrder order{{}, std::move(discs.whole), {}};
  order.audio = adjustment_.audio_of(order.whole, master_.stash());
  const auto &staged = order.audio.staged;
  for (auto &part : discs.parts) {
    auto stash = discs.is_one() ? staged : shared_part(*staged, part.offset);
    const auto sums = master_.checksums_of(part);
    if (sums)
      GST_INFO_OBJECT(element_, "checksums: %" G_GINT64_FORMAT " bytes were read again",
                      sums->bytes_read_again);
    order.discs.push_back({std::move(part.disc),
                           std::move(stash),
                           {report_location_, sums, std::move(part.findings)},
                           part.offset});
  }
  stashes_.describe(order.whole);
  return order;
}

Result Recording::cancel() {
  if (!burning_.cancel_settling()) return burning_.cancel();
  free_stash(cancelled(), StashDisposition::keep);
  return Result::ok;
}

// The disc master holds still since begin_recording().
void Recording::start_burns(const BurnOrder &order) {
  {
    const std::lock_guard lock{mutex_};
    any_burn_ = true;
  }
  burning_.start(
      burn_runs(element_, destinations_, order, settings_),
      [this, whole = order.whole, audio = order.audio, count = order.discs.size()](
          const std::exception_ptr &outcome, BurnPlace place) {
        auto ended = stashes_.after_burn(outcome, place.run, whole, audio,
                                         which_disc(place.burn, count, settings_));
        free_stash(ended.outcome,
                   ended.keeps_stash ? StashDisposition::seal : StashDisposition::keep);
        return std::move(ended.outcome);
      });
}

void Recording::free_stash(const std::exception_ptr &outcome,
                           StashDisposition after_failure) {
  const std::lock_guard lock{mutex_};
  const auto after_success =
      settings_.stash_outlives_burn() ? StashDisposition::seal : StashDisposition::drop;
  master_.end_recording(outcome ? after_failure : after_success);
  if (!outcome && after_success == StashDisposition::drop) stager_.forget();
}

bool Recording::end() {
  burning_.end();
  const std::lock_guard lock{mutex_};
  return !any_burn_ && master_.total_audio_tracks() > 0;
}

}  // namespace redbook
