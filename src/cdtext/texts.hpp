/// The texts of CD-TEXT as values. UTF-8 throughout; an empty text is one that is not
/// known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cdtext/genre.hpp"
#include "cdtext/language.hpp"
#include "cdtext/pack.hpp"
#include "disc/disc.hpp"
#include "units.hpp"

namespace redbook {

/// How the texts of a language block are written, with the codes of the size information.
enum class CharacterCode : std::uint8_t {
  latin_1 = 0x00,  ///< ISO-8859-1
  ascii = 0x01,
  ms_jis = 0x80,  ///< JIS X 0208 as Shift JIS, two bytes each character
};

struct CdTextTrack {
  Texts texts{};
  std::string isrc{};
  bool operator==(const CdTextTrack &) const = default;
};

/// All texts in one language.
struct CdTextBlock {
  Language language = Language::unknown;
  CharacterCode character_code = CharacterCode::latin_1;
  int first_track = 1;  ///< 1 to 99
  bool copyrighted = false;
  Texts disc{};
  std::string disc_id{};              ///< the label's number of it; ASCII
  int genre_code = genre_not_used;    ///< 0 to 65535
  std::string genre{};                ///< what the code cannot say; ASCII
  std::string closed_info{};          ///< Latin-1; players do not show it
  std::string mcn{};                  ///< ASCII
  std::vector<CdTextTrack> tracks{};  ///< 1 to 99

  int last_track() const { return first_track + static_cast<int>(tracks.size()) - 1; }
  bool operator==(const CdTextBlock &) const = default;
};

/// Where the tracks start: what packs of type 88 repeat of the table of contents.
struct CdTextToc {
  int first_track = 1;
  std::vector<Lba> starts{};  ///< of index 01
  Lba lead_out{};
  bool operator==(const CdTextToc &) const = default;
};

/// The CD-TEXT of a disc.
struct CdTextSet {
  std::vector<CdTextBlock> blocks{};  ///< 1 to 8
  std::optional<CdTextToc> toc{};     ///< goes with the first block
  bool operator==(const CdTextSet &) const = default;
};

/// Which text of a set.
struct CdTextPlace {
  int block = 0;
  PackType type = PackType::title;
  int track = 0;  ///< 0: the disc, else the number of the track
  bool operator==(const CdTextPlace &) const = default;
};

/// For the user: "title of track 3", "performer of the disc".
std::string to_string(const CdTextPlace &);

/// Every text that `set` could have, in the order of the packs.
std::vector<CdTextPlace> places_in(const CdTextSet &set);
std::vector<CdTextPlace> places_in(const CdTextSet &set, int block);

/// The text at `place`, which must be one of places_in().
std::string &text_at(CdTextSet &, const CdTextPlace &place);
const std::string &text_at(const CdTextSet &, const CdTextPlace &place);

/// Whether `type` has a text for each track, not for the disc alone.
constexpr bool is_of_tracks(PackType type) {
  return type <= PackType::message || type == PackType::codes;
}

/// How texts of `type` are written in a block with `code`: the titles and names as the
/// block says, the closed information in Latin-1, the rest in ASCII.
constexpr CharacterCode code_for(PackType type, CharacterCode code) {
  if (type <= PackType::message) return code;
  return type == PackType::closed_info ? CharacterCode::latin_1 : CharacterCode::ascii;
}

}  // namespace redbook
