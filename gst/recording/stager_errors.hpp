/// What stops the staging.
#pragma once

#include <string>

#include "error.hpp"
#include "stash/disc_master.hpp"

namespace redbook {

inline Error layout_error(Result result, const std::string &sentence) {
  return {Fault::layout, result, sentence};
}

inline constexpr auto beyond_99_discs =
    "The music is more than 99 discs hold, the most that is staged in one go.";

/// What is said of a track too many.
inline Error track_limit(OnFull on_full) {
  if (on_full == OnFull::next_disc)
    return layout_error(Result::track_limit, beyond_99_discs);
  return layout_error(
      Result::track_limit,
      "A disc holds 99 tracks, and one more begins here: make two discs of it.");
}

/// Throws Error, unless what does not fit is to be left out.
inline void check_may_truncate(OnFull on_full, Blocks capacity) {
  if (on_full == OnFull::truncate) return;
  if (on_full == OnFull::next_disc)
    throw layout_error(Result::disc_full, beyond_99_discs);
  throw layout_error(Result::disc_full,
                     "The music is longer than the disc, which holds " +
                         to_string(Msf::of(capacity)) +
                         " (mm:ss:ff): leave out a track, or set on-full or capacity.");
}

inline Error too_short(int track) {
  return layout_error(
      Result::track_not_big_enough,
      "Track " + std::to_string(track) +
          " is shorter than 4 seconds, which a disc does not allow: lengthen "
          "it, or set short-track=pad.");
}

}  // namespace redbook
