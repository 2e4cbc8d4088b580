/// The layout of a disc: what is where, and what it is called. Values, no I/O.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "enum_words.hpp"
#include "units.hpp"

namespace redbook {

inline constexpr int max_tracks = 99;
inline constexpr int max_index = 99;

/// The shortest track a disc may have, 4 s (MMC-5, 6.33.3.6).
inline constexpr Blocks min_track_length{300};

/// The lead-out of an 80 minute disc starts here at the latest: 79:59:74.
inline constexpr Blocks eighty_minutes{359849};

/// 99:59:74: the last place a lead-out can be told to start.
inline constexpr Blocks max_program_length{449849};

/// What is staged in one go, to be divided into discs: 99 of the longest, nearly a week.
inline constexpr Blocks max_stash_length = max_program_length * 99;
inline constexpr int max_staged_tracks = max_tracks * 99;

struct Texts;

/// One text of a disc or a track in another language than its plain ones.
struct TranslatedText {
  std::string language{};              ///< ISO 639, as it came
  std::string Texts::*item = nullptr;  ///< which text it is
  std::string text{};
  bool operator==(const TranslatedText &) const = default;
};

/// What a disc or a track is called, and who made it. Empty: nothing is known. UTF-8.
struct Texts {
  std::string title{};
  std::string performer{};
  std::string songwriter{};
  std::string composer{};
  std::string arranger{};
  std::string message{};
  std::vector<TranslatedText> translated{};
  bool operator==(const Texts &) const = default;
};

struct TextItem {
  const char *name;
  std::string Texts::*text;
};

/// All texts but the translated ones, in the order of their types of pack.
inline constexpr std::array<TextItem, 6> text_items{{{"title", &Texts::title},
                                                     {"performer", &Texts::performer},
                                                     {"songwriter", &Texts::songwriter},
                                                     {"composer", &Texts::composer},
                                                     {"arranger", &Texts::arranger},
                                                     {"message", &Texts::message}}};

/// Whether consumers' recorders may copy a track. scms: it is a copy itself, and no copy
/// of it is allowed (Serial Copy Management System).
enum class Copy { prohibited = 0, permitted = 1, scms = 2 };
template <>
inline constexpr auto words<Copy> = std::array{"prohibited", "permitted", "scms"};

/// What the Q sub-channel says of a track beside its place.
struct Subcode {
  std::string isrc{};         ///< as it came, until the linter has seen it
  bool pre_emphasis = false;  ///< the samples are pre-emphasised already, 50/15 us
  Copy copy = Copy::prohibited;
  bool four_channel = false;
  bool operator==(const Subcode &) const = default;
};

/// One track: its audio is the blocks from index 00 (or 01, without a pregap) to its end.
struct Track {
  Lba start{};                    ///< index 00 if there is a pregap, else index 01
  Blocks pregap{};                ///< from index 00 to index 01, in the audio of the disc
  Blocks length{};                ///< the whole, pregap included
  std::vector<Blocks> indexes{};  ///< index 02 and on, counted from index 01
  Texts texts{};
  Subcode subcode{};

  Lba index_1() const { return start + pregap; }
  Lba end() const { return start + length; }
  bool operator==(const Track &) const = default;
};

/// A whole disc, or music that is yet to be divided into several. Block 0 of its audio is
/// LBA 0; the 150 blocks before are not part of it.
struct Disc {
  std::vector<Track> tracks{};
  Texts texts{};
  std::string genre{};
  std::string mcn{};       ///< as it came, until the linter has seen it
  std::string language{};  ///< of the texts, ISO 639; empty: not known

  /// CD-TEXT for the lead-in, in packs of 18 bytes; empty: none.
  std::vector<std::byte> cdtext{};

  /// Where the lead-out starts, which is the length of the audio.
  Lba lead_out() const { return tracks.empty() ? Lba{0} : tracks.back().end(); }
  Blocks length() const { return lead_out() - Lba{0}; }
  /// Whether the disc or a track has any text.
  bool has_texts() const {
    const auto has_text = [](const Track &track) { return track.texts != Texts{}; };
    return texts != Texts{} || std::any_of(tracks.begin(), tracks.end(), has_text);
  }
  bool operator==(const Disc &) const = default;
};

}  // namespace redbook
