// Staged audio that is made as loud as it is wanted.
#include "adjusted_audio_fixture.hpp"
#include "loudness/loudness_meter.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Pcm audio_in(const AdjustedAudio &audio, const Disc &disc) {
  auto pcm = silence(disc.length());
  audio.stash()->read(0, pcm);
  return pcm;
}

MeasuredLoudness measured(const Pcm &pcm, const Track &track) {
  LoudnessMeter meter;
  meter.append(
      Bytes{pcm}.subspan(static_cast<std::size_t>((track.start - Lba{0}).bytes()),
                         static_cast<std::size_t>(track.length.bytes())));
  return meter.measured();
}

MeasuredLoudness measured(const AdjustedAudio &audio, const Disc &disc,
                          std::size_t track) {
  return measured(audio_in(audio, disc), disc.tracks[track]);
}

bool is_cancelled(AdjustedAudio &audio, const WorkDone &done,
                  const std::stop_source &stop) {
  try {
    audio.make(done, stop.get_token());
  } catch (const Cancelled &) {
    return true;
  }
  return false;
}

}  // namespace

REDBOOK_TEST(test_each_track_gets_to_the_target) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::track, -20, -1});

  audio.make(nobody, {});

  ck_assert_double_eq_tol(*measured(audio, album.disc, 0).integrated, -20, 0.05);
  ck_assert_double_eq_tol(*measured(audio, album.disc, 1).integrated, -20, 0.05);
}

REDBOOK_TEST(test_album_keeps_the_tracks_apart) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::album, -20, -1});

  audio.make(nobody, {});

  const auto first = *measured(audio, album.disc, 0).integrated;
  const auto second = *measured(audio, album.disc, 1).integrated;
  ck_assert_double_eq_tol(second - first, loud - quiet, 0.05);
  LoudnessMeter whole;
  whole.append(audio_in(audio, album.disc));
  ck_assert_double_eq_tol(*whole.measured().integrated, -20, 0.05);
}

REDBOOK_TEST(test_true_peaks_stay_below_their_limit) {
  Album album;
  album.staged->write(0, audio_of({-12, 0.5, 11025, 45}));  // 3 dB between its samples
  auto audio = album.adjusted({LoudnessMode::album, -8, -6});

  audio.make(nobody, {});

  const auto peak = decibels(measured(audio, album.disc, 0).true_peak);
  ck_assert_double_le(peak, -6);
  ck_assert_double_gt(peak, -6.01);
}

REDBOOK_TEST(test_pregap_goes_with_its_track) {
  Album album;
  album.disc.tracks[1].pregap = Blocks{75};
  auto audio = album.adjusted({LoudnessMode::track, -20, -1});

  audio.make(nobody, {});

  const auto pcm = audio_in(audio, album.disc);
  const Track hidden{Lba{375}, {}, Blocks{75}, {}, {}, {}};
  ck_assert_double_eq_tol(*measured(pcm, hidden).integrated, -20, 0.05);
}

REDBOOK_TEST(test_silent_track_stays_as_it_is) {
  Album album;
  album.staged->write(0, silence(Blocks{375}));
  auto audio = album.adjusted({LoudnessMode::track, -20, -1});

  audio.make(nobody, {});

  const auto pcm = audio_in(audio, album.disc);
  ck_assert(Pcm(pcm.begin(), pcm.begin() + Blocks{375}.bytes()) == silence(Blocks{375}));
  ck_assert_double_eq(audio.loudness_of(album.disc).tracks[0].gain, 0);
}

REDBOOK_TEST(test_what_is_staged_is_not_touched) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::track, -20, -1});

  audio.make(nobody, {});

  ck_assert(staged(*album.staged) == album.audio);
}

REDBOOK_TEST(test_checksums_are_those_of_the_new_audio) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::track, -20, -1});

  audio.make(nobody, {});

  TrackChecksums wanted;
  const auto pcm = audio_in(audio, album.disc);
  const auto extents = extents_of(album.disc);
  wanted.track_starts(0);
  wanted.track_starts(extents[1].first_byte);
  wanted.append(pcm);
  ck_assert(audio.sums_of(album.disc) == wanted.disc(extents));
}

