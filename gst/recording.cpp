#include "recording.hpp"

#include <chrono>
#include <utility>

#include "boundary.hpp"
#include "burn/image_burner.hpp"
#include "error.hpp"
#include "log.hpp"
#include "tags.hpp"
#include "toc.hpp"

namespace redbook {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds settle_time_of_an_image = 250ms;

std::chrono::nanoseconds settle_time(const Settings &settings) {
  if (settings.settle_time < 0) return settle_time_of_an_image;
  return std::chrono::nanoseconds{settings.settle_time};
}

ImageFiles destination(const Settings &settings) {
  if (settings.location.empty())
    throw Error{
        Fault::settings, Result::invalid_argument,
        "There is no destination: set location to the disc image to make, such as "
        "album.cue."};
  return image_files(std::filesystem::absolute(settings.location), settings.image_format);
}

DiscMaster::Settings master_settings(const Settings &settings) {
  const auto capacity =
      settings.capacity > Blocks{0} ? settings.capacity : eighty_minutes;
  return {capacity, settings.track_gap, settings.short_track};
}

OwnedToc toc_from_application(GstElement *element) {
  return OwnedToc{gst_toc_setter_get_toc(GST_TOC_SETTER(element))};
}

std::string common_performer(const Disc &disc) {
  const auto &performer = disc.tracks.front().texts.performer;
  for (const auto &track : disc.tracks)
    if (track.texts.performer != performer) return {};
  return performer;
}

// By the merge mode, the application's tags win over those of the streams; KEEP is the
// default.
Texts with_application_tags(const Texts &streams, GstElement *element) {
  auto *setter = GST_TAG_SETTER(element);
  const auto from_streams = disc_tags_of(streams, 0);
  const OwnedTags merged{gst_tag_list_merge(gst_tag_setter_get_tag_list(setter),
                                            from_streams.get(),
                                            gst_tag_setter_get_tag_merge_mode(setter))};
  auto texts = disc_texts_of(merged.get());
  if (texts.performer.empty()) texts.performer = texts_of(merged.get()).performer;
  return texts;
}

}  // namespace

Recording::Recording(GstBaseSink *sink, const Settings &settings, Waiter &waiter)
    : sink_{sink},
      element_{GST_ELEMENT(sink)},
      settings_{settings},
      files_{destination(settings)},
      waiter_{waiter},
      first_stash_{std::make_shared<Stash>(files_.folder())},
      master_{master_settings(settings), [this] { return new_stash(); }},
      stager_{settings_, master_, toc_from_application(element_)} {}

// The first stash was made early, to see that the folder can be written to.
std::shared_ptr<Stash> Recording::new_stash() {
  if (first_stash_) return std::exchange(first_stash_, nullptr);
  return std::make_shared<Stash>(files_.folder());
}

template <typename Work>
void Recording::stage(Work &&work) {
  Outbox outbox{element_};
  const std::lock_guard lock{mutex_};
  if (staging_failed_) throw Cancelled{};
  try {
    work(outbox);
  } catch (...) {
    staging_failed_ = true;
    throw;
  }
}

void Recording::stream_start(std::optional<guint> group_id) {
  stage([&](Outbox &outbox) { stager_.stream_start(group_id, outbox); });
}

void Recording::segment(const GstSegment &segment) {
  stage([&](Outbox &) {
    if (segment.rate < 0)
      throw Error{
          Fault::settings, Result::invalid_argument,
          "The music plays backwards, which cannot be recorded: seek with a positive "
          "rate."};
    stager_.segment(segment);
  });
}

void Recording::tags(const GstTagList *tags) {
  const std::lock_guard lock{mutex_};
  stager_.tags(tags);
}

void Recording::toc(GstToc *toc) {
  stage([&](Outbox &outbox) { stager_.toc(toc, outbox); });
}

void Recording::sound(GstBuffer *buffer) {
  stage([&](Outbox &outbox) { stager_.sound(buffer, outbox); });
}

void Recording::silence(GstClockTime duration) {
  stage([&](Outbox &outbox) { stager_.silence(duration, outbox); });
}

