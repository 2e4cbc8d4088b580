#include "recording/stager.hpp"

#include <string>
#include <utility>

#include "error.hpp"
#include "metadata/tags.hpp"
#include "metadata/toc.hpp"
#include "recording/kept_buffer.hpp"
#include "util/log.hpp"

namespace redbook {
namespace {

constexpr auto beyond_99_discs =
    "The music is more than 99 discs hold, the most that is staged in one go.";
constexpr auto beyond_99_tracks =
    "A disc holds 99 tracks, and one more begins here: make two discs of it.";

Error track_limit(OnFull on_full) {
  return {Fault::layout, Result::track_limit,
          on_full == OnFull::next_disc ? beyond_99_discs : beyond_99_tracks};
}

// Throws Error, unless what does not fit is to be left out.
void check_may_truncate(OnFull on_full, Blocks capacity) {
  if (on_full == OnFull::truncate) return;
  if (on_full == OnFull::next_disc)
    throw Error{Fault::layout, Result::disc_full, beyond_99_discs};
  throw Error{Fault::layout, Result::disc_full,
              "The music is longer than the disc, which holds " +
                  to_string(Msf::of(capacity)) +
                  " (mm:ss:ff): leave out a track, or set on-full or capacity."};
}

Error too_short(int track) {
  return {
      Fault::layout, Result::track_not_big_enough,
      "Track " + std::to_string(track) +
          " is shorter than 4 seconds, which a disc does not allow: lengthen it, or set short-track=pad."};
}

}  // namespace

Stager::Stager(const Settings &settings, DiscMaster &master, OwnedToc whole_disc)
    : settings_{settings},
      master_{master},
      whole_disc_{std::move(whole_disc)},
      stream_{master.checkpoint()},
      expected_{settings.expected},
      progress_{settings.staged_copies()} {}

void Stager::stream_start(std::optional<guint> group_id, Outbox &outbox) {
  if (any_stream_ && group_id && group_id == group_id_) return;
  if (any_stream_ && stream_.has_audio()) end_stream(join(), outbox);
  any_stream_ = true;
  group_id_ = group_id;
  begin_stream();
}

void Stager::begin_stream() {
  stream_ = Stream{master_.checkpoint()};
  asked_ = false;
  tags_before_ = disc_tags_.size();
  progress_.new_stream();
}

void Stager::segment(const GstSegment &segment) {
  if (segment.rate < 0)
    throw Error{
        Fault::settings, Result::invalid_argument,
        "The music plays backwards, which cannot be recorded: seek with a positive rate."};
  stream_.set_segment(segment);
}

void Stager::tags(const GstTagList *tags) {
  stream_.merge_tags(tags);
  if (master_.track_is_open() && stream_.has_audio()) describe_open_track();
}

// A table without times marks a track at the very place where it comes.
void Stager::toc(GstToc *toc, Outbox &outbox) {
  if (!stream_.take_toc(toc) || settings_.track_split != TrackSplit::automatic) return;
  expect_divisions();
  if (whole_disc_ || !stream_.has_audio() || !tracks_of(toc).empty()) return;
  if (!gst_toc_get_entries(toc) || !master_.track_is_open()) return;
  describe_open_track();
  close_open_track(Join::gapless, outbox);
}

// The first track begins a disc; an earlier one may have been burned from here.
void Stager::begin_track(Blocks expected, Outbox &outbox) {
  if (master_.total_audio_tracks() == 1) disc_tags_.forget_after(0);
  if (expected > master_.available_audio_track_blocks())
    outbox.warn("The next track is expected to be longer than what is left on the disc.");
}

void Stager::open_track(Outbox &outbox) {
  const auto expected = std::exchange(expected_, Blocks{});
  const auto pregap = stream_.has_audio() || whole_disc_
                          ? std::nullopt
                          : pregap_of(stream_.all_tags().get());
  if (master_.create_audio_track(expected, pregap) == Result::track_limit)
    throw track_limit(settings_.on_full);
  begin_track(expected, outbox);
  opened_by_audio_ = true;
}

void Stager::begin_audio(GstClockTime time, GstClockTime duration, Outbox &outbox) {
  if (!master_.track_is_open()) open_track(outbox);
  if (const auto jump = stream_.jump_before(time, duration))
    progress_.jumped(*jump, master_, outbox);
  if (stream_.has_audio()) return;
  stream_.begin_audio(time, master_.next_byte());
  expect_divisions();
}

// What is told before its audio comes need not be read again for the checksums.
void Stager::expect_divisions() {
  const auto *toc = whole_disc_ ? whole_disc_.get() : stream_.toc();
  if (!toc || !stream_.has_audio()) return;
  const auto span = whole_disc_ ? StagedSpan{0, 0, 0, Lba{0}} : stream_.span({});
  for (const auto place : possible_starts(tracks_of(toc), span))
    master_.expect_division(place);
}

void Stager::audio(GstBuffer *buffer, Outbox &outbox) {
  if (full_) return;
  if (stream_.has_all_of(buffer)) return stage(buffer, outbox);
  if (const auto clipped = stream_.clip(buffer)) stage(clipped.get(), outbox);
}

void Stager::stage(GstBuffer *buffer, Outbox &outbox) {
  const ReadMap map{buffer};
  if (!map)
    throw Error{Fault::stash, Result::generic, "A buffer of audio cannot be read."};
  const auto bytes = size_of(map.bytes());
  if (bytes == 0) return;
  begin_audio(GST_BUFFER_PTS(buffer), duration_of(bytes), outbox);
  const bool keeps = bytes >= ExtentWriter::min_kept_bytes && can_be_kept(buffer);
  const auto result =
      keeps ? master_.append(kept(buffer, map.bytes())) : master_.append(map.bytes());
  account_for(result, bytes, outbox);
}

void Stager::silence(GstClockTime time, GstClockTime duration, Outbox &outbox) {
  if (full_ || !stream_.clip_silence(time, duration)) return;
  begin_audio(time, duration, outbox);
  const auto bytes = samples_in(duration) * bytes_per_sample;
  account_for(master_.append_silence(bytes), bytes, outbox);
}

void Stager::account_for(Result result, std::int64_t bytes, Outbox &outbox) {
  if (result == Result::busy || result == Result::track_not_open)
    throw Error{Fault::stash, Result::busy,
                "Sound arrived while the disc is being burned."};
  stream_.count(bytes);
  progress_.staged(master_,
                   Blocks::holding(stream_.announced().value_or(0) * bytes_per_sample),
                   outbox);
  if (result != Result::disc_full) return;
  check_may_truncate(settings_.on_full, master_.total_audio_blocks());
  full_ = true;
  outbox.warn("The disc is full: track " + std::to_string(master_.total_audio_tracks()) +
              " was cut off, and what follows is left out.");
}

void Stager::flush() {
  master_.return_to(stream_.start());
  disc_tags_.forget_after(tags_before_);
  restart_stream();
}

void Stager::forget() {
  disc_tags_.forget_after(0);
  tags_before_ = 0;
  restart_stream();
}

void Stager::restart_stream() {
  stream_.restart(master_.checkpoint());
  asked_ = false;
  full_ = false;
}

void Stager::announced_duration(std::optional<GstClockTime> duration) {
  asked_ = true;
  std::optional<std::int64_t> samples;
  if (duration) samples = samples_in(*duration);
  // Behind concat the first stream's length is told for all: then it is no evidence.
  const bool evidence = !first_announced_ || first_announced_ != samples;
  if (!first_announced_) first_announced_ = samples;
  stream_.set_announced(evidence ? samples : std::nullopt);
}

Join Stager::join() const {
  const bool gapless = gapless_of(stream_.all_tags().get()).value_or(settings_.gapless);
  return gapless ? Join::gapless : Join::padded;
}

void Stager::end_stream(Join join, Outbox &outbox) {
  const bool divides = settings_.track_split != TrackSplit::manual && !whole_disc_ &&
                       master_.track_is_open();
  const bool by_toc = divides && settings_.track_split == TrackSplit::automatic;
  const auto tracks = by_toc ? stream_.usable_toc(outbox) : std::vector<TocTrack>{};
  disc_tags_.add(tracks.empty() ? stream_.disc_tags() : stream_.disc_tags_when_divided());
  if (!divides) return;
  describe_open_track();
  if (!tracks.empty())
    divide_by(tracks, stream_.span(master_.open_track_start()),
              texts_of(stream_.all_tags().get()).performer, outbox);
  close_open_track(join, outbox);
}

void Stager::describe_open_track() {
  const auto tags = stream_.all_tags();
  master_.describe_open_track(texts_of(tags.get()), subcode_of(tags.get()));
}

void Stager::divide_by(const std::vector<TocTrack> &tracks, const StagedSpan &span,
                       const std::string &performer, Outbox &outbox) {
  const bool first = span.track_start == Lba{0};
  const auto opening =
      settings_.hidden_track && first ? Opening::hidden : Opening::in_track;
  auto division = divide(tracks, span, opening);
  for (const auto &warning : division.warnings) outbox.warn(warning);
  if (division.too_short > 0 && settings_.short_track == ShortTrack::error)
    throw too_short(master_.total_audio_tracks());
  for (std::size_t i = 0; i < division.pieces.size(); ++i) {
    auto &piece = division.pieces[i];
    if (piece.texts.performer.empty()) piece.texts.performer = performer;
    master_.describe_open_track(std::move(piece.texts), std::move(piece.subcode),
                                piece.pregap, std::move(piece.indexes));
    if (i + 1 == division.pieces.size()) break;
    const auto closed = master_.divide_open_track(piece.length);
    if (closed.result == Result::track_limit) throw track_limit(settings_.on_full);
    tell_of_track(closed, outbox);
  }
}

Result Stager::close_open_track(Join join, Outbox &outbox) {
  const auto number = master_.total_audio_tracks();
  const auto closed = master_.close_audio_track(join);
  opened_by_audio_ = false;
  if (closed.result == Result::track_not_big_enough) throw too_short(number);
  if (closed.result == Result::disc_full) {
    check_may_truncate(settings_.on_full, master_.total_audio_blocks());
    outbox.warn("Track " + std::to_string(number) +
                " was left out: what fits of it on the disc is shorter than 4 seconds.");
    return master_.drop_open_track();
  }
  tell_of_track(closed, outbox);
  return closed.result;
}

void Stager::tell_of_track(const DiscMaster::Closed &closed, Outbox &outbox) {
  if (closed.number == 0) return;
  progress_.closed(closed.number, master_.layout().tracks.back(), closed.padded_samples,
                   outbox);
}

void Stager::finish(Outbox &outbox) {
  if (stream_.has_audio()) end_stream(Join::padded, outbox);
  if (master_.track_is_open()) {
    if (whole_disc_)
      divide_by(tracks_of(whole_disc_.get()),
                {0, 0, master_.next_byte() / bytes_per_sample, Lba{0}}, {}, outbox);
    else
      describe_open_track();
    close_open_track(Join::padded, outbox);
  }
  // What the last track carried over comes back to it if nothing followed.
  const auto padded = master_.finish();
  if (padded > 0)
    tell_of_track({Result::ok, master_.total_audio_tracks(), padded}, outbox);
}

Result Stager::create_track(Blocks expected, Outbox &outbox) {
  const bool claims = settings_.track_split == TrackSplit::manual && opened_by_audio_;
  if (claims && master_.track_is_open() && !master_.is_recording()) {
    opened_by_audio_ = false;
    return Result::ok;
  }
  const auto result = master_.create_audio_track(expected);
  if (result == Result::ok) begin_track(expected, outbox);
  opened_by_audio_ = false;
  return result;
}

Result Stager::close_track(Outbox &outbox) {
  if (master_.is_recording()) return Result::busy;
  if (!master_.track_is_open()) return Result::track_not_open;
  describe_open_track();
  return close_open_track(join(), outbox);
}

}  // namespace redbook