REDBOOK_TEST(test_checksums_are_left_out_where_none_are_wanted) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::track, -20, -1}, Summing::off);

  audio.make(nobody, {});

  ck_assert(!audio.sums_of(album.disc));
}

REDBOOK_TEST(test_loudness_is_told_as_the_tracks_came) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::track, -20, -1});

  audio.make(nobody, {});

  const auto told = audio.loudness_of(album.disc);
  ck_assert_double_eq_tol(*told.tracks[0].measured.integrated, quiet, 0.1);
  ck_assert_double_eq_tol(told.tracks[0].gain, -20 - quiet, 0.1);
  ck_assert_double_eq_tol(*told.tracks[1].measured.integrated, loud, 0.1);
  ck_assert_double_eq_tol(decibels(told.whole.true_peak), loud, 0.1);
}

REDBOOK_TEST(test_part_of_a_track_has_the_gain_of_the_track) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::track, -20, -1});
  Disc second;
  second.tracks = {{Lba{0}, {}, Blocks{75}, {}, {}, {}},
                   {Lba{75}, {}, Blocks{375}, {}, {}, {}}};

  audio.make(nobody, {});

  const auto whole = audio.loudness_of(album.disc);
  ck_assert(audio.loudness_of(second, Blocks{300}).tracks == whole.tracks);
}

REDBOOK_TEST(test_it_is_made_once) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::album, -20, -1});
  audio.make(nobody, {});
  const auto made = audio.stash();

  audio.make([](Blocks, Blocks) { ck_abort_msg("again"); }, {});

  ck_assert(audio.stash() == made);
}

REDBOOK_TEST(test_progress_rises_to_the_end) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::album, -20, -1});
  std::vector<std::int64_t> told;

  audio.make(
      [&](Blocks completed, Blocks total) {
        ck_assert_int_eq(total.count(), 3 * album.disc.length().count());
        told.push_back(completed.count());
      },
      {});

  ck_assert(std::is_sorted(told.begin(), told.end()));
  ck_assert_int_eq(told.back(), 3 * album.disc.length().count());
}

REDBOOK_TEST(test_stop_leaves_nothing_and_the_next_call_tries_again) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::album, -20, -1});
  std::stop_source stop;
  const auto stop_late = [&](Blocks completed, Blocks total) {
    if (completed * 4 > total * 3) stop.request_stop();
  };

  ck_assert(is_cancelled(audio, stop_late, stop));

  ck_assert(audio.stash() == nullptr);
  ck_assert(staged(*album.staged) == album.audio);
  audio.make(nobody, {});
  ck_assert(audio.stash() != nullptr);
}

REDBOOK_TEST(test_stop_is_seen_while_measuring) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::album, -20, -1});
  std::stop_source stop;

  stop.request_stop();

  ck_assert(is_cancelled(audio, nobody, stop));
}

REDBOOK_TEST(test_audio_that_cannot_be_read_is_an_error) {
  const Album album;
  album.staged->resize(Blocks{400}.bytes());
  auto audio = album.adjusted({LoudnessMode::album, -20, -1});

  const auto error = error_of([&] { audio.make(nobody, {}); });

  ck_assert(error.fault() == Fault::stash);
}

REDBOOK_TEST(test_full_disk_is_named) {
  const Album album;
  auto audio = album.adjusted({LoudnessMode::album, -20, -1});

  const auto error = [&] {
    const FileSizeLimit limit{Blocks{400}.bytes()};
    return error_of([&] { audio.make(nobody, {}); });
  }();

  ck_assert(error.fault() == Fault::stash);
  ck_assert(audio.stash() == nullptr);
}

REDBOOK_TEST(test_it_belongs_to_its_tracks_and_its_stash) {
  const Album album;
  const auto audio = album.adjusted({LoudnessMode::album, -20, -1});
  auto renamed = album.disc;
  renamed.tracks[0].texts.title = "Another";
  auto divided = album.disc;
  divided.tracks[1].pregap = Blocks{1};

  ck_assert(audio.is_of(renamed, album.staged));
  ck_assert(!audio.is_of(divided, album.staged));
  ck_assert(!audio.is_of(album.disc, stash_with(album.folder, album.audio)));
}
