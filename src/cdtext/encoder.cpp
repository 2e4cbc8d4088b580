#include "cdtext/encoder.hpp"

#include <algorithm>
#include <utility>

#include "cdtext/block_texts.hpp"
#include "cdtext/shortening.hpp"
#include "cdtext/size_info.hpp"
#include "disc/disc.hpp"
#include "error.hpp"

namespace redbook {
namespace {

[[noreturn]] void refuse(const std::string &sentence) {
  throw Error{Fault::layout, Result::invalid_image, sentence};
}

void check(const CdTextBlock &block) {
  if (block.tracks.empty() || block.first_track < 1 || block.last_track() > max_tracks)
    refuse("CD-TEXT must be for 1 to 99 tracks, numbered from 1 to 99.");
  if (block.genre_code < 0 || block.genre_code > 0xffff)
    refuse("The genre code of the CD-TEXT must be from 0 to 65535.");
}

void check(const CdTextToc &toc) {
  const auto tracks = static_cast<int>(toc.starts.size());
  if (tracks < 1 || toc.first_track < 1 || toc.first_track + tracks - 1 > max_tracks)
    refuse("The table of contents in the CD-TEXT must have 1 to 99 tracks.");
  const auto is_on_a_disc = [](Lba place) {
    return place >= Lba{-150} && place - Lba{0} <= max_program_length;
  };
  if (!is_on_a_disc(toc.lead_out) ||
      !std::all_of(toc.starts.begin(), toc.starts.end(), is_on_a_disc))
    refuse("The table of contents in the CD-TEXT has a place that is on no disc.");
}

void check(const CdTextSet &set) {
  if (set.blocks.empty() || set.blocks.size() > max_language_blocks)
    refuse("CD-TEXT has 1 to 8 languages, not " + std::to_string(set.blocks.size()) +
           '.');
  for (const auto &block : set.blocks) check(block);
  if (set.toc) check(*set.toc);
}

// The table of contents goes with the first block.
const CdTextToc *toc_of(const CdTextSet &set, int index) {
  return index == 0 && set.toc ? &*set.toc : nullptr;
}

// The texts of a block as they will be written.
struct Plan {
  std::vector<TypeTexts> texts;
  int packs = 0;
  bool fits() const { return packs <= max_packs_of_a_block; }
};

Plan plan_for(const CdTextSet &set, int index, bool tabs) {
  const auto *const toc = toc_of(set, index);
  Plan plan{texts_of_block(set, index, tabs), size_packs};
  plan.packs += packs_for(plan.texts) + (toc ? packs_for(*toc) : 0);
  return plan;
}

Plan plan_for(const CdTextSet &set, int index, Repeats repeats) {
  auto plan = plan_for(set, index, repeats == Repeats::tab);
  if (plan.fits() || repeats != Repeats::automatic) return plan;
  return plan_for(set, index, true);
}

[[noreturn]] void refuse_overflow(const CdTextSet &set, int index, int packs) {
  const auto &block = set.blocks[static_cast<std::size_t>(index)];
  const auto excess = packs - max_packs_of_a_block;
  refuse("The CD-TEXT in language " + std::to_string(index + 1) + " (" +
         std::string{name_of(block.language)} + ") needs " + std::to_string(packs) +
         " packs, and a disc holds 256: it is too long by up to " +
         std::to_string(excess * static_cast<int>(payload_bytes)) + " bytes.");
}

Plan fitting_plan(EncodedCdText &result, int index, const EncodingOptions &options) {
  auto plan = plan_for(result.set, index, options.repeats);
  if (!plan.fits() && options.overflow == Overflow::shorten) {
    const auto fits = [&](const CdTextSet &set) {
      return plan_for(set, index, options.repeats).fits();
    };
    shorten(result.set, index, fits, result.changes);
    plan = plan_for(result.set, index, options.repeats);
  }
  if (!plan.fits()) refuse_overflow(result.set, index, plan.packs);
  return plan;
}

using Packs = std::vector<CdTextPack>;

void append(Packs &packs, const Packs &more) {
  packs.insert(packs.end(), more.begin(), more.end());
}

Packs packs_of(const Plan &plan, const CdTextSet &set, int index) {
  Packs packs;
  int sequence = 0;
  const auto &block = set.blocks[static_cast<std::size_t>(index)];
  const auto *toc = toc_of(set, index);
  for (const auto &texts : plan.texts) {
    if (toc && texts.type > PackType::toc)
      append(packs, packs_of(*std::exchange(toc, nullptr), block, index, sequence));
    append(packs, packs_of(texts, block, index, sequence));
  }
  if (toc) append(packs, packs_of(*toc, block, index, sequence));
  return packs;
}

}  // namespace

std::vector<std::byte> EncodedCdText::bytes() const {
  std::vector<std::byte> all;
  for (const auto &pack : packs) {
    const auto bytes = std::as_bytes(std::span{pack.bytes()});
    all.insert(all.end(), bytes.begin(), bytes.end());
  }
  return all;
}

EncodedCdText encode(const CdTextSet &set, const EncodingOptions &options) {
  check(set);
  EncodedCdText result{{}, set, {}};
  std::vector<Packs> blocks;
  for (int index = 0; index < static_cast<int>(set.blocks.size()); ++index) {
    const auto plan = fitting_plan(result, index, options);
    blocks.push_back(packs_of(plan, result.set, index));
  }
  add_size_info(result.set, blocks);
  for (const auto &packs : blocks) append(result.packs, packs);
  return result;
}

}  // namespace redbook
