#include "report/format/finding_marks.hpp"

#include <algorithm>
#include <map>

namespace redbook {
namespace {

/// What was found in one place.
struct Found {
  Severity worst = Severity::note;
  int count = 0;
  std::string sentences{};
};

std::map<int, Found> by_track(const Findings &findings) {
  std::map<int, Found> tracks;
  for (const auto &finding : findings) {
    auto &found = tracks[finding.track];
    found.worst = std::max(found.worst, finding.severity);
    ++found.count;
    found.sentences += (found.sentences.empty() ? "" : " ") +
                       std::string{name_of(finding.severity)} + ": " +
                       sentence_of(finding);
  }
  return tracks;
}

double place_of(int track, const Disc &disc, const TimeScale &scale) {
  constexpr double in_the_margin = 20;
  if (track < 1 || track > static_cast<int>(disc.tracks.size())) return in_the_margin;
  return scale.x(disc.tracks[static_cast<std::size_t>(track) - 1].index_1()) + 8;
}

}  // namespace

Markup finding_marks(const Report &report, const TimeScale &scale, double middle) {
  Markup markup;
  for (const auto &[track, found] : by_track(report.findings)) {
    const auto x = place_of(track, report.disc, scale);
    auto sign = svg_sign({x, middle}, found.worst);
    if (found.count > 1)
      sign += svg_text({x + 9, middle + 4}, std::to_string(found.count), "small");
    markup += svg_group(found.sentences, sign);
  }
  return markup;
}

}  // namespace redbook
