/// A disc in the making in a folder that survives its process.
#pragma once

#include "saved_stash_fixture.hpp"
#include "stash/disc_master.hpp"
#include "stash/staging_folder.hpp"
#include "stash/stash_repair.hpp"

namespace redbook::test {

/// A disc in the making in a folder that survives it.
struct Surviving {
  std::shared_ptr<StagingFolder> folder;
  DiscMaster master;

  explicit Surviving(const std::filesystem::path &path, Summing summing = Summing::off)
      : folder{std::make_shared<StagingFolder>(path)},
        master{{.summing = summing}, [this] { return folder->new_stash(); }, folder} {
    if (folder->has_tracks()) master.resume(folder->tracks(), folder->staged_bytes());
  }

  DiscMaster::Closed stage(std::int64_t bytes, Join join = Join::padded) {
    begin(bytes);
    return master.close_audio_track(join);
  }
  void begin(std::int64_t bytes) {
    master.create_audio_track();
    master.append(counting_audio(bytes, master.next_byte() / 4));
  }
};

inline constexpr auto track_bytes = Blocks{300}.bytes();

inline Pcm audio_of(const StagedDisc &stash) {
  auto audio = silence(stash.disc.length());
  stash.stash->read(0, audio);
  return audio;
}

inline std::vector<Track> tracks_in(const std::filesystem::path &folder) {
  return state_of_stash(folder).promised.disc.tracks;
}

}  // namespace redbook::test
