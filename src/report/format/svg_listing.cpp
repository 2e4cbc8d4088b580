#include "report/format/svg_listing.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "disc/identity.hpp"
#include "report/format/disc_map.hpp"
#include "report/format/svg_parts.hpp"
#include "report/format/text_width.hpp"
#include "report/wording.hpp"
#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

constexpr double line_height = 20;
constexpr double caption_height = 26;
constexpr double font_size = 12;

Markup caption(const char *words) {
  return svg_text({drawing_margin, 12}, words, "caption");
}

/// Which column, and which line of it, is the `i`-th, if a column has `lines`.
Point cell_of(std::size_t i, std::size_t lines) {
  const auto column = i / lines;
  return {static_cast<double>(column), static_cast<double>(i - column * lines)};
}

/// One column of tracks, which stand below one another.
class TrackColumn {
 public:
  TrackColumn(const Report &report, double left, double width)
      : report_{report}, left_{left}, width_{width} {}

  Markup line(std::size_t i, double y) const {
    const auto &track = report_.disc.tracks[i];
    const auto right = left_ + width_;
    const auto code_width = report_.sums ? 74 : 0;
    const auto time_right = right - code_width;
    const auto name_left = left_ + 36;
    const auto room = time_right - 74 - name_left;
    auto markup = svg_text({left_ + 20, y}, std::to_string(i + 1), "number", Anchor::end);
    const auto name = name_of(track.texts);
    markup += svg_text({name_left, y}, fitted(name, font_size, room), "label");
    markup += svg_text({time_right - 8, y}, time_of(track.end() - track.index_1()),
                       "label", Anchor::end);
    if (report_.sums)
      markup += svg_text({right, y}, hexadecimal(report_.sums->tracks[i].crc32), "code",
                         Anchor::end);
    return markup + svg_line({left_, y + 6}, {right, y + 6}, "rule");
  }

 private:
  /// The performer is named if it is not the disc's.
  std::string name_of(const Texts &texts) const {
    constexpr std::size_t longest = 1000;
    const bool known = texts.performer == report_.disc.texts.performer;
    return one_line(known ? texts.title : performer_and_title(texts), longest);
  }

  const Report &report_;
  double left_;
  double width_;
};

using ListedFacts = std::vector<std::pair<const char *, std::string>>;

ListedFacts facts_of(const Report &report) {
  const auto identity = identity_of(report.disc);
  ListedFacts facts{{"MusicBrainz", identity.musicbrainz},
                    {"freedb", identity.freedb},
                    {"AccurateRip", identity.accurate_rip_path},
                    {"CTDB", identity.ctdb},
                    {"MCN", report.disc.mcn}};
  if (report.sums) {
    facts.emplace_back("CRC-32", hexadecimal(report.sums->crc32));
    facts.emplace_back("Peak", percent_of_full_scale(report.sums->peak));
    if (report.sums->ctdb != 0)
      facts.emplace_back("CTDB CRC", hexadecimal(report.sums->ctdb));
  }
  facts.emplace_back("Written to", report.destination.name);
  facts.emplace_back("Made by", report.program + ", " + report.created);
  std::erase_if(facts, [](const auto &fact) { return fact.second.empty(); });
  return facts;
}

/// The lines of one finding from `y` on, and where the next one may stand.
double add_finding(Markup &markup, const Finding &finding, double y) {
  constexpr double name_left = drawing_margin + 22;
  constexpr double text_left = drawing_margin + 90;
  markup += svg_sign({drawing_margin + 8, y - 4}, finding.severity);
  markup += svg_text({name_left, y}, name_of(finding.severity), "label");
  const auto sentence = sentence_of(finding) + " [" + finding.name + ']';
  for (const auto &line : wrapped(one_line(sentence, 2000), font_size,
                                  drawing_width - drawing_margin - text_left)) {
    markup += svg_text({text_left, y}, line, "label");
    y += line_height - 3;
  }
  return y + 5;
}

}  // namespace

PicturePart track_listing(const Report &report) {
  constexpr std::size_t max_lines = 34;
  constexpr double gutter = 32;
  const auto count = report.disc.tracks.size();
  const auto columns =
      std::max<std::size_t>(count > 8 ? 2 : 1, (count + max_lines - 1) / max_lines);
  const auto lines = (count + columns - 1) / columns;
  const auto pitch = (plot_width + gutter) / static_cast<double>(columns);
  PicturePart part{caption(report.sums ? "TRACKS, LENGTH, CRC-32" : "TRACKS, LENGTH"),
                   caption_height + line_height * static_cast<double>(lines)};
  for (std::size_t i = 0; i < count; ++i) {
    const auto place = cell_of(i, lines);
    const auto left = drawing_margin + pitch * place.x;
    const auto y = caption_height + 12 + line_height * place.y;
    part.markup += TrackColumn{report, left, pitch - gutter}.line(i, y);
  }
  return part;
}

PicturePart fact_listing(const Report &report) {
  constexpr double value_left = 100;
  constexpr double pitch = plot_width / 2;
  const auto facts = facts_of(report);
  const auto lines = (facts.size() + 1) / 2;
  PicturePart part{caption("DISC"),
                   caption_height + line_height * static_cast<double>(lines)};
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto place = cell_of(i, lines);
    const auto left = drawing_margin + pitch * place.x;
    const auto y = caption_height + 12 + line_height * place.y;
    const auto &[name, value] = facts[i];
    part.markup += svg_text({left, y}, name, "small");
    part.markup += svg_text(
        {left + value_left, y},
        fitted(one_line(value, 1000), font_size, pitch - value_left - 20), "code");
  }
  return part;
}

PicturePart finding_listing(const Findings &findings) {
  constexpr std::size_t most = 60;
  PicturePart part{caption("FINDINGS")};
  double y = caption_height + 12;
  const auto shown = std::min(most, findings.size());
  for (std::size_t i = 0; i < shown; ++i) y = add_finding(part.markup, findings[i], y);
  const auto more = findings.size() - shown;
  const auto last =
      findings.empty() ? "None: nothing was changed."
      : more > 0 ? std::to_string(more) + " more are in the other files of the report."
                 : "";
  part.markup += svg_text({drawing_margin, y}, last, "label");
  part.height = y + 8;
  return part;
}

}  // namespace redbook