void Recording::flush() {
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

std::int64_t Recording::staged_bytes() {
  const std::lock_guard lock{mutex_};
  return master_.next_byte();
}

Disc Recording::described_disc() const {
  auto disc = master_.layout();
  disc.texts = with_application_tags(stager_.disc_texts(), element_);
  if (disc.texts.performer.empty() && !disc.tracks.empty())
    disc.texts.performer = common_performer(disc);
  return disc;
}

// False where there is nothing new to burn.
bool Recording::finish_staging() {
  bool anything = false;
  stage([&](Outbox &outbox) {
    stager_.finish(outbox);
    const auto disc = described_disc();
    anything = !disc.tracks.empty() && !master_.is_sealed();
    if (anything)
      outbox.add(gst_message_new_toc(GST_OBJECT(element_), toc_of(disc).get(), FALSE));
    else if (!master_.is_sealed() && !any_burn_)
      outbox.warn(
          "The music ended before it began: nothing is staged, and nothing is burned.");
  });
  return anything;
}

GstFlowReturn Recording::end_of_music() {
  bool anything = false;
  if (!guarded(element_, "staging", [&] { anything = finish_staging(); }))
    return GST_FLOW_ERROR;
  if (!anything || !settings_.auto_burn) return GST_FLOW_OK;
  phase_ = Phase::settling;
  const auto flow = settle();
  return flow == GST_FLOW_OK ? watch_burn() : flow;
}

void Recording::tell_settling(GstProgressType type, const char *text, int percent) {
  gst_element_post_message(
      element_, progress_message(element_, type, "redbook-prepare", text, percent));
}

// An upstream error is followed by the same EOS as the end of the music; this is the time
// in which the application can react to it. Nothing has been touched yet.
GstFlowReturn Recording::settle() {
  const auto deadline = std::chrono::steady_clock::now() + settle_time(settings_);
  tell_settling(GST_PROGRESS_TYPE_START, "The music is staged", 0);
  for (;;) {
    const auto woken =
        waiter_.wait_until(deadline, [this] { return phase_ != Phase::settling; });
    auto settling = Phase::settling;
    if (woken == Waiter::Woken::timed_out)
      if (phase_.compare_exchange_strong(settling, Phase::burning)) return begin_burn();
    if (woken != Waiter::Woken::interrupted) {
      tell_settling(GST_PROGRESS_TYPE_CANCELED, "The burn was cancelled", 0);
      return GST_FLOW_OK;
    }
    if (const auto flow = gst_base_sink_wait_preroll(sink_); flow != GST_FLOW_OK) {
      tell_settling(GST_PROGRESS_TYPE_CANCELED, "The burn was called off", 0);
      phase_ = Phase::idle;
      return flow;
    }
  }
}

GstFlowReturn Recording::begin_burn() {
  tell_settling(GST_PROGRESS_TYPE_COMPLETE, "The burn begins", 100);
  const bool begun = guarded(element_, "staging", [this] {
    const auto result = start_burn();
    if (result == Result::ok) return;
    throw Error{
        Fault::layout, result,
        "The disc was changed while its burn was about to begin, and is not burned.",
        name_of(result)};
  });
  if (begun) return GST_FLOW_OK;
  phase_ = Phase::failed;
  return GST_FLOW_ERROR;
}

// A cancelled burn is no success, so no EOS: the thread stays until the application burns
// again, or goes to READY.
GstFlowReturn Recording::watch_burn() {
  for (;;) {
    const auto woken = waiter_.wait(
        [this] { return phase_ == Phase::burned || phase_ == Phase::failed; });
    if (woken == Waiter::Woken::ready)
      return phase_ == Phase::burned ? GST_FLOW_OK : GST_FLOW_ERROR;
    if (const auto flow = gst_base_sink_wait_preroll(sink_); flow != GST_FLOW_OK) {
      end_job();
      return flow;
    }
  }
}

GstFlowReturn Recording::wait_for_burn() {
  while (phase_ == Phase::burning) {
    const auto woken = waiter_.wait([this] { return phase_ != Phase::burning; });
    if (woken == Waiter::Woken::ready) break;
    if (const auto flow = gst_base_sink_wait_preroll(sink_); flow != GST_FLOW_OK)
      return flow;
  }
  return GST_FLOW_OK;
}

Result Recording::burn() {
  if (phase_ == Phase::settling || on_burning_thread()) return Result::busy;
  try {
    return start_burn();
  } catch (const Error &error) {
    GST_WARNING_OBJECT(element_, "%s (%s)", error.what(), error.detail().c_str());
    return error.result();
  }
}

bool Recording::on_burning_thread() {
  const std::lock_guard lock{job_mutex_};
  return job_ && job_->runs_on_this_thread();
}

Result Recording::start_burn() {
  Result result = Result::ok;
  auto disc = begin_recording(result);
  if (result == Result::ok) start_job(std::move(disc));
  return result;
}

Disc Recording::begin_recording(Result &result) {
  const std::lock_guard lock{mutex_};
  result = master_.begin_recording();
  if (result != Result::ok) return {};
  any_burn_ = true;
  return described_disc();
}

std::unique_ptr<Burner> Recording::burner() const {
  using Laser = ImageBurner::Laser;
  return std::make_unique<ImageBurner>(master_.stash(), files_,
                                       settings_.simulate ? Laser::off : Laser::on);
}

void Recording::start_job(Disc disc) {
  end_job();
  const std::lock_guard lock{job_mutex_};
  phase_ = Phase::burning;
  reporter_ = std::make_unique<BurnReporter>(
      element_, BurnSubject{disc, files_.sheet.string(), settings_.simulate});
  job_ = std::make_unique<BurnJob>(
      burner(), std::move(disc), *reporter_,
      [this](const std::exception_ptr &outcome) { burn_finished(outcome); });
}

void Recording::end_job() {
  std::unique_ptr<BurnJob> job;
  {
    const std::lock_guard lock{job_mutex_};
    job = std::move(job_);
  }
}

// On the burning thread. The disc master is free again before the application hears of
// it.
void Recording::burn_finished(const std::exception_ptr &outcome) {
  using Afterwards = DiscMaster::Afterwards;
  {
    const std::lock_guard lock{mutex_};
    const auto after_success =
        settings_.stash_outlives_burn() ? Afterwards::seal : Afterwards::drop;
    master_.end_recording(outcome ? Afterwards::keep : after_success);
    if (!outcome && after_success == Afterwards::drop) stager_.forget();
  }
  const auto result = reporter_->finished(outcome);
  phase_ = result == Result::ok           ? Phase::burned
           : result == Result::user_abort ? Phase::cancelled
                                          : Phase::failed;
  waiter_.wake();
}

Result Recording::cancel() {
  auto settling = Phase::settling;
  if (phase_.compare_exchange_strong(settling, Phase::cancelled)) {
    waiter_.wake();
    return Result::ok;
  }
  const std::lock_guard lock{job_mutex_};
  if (phase_ != Phase::burning || !job_) return Result::not_in_progress;
  job_->cancel();
  return Result::ok;
}

bool Recording::end() {
  end_job();
  const std::lock_guard lock{mutex_};
  return !any_burn_ && master_.total_audio_tracks() > 0;
}

}  // namespace redbook
