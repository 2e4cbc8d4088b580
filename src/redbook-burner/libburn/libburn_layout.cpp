// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/libburn_layout.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "cdtext/pack.hpp"

namespace redbook {
namespace {

int mode_of(const Subcode &subcode, WriteMode mode) {
  int bits = BURN_AUDIO;
  if (subcode.pre_emphasis) bits |= BURN_PREEMPHASIS;
  if (subcode.four_channel) bits |= BURN_4CH;
  if (subcode.copy == Copy::permitted) bits |= BURN_COPY;
  if (subcode.copy == Copy::scms && mode == WriteMode::sao) bits |= BURN_SCMS;
  return bits;
}

void demand(int answer, const char *what) {
  if (answer > 0) return;
  DriveFailure failure{.stage = what};
  failure.messages = take_messages();
  throw Error{Fault::layout, Result::invalid_image,
              "libburn does not take the layout of the disc.",
              error_of(failure).detail()};
}

void set_isrc(const std::string &isrc, burn_track *track) {
  if (isrc.empty()) return;
  std::array<char, 13> text{};
  std::copy_n(isrc.begin(), std::min<std::size_t>(isrc.size(), 12), text.begin());
  demand(burn_track_set_isrc_string(track, text.data(), 0), "setting an ISRC");
}

}  // namespace

LibburnLayout::LibburnLayout(const Disc &disc, WriteMode mode,
                             const ProgramAreaReader &audio, SourceFailure &failure)
    : layout_{disc}, mode_{mode} {
  demand(burn_disc_add_session(disc_.get(), session_.get(), BURN_POS_END), "a session");
  for (const auto &track : disc.tracks) add_track(track, audio, failure);
}

void LibburnLayout::add_track(const Track &track, const ProgramAreaReader &audio,
                              SourceFailure &failure) {
  OwnedTrack made{burn_track_create()};
  const auto source = source_of(audio, track.start, track.length, failure);
  burn_track_define_data(made.get(), 0, 0, 1, mode_of(track.subcode, mode_));
  demand(burn_track_set_source(made.get(), source.get()) == BURN_SOURCE_OK, "a source");
  set_isrc(track.subcode.isrc, made.get());
  if (mode_ == WriteMode::sao) add_indexes(track, made.get());
  demand(burn_session_add_track(session_.get(), made.get(), BURN_POS_END), "a track");
  demand(burn_track_get_sectors(made.get()) == track.length.count(), "a track's length");
  tracks_.push_back(std::move(made));
}

// If nothing is set, libburn has index 01 at the start of the source.
void LibburnLayout::add_indexes(const Track &track, burn_track *to) const {
  if (track.pregap == Blocks{} && track.indexes.empty()) return;
  const auto set = [&](int number, Blocks at) {
    demand(burn_track_set_index(to, number, static_cast<unsigned>(at.count()), 0),
           "an index");
  };
  if (track.pregap > Blocks{}) set(0, Blocks{});
  int number = 1;
  set(number, track.pregap);
  for (const auto index : track.indexes) set(++number, track.pregap + index);
}

void LibburnLayout::add_to(burn_write_opts *options) const {
  if (!layout_.mcn.empty()) {
    std::array<unsigned char, 14> digits{};
    std::copy_n(layout_.mcn.begin(), std::min<std::size_t>(layout_.mcn.size(), 13),
                digits.begin());
    burn_write_opts_set_mediacatalog(options, digits.data());
    burn_write_opts_set_has_mediacatalog(options, 1);
  }
  if (layout_.cdtext.empty() || mode_ != WriteMode::sao) return;
  auto packs = layout_.cdtext;

  demand(burn_write_opts_set_leadin_text(
             options, reinterpret_cast<unsigned char *>(packs.data()),
             static_cast<int>(packs.size() / bytes_per_pack), 0),
         "the CD-TEXT");
}

int LibburnLayout::incomplete_track() const {
  for (std::size_t i = 0; i < tracks_.size(); ++i) {
    off_t read = 0;
    off_t written = 0;
    burn_track_get_counters(tracks_[i].get(), &read, &written);
    const auto expected = layout_.tracks[i].length.bytes();
    if (read != expected || written != expected) return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace redbook
