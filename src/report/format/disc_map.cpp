#include "report/format/disc_map.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "report/format/finding_marks.hpp"
#include "report/format/svg_parts.hpp"
#include "report/format/text_width.hpp"
#include "report/wording.hpp"
#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

// From top to bottom.
constexpr double marks_middle = 10;
constexpr double bands_top = 24;
constexpr double number_line = bands_top + 16;
constexpr double title_line = bands_top + 34;
constexpr double audio_top = bands_top + 44;
constexpr double channel_height = 84;
constexpr double audio_bottom = audio_top + 2 * channel_height;
constexpr double index_line = audio_bottom + 11;
constexpr double axis = audio_bottom + 14;
constexpr double axis_labels = axis + 18;
static_assert(axis_labels + 8 <= disc_map_height);

constexpr double label_size = 12;
constexpr double narrowest_pregap = 3;  // or the hatching would not be seen

TimeScale scale_of(const Disc &disc) {
  return {disc.length(), drawing_margin, plot_width};
}

/// Texts in a row: one that would touch the one before is left out.
class Row {
 public:
  explicit Row(double y, const char *look) : y_{y}, look_{look} {}

  void add(double x, const std::string &text) {
    if (x < free_) return;
    row_ += svg_text({x, y_}, text, look_);
    constexpr double gap = 5;
    free_ = x + width_of(text, label_size) + gap;
  }
  const Markup &markup() const { return row_; }

 private:
  double y_;
  const char *look_;
  double free_ = 0;
  Markup row_;
};

Markup band(const Track &track, std::size_t i, const TimeScale &scale,
            const Report &report) {
  constexpr double padding = 4;
  const auto left = scale.x(track.start);
  const auto width = scale.x(track.end()) - left;
  const Box box{left, bands_top, width, audio_bottom - bands_top};
  auto content = svg_rect(box, i % 2 == 0 ? "band" : "band other");
  const auto text_left = scale.x(track.index_1());
  const auto room = scale.x(track.end()) - text_left - 2 * padding;
  const auto title = fitted(one_line(track.texts.title), label_size, room);
  if (!title.empty())
    content +=
        svg_window({text_left, bands_top, room + 2 * padding, audio_top - bands_top},
                   svg_text({padding, title_line - bands_top}, title, "label"));
  return svg_group(words_of_track(report, i), content);
}

Markup bands(const Report &report, const TimeScale &scale) {
  Markup markup;
  Row numbers{number_line, "number"};
  for (std::size_t i = 0; i < report.disc.tracks.size(); ++i) {
    const auto &track = report.disc.tracks[i];
    markup += band(track, i, scale, report);
    numbers.add(scale.x(track.index_1()) + 4, std::to_string(i + 1));
  }
  return markup + numbers.markup();
}

/// The outline of one channel around `middle`: its highest samples there, its lowest
/// ones back.
std::string outline_of(const Waveform &waveform, Swing StereoSwing::*channel,
                       double middle) {
  constexpr double full_scale = 32768;
  constexpr double half_height = channel_height / 2 - 1;
  constexpr double thinnest = 0.3;  // so that silence is a line
  std::string there, back;
  for (std::size_t i = 0; i < waveform.size(); ++i) {
    const auto &swing = waveform[i].*channel;
    const auto x = drawing_margin + (static_cast<double>(i) + 0.5) * plot_width /
                                        static_cast<double>(waveform.size());
    const auto up = std::max(thinnest, half_height * swing.highest / full_scale);
    const auto down = std::max(thinnest, -half_height * swing.lowest / full_scale);
    there += (i == 0 ? 'M' : 'L') + number_of(x) + ' ' + number_of(middle - up);
    back.insert(0, 'L' + number_of(x) + ' ' + number_of(middle + down));
  }
  return there + back + 'Z';
}

Markup channel(const Waveform &waveform, Swing StereoSwing::*channel, const char *name,
               double top) {
  const auto middle = top + channel_height / 2;
  const auto right = drawing_margin + plot_width;
  auto markup = svg_text({drawing_margin - 10, middle + 4}, name, "small", Anchor::end);
  for (const auto y : {middle - channel_height / 4, middle + channel_height / 4})
    markup += svg_line({drawing_margin, y}, {right, y}, "dots");
  markup += svg_text({right + 6, middle - channel_height / 4 + 4}, "\u22126", "small");
  if (waveform.empty()) return markup;
  return markup + svg_path(outline_of(waveform, channel, middle), "wave");
}

