/// A stash that is given a name, and what is then done to its files.
#pragma once

#include "discs.hpp"
#include "stash/journal.hpp"
#include "stash/stash_folder.hpp"

namespace redbook::test {

/// A disc of two tracks with texts, codes and packs, saved into a folder of its own.
struct Saving {
  TempDir parent;
  Disc disc = disc_of_ddp_golden_3();
  std::shared_ptr<Stash> stash = stash_with(parent, counting_audio(disc.length()));
  std::filesystem::path folder = save_stash(disc, *stash, parent.path());

  std::filesystem::path journal() const { return folder / "journal"; }
  std::filesystem::path audio() const { return folder / "sound.pcm"; }

  Error refusal() const {
    return error_of([this] { open_stash(folder); });
  }

  /// Where the records begin, and the end of the last one.
  std::vector<std::size_t> records() const {
    const auto bytes = contents(journal());
    std::vector<std::size_t> places{journal_header_bytes};
    std::uint32_t number = 0;
    for (const auto &record : records_in(bytes).records)
      places.push_back(places.back() + bytes_of(record, number++).size());
    return places;
  }
};

/// `bytes` with the lowest bit of the one at `place` flipped.
inline std::string with_flipped_bit(std::string bytes, std::size_t place) {
  bytes.at(place) = static_cast<char>(bytes.at(place) ^ 1);
  return bytes;
}

}  // namespace redbook::test
