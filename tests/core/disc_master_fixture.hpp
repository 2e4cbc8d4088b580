/// A disc in the making, for the tests of DiscMaster.
#pragma once

#include "stash/disc_master.hpp"
#include "suite.hpp"

namespace redbook::test {

/// A DiscMaster with a folder for its stash.
struct Staging {
  TempDir folder;
  DiscMaster master;

  explicit Staging(DiscMaster::Settings settings = {})
      : master{settings, [this] { return std::make_shared<Stash>(folder.path()); }} {}

  /// A whole track of audio that counts up from `first`.
  DiscMaster::Closed stage(Blocks length, Join join = Join::padded) {
    return stage_bytes(length.bytes(), join);
  }
  DiscMaster::Closed stage_bytes(std::int64_t bytes, Join join = Join::padded,
                                 std::int64_t first = 0) {
    master.create_audio_track();
    master.append(counting_audio(bytes, first));
    return master.close_audio_track(join);
  }

  /// What a burn would read.
  Pcm recorded() {
    if (master.begin_recording() != Result::ok) throw std::logic_error{"not recordable"};
    return staged(*master.stash());
  }

  /// Start, pregap and length of each closed track, and `open` where one is open.
  std::string tracks() const {
    std::string text;
    for (const auto &track : master.layout().tracks)
      text += std::to_string(track.start.value()) + '+' +
              std::to_string(track.pregap.count()) + '+' +
              std::to_string((track.length - track.pregap).count()) + ' ';
    return text + (master.track_is_open() ? "open " : "");
  }

  /// What the counters say: used/available/tracks.
  std::string counters() const {
    return std::to_string(master.used_audio_blocks().count()) + '/' +
           std::to_string(master.available_audio_track_blocks().count()) + '/' +
           std::to_string(master.total_audio_tracks());
  }
};

}  // namespace redbook::test
