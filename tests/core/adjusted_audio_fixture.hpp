/// Staged audio, for the tests of what is made of it.
#pragma once

#include "loudness/adjusted_audio.hpp"
#include "suite.hpp"
#include "tones.hpp"

namespace redbook::test {

inline constexpr double quiet = -40;
inline constexpr double loud = -30;

inline const WorkDone nobody = [](Blocks, Blocks) {};

/// A quiet track and a loud one, of five seconds each, and 150 blocks of lead.
struct Album {
  TempDir folder;
  Disc disc;
  std::shared_ptr<Stash> staged = std::make_shared<Stash>(folder.path());
  Pcm audio = audio_of({{quiet, 5}, {loud, 5}});

  Album() {
    const Blocks length{375};
    disc.tracks = {{Lba{0}, {}, length, {}, {}, {}}, {Lba{375}, {}, length, {}, {}, {}}};
    staged->write(0, audio);
  }

  AdjustedAudio adjusted(const LoudnessSettings &settings,
                         Summing summing = Summing::on) const {
    return {disc, staged, settings, summing,
            [this] { return std::make_shared<Stash>(folder.path(), 352800); }};
  }
};

}  // namespace redbook::test
