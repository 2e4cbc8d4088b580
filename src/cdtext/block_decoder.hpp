/// One language block, from packs back to texts.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "cdtext/pack_stream.hpp"
#include "cdtext/size_info.hpp"
#include "cdtext/texts.hpp"

namespace redbook {

/// The packs of a block in the places of their sequence numbers.
using BlockPacks = std::array<std::optional<NumberedPack>, max_packs_of_a_block>;

/// Fills one block of a set, which is there already.
class BlockDecoder {
 public:
  BlockDecoder(const BlockPacks &packs, int index, CdTextSet &set,
               std::vector<PackFinding> &findings)
      : packs_{packs}, index_{index}, set_{set}, findings_{findings} {}

  void decode();

 private:
  PackStream stream_of(PackType) const;
  std::optional<SizeInfo> size_info() const;
  void take(const SizeInfo &);
  void take_tracks(const SizeInfo &);
  int last_track_seen() const;
  int last_sequence() const;
  bool agrees(const SizeInfo &) const;
  void find_missing(const std::optional<SizeInfo> &);
  void decode_type(PackType);
  void decode_genre_code(const PackStream &);
  void decode_toc();
  void put(const StreamText &, PackType, bool pairs);
  bool put_repeat(const StreamText &, PackType);
  void add_finding(PackFault, int pack = -1, int sequence = -1);
  CdTextBlock &block() { return set_.blocks[static_cast<std::size_t>(index_)]; }

  const BlockPacks &packs_;
  int index_;
  CdTextSet &set_;
  std::vector<PackFinding> &findings_;
  bool readable_ = true;  ///< the character code is one of ours
};

}  // namespace redbook
