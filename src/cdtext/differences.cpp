#include <algorithm>
#include <string>

#include "cdtext/decoder.hpp"
#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

std::string code_text(unsigned code) { return lower_case(hexadecimal(code, 2)); }

// Compares and keeps what differs.
class Comparison {
 public:
  std::vector<CdTextDifference> take() { return std::move(found_); }

  void in_language(std::size_t block, std::size_t blocks) {
    prefix_ = blocks > 1 ? "in language " + std::to_string(block + 1) + ", " : "";
  }

  void add(const std::string &what, const std::string &first, const std::string &second) {
    if (first != second) found_.push_back({prefix_ + what, first, second});
  }

  void add(const std::string &what, std::int64_t first, std::int64_t second) {
    add(what, std::to_string(first), std::to_string(second));
  }

 private:
  std::vector<CdTextDifference> found_;
  std::string prefix_;
};

void compare_format(Comparison &comparison, const CdTextBlock &a, const CdTextBlock &b) {
  const auto code = [](const CdTextBlock &block) {
    return code_text(static_cast<unsigned>(block.character_code));
  };
  const auto language = [](const CdTextBlock &block) {
    return std::string{name_of(block.language)} + " (" +
           code_text(static_cast<unsigned>(block.language)) + ')';
  };
  comparison.add("language", language(a), language(b));
  comparison.add("character code", code(a), code(b));
  comparison.add("first track", a.first_track, b.first_track);
  comparison.add("number of tracks", static_cast<std::int64_t>(a.tracks.size()),
                 static_cast<std::int64_t>(b.tracks.size()));
  comparison.add("copyright", a.copyrighted ? "yes" : "no", b.copyrighted ? "yes" : "no");
  comparison.add("genre code", a.genre_code, b.genre_code);
}

void compare_texts(Comparison &comparison, const CdTextBlock &a, const CdTextBlock &b) {
  const CdTextSet first{{a}, {}};
  const CdTextSet second{{b}, {}};
  for (const auto &place : places_in(first))
    if (place.track <= b.last_track() &&
        (place.track == 0 || place.track >= b.first_track))
      comparison.add(to_string(place), text_at(first, place), text_at(second, place));
}

void compare_toc(Comparison &comparison, const CdTextToc &a, const CdTextToc &b) {
  comparison.add("first track of the table of contents", a.first_track, b.first_track);
  comparison.add("tracks in the table of contents",
                 static_cast<std::int64_t>(a.starts.size()),
                 static_cast<std::int64_t>(b.starts.size()));
  for (std::size_t i = 0; i < std::min(a.starts.size(), b.starts.size()); ++i)
    comparison.add(
        "start of track " + std::to_string(a.first_track + static_cast<int>(i)),
        to_string(Msf::of(a.starts[i])), to_string(Msf::of(b.starts[i])));
  comparison.add("lead-out", to_string(Msf::of(a.lead_out)),
                 to_string(Msf::of(b.lead_out)));
}

}  // namespace

std::vector<CdTextDifference> differences(const CdTextSet &first,
                                          const CdTextSet &second) {
  Comparison comparison;
  const auto blocks = std::min(first.blocks.size(), second.blocks.size());
  comparison.add("number of languages", static_cast<std::int64_t>(first.blocks.size()),
                 static_cast<std::int64_t>(second.blocks.size()));
  for (std::size_t i = 0; i < blocks; ++i) {
    comparison.in_language(i, blocks);
    compare_format(comparison, first.blocks[i], second.blocks[i]);
    compare_texts(comparison, first.blocks[i], second.blocks[i]);
  }
  comparison.in_language(0, 1);
  comparison.add("table of contents", first.toc ? "there" : "none",
                 second.toc ? "there" : "none");
  if (first.toc && second.toc) compare_toc(comparison, *first.toc, *second.toc);
  return comparison.take();
}

}  // namespace redbook