Markup audio(const Waveform &waveform) {
  return channel(waveform, &StereoSwing::left, "L", audio_top) +
         channel(waveform, &StereoSwing::right, "R", audio_top + channel_height);
}

Markup pregaps(const Disc &disc, const TimeScale &scale) {
  Markup markup;
  int number = 0;
  for (const auto &track : disc.tracks) {
    ++number;
    if (track.pregap == Blocks{0}) continue;
    const auto right = scale.x(track.index_1());
    const auto width = std::max(narrowest_pregap, right - scale.x(track.start));
    const auto left = std::max(drawing_margin, right - width);
    markup += svg_group(
        "Pregap of track " + std::to_string(number) + ", " + time_of(track.pregap),
        svg_rect({left, bands_top, width, audio_bottom - bands_top}, "pregap"));
  }
  return markup;
}

Markup indexes(const Disc &disc, const TimeScale &scale) {
  Markup markup;
  Row numbers{index_line, "small"};
  int number = 0;
  for (const auto &track : disc.tracks) {
    ++number;
    int index = 1;
    for (const auto offset : track.indexes) {
      const auto place = track.index_1() + offset;
      const auto x = scale.x(place);
      const auto name = std::to_string(++index);
      markup += svg_group("Track " + std::to_string(number) + ", index " + name + " at " +
                              time_of(place - Lba{0}),
                          svg_line({x, audio_top}, {x, axis}, "halo") +
                              svg_line({x, audio_top}, {x, axis}, "index"));
      numbers.add(x + 2, name);
    }
  }
  return markup + numbers.markup();
}

/// Such that labels stand clear of each other.
Blocks tick_of(Blocks length) {
  constexpr std::array seconds{1, 2, 5, 10, 15, 30, 60, 120, 300};
  constexpr std::int64_t max_ticks = 16;
  for (const auto second : seconds)
    if (length.count() / (second * blocks_per_second) <= max_ticks)
      return Blocks{second * blocks_per_second};
  return Blocks{600 * blocks_per_second};
}

std::string tick_label(Blocks time) {
  const auto msf = Msf::of(time);
  return std::to_string(msf.minutes) + (msf.seconds < 10 ? ":0" : ":") +
         std::to_string(msf.seconds);
}

Markup time_axis(Blocks length, const TimeScale &scale) {
  const auto right = drawing_margin + plot_width;
  auto markup = svg_line({drawing_margin, axis}, {right, axis}, "axis");
  const auto tick = tick_of(length);
  for (Blocks time{}; time <= length; time += tick) {
    const auto x = scale.x(time);
    markup += svg_line({x, axis}, {x, axis + 5}, "axis");
    markup += svg_text({x, axis_labels}, tick_label(time), "small", Anchor::middle);
  }
  return markup;
}

}  // namespace

Markup disc_map(const Report &report) {
  const auto scale = scale_of(report.disc);
  return bands(report, scale) + audio(report.waveform) + pregaps(report.disc, scale) +
         indexes(report.disc, scale) + time_axis(report.disc.length(), scale) +
         finding_marks(report, scale, marks_middle);
}

Markup hatching() {
  const auto line = svg_path("M0 0V6", "hatch");
  const auto pattern = Markup::element("pattern",
                                       {{"id", "hatching"},
                                        {"width", "4"},
                                        {"height", "6"},
                                        {"patternUnits", "userSpaceOnUse"},
                                        {"patternTransform", "rotate(45)"}},
                                       line);
  return Markup::block("defs", {}, pattern);
}

std::string map_in_a_sentence(const Report &report) {
  const auto tracks = report.disc.tracks.size();
  return "Map of the disc: " + std::to_string(tracks) +
         (tracks == 1 ? " track, " : " tracks, ") + time_of(report.disc.length()) +
         " of " + time_of(report.destination.which.capacity) + '.';
}

}  // namespace redbook
