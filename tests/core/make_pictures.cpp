// Writes the pictures of some discs into the folder it runs in, NAME.svg and NAME.html:
// for tests/launch, which has them read by others, and for eyes.
#include <cmath>
#include <fstream>

#include "report/format/disc_map.hpp"
#include "report/format/html_page.hpp"
#include "report/format/svg_picture.hpp"

using namespace redbook;

namespace {

/// Music that swells and fades with each track.
Waveform waveform_like(const Disc &disc) {
  Waveform waveform;
  for (int column = 0; column < waveform_columns; ++column) {
    const Lba place{disc.length().count() * column / waveform_columns};
    double level = 0;
    for (const auto &track : disc.tracks) {
      if (place < track.index_1() || place >= track.end()) continue;
      const auto part = static_cast<double>((place - track.index_1()).count()) /
                        static_cast<double>((track.end() - track.index_1()).count());
      level = 30000 * std::sqrt(std::sin(3.1 * part)) *
              (0.75 + 0.2 * std::sin(column) * std::cos(7.0 * column));
    }
    const auto size = static_cast<int>(level);
    waveform.push_back({{-size, size * 9 / 10}, {-size * 7 / 10, size * 8 / 10}});
  }
  return waveform;
}

/// `count` tracks end to end, each but the first with a pregap of 2 s.
Disc disc_of(int count, Blocks length) {
  Disc disc;
  for (int i = 0; i < count; ++i) {
    const Blocks whole{length.count() + (i * 7919) % 5000};
    disc.tracks.push_back(
        {disc.lead_out(), i == 0 ? Blocks{} : Blocks{150}, whole, {}, {}});
  }
  return disc;
}

Report report_of(Disc disc) {
  Report report{.program = "redbooksink 1.0", .created = "2026-11-21T04:30:00Z"};
  report.destination = {"/music/album.cue", "image"};
  report.outcome.tracks_written = static_cast<int>(disc.tracks.size());
  report.sums.emplace();
  report.sums->tracks.resize(disc.tracks.size());
  std::uint32_t sum = 1;
  for (auto &track : report.sums->tracks)
    track = {{sum *= 2654435761, sum * 3}, sum * 5, sum * 7, 30000};
  report.sums->crc32 = sum * 11;
  report.sums->ctdb = sum * 13;
  report.sums->peak = 31234;
  report.waveform = waveform_like(disc);
  report.disc = std::move(disc);
  return report;
}

Report album() {
  auto disc = disc_of(11, Blocks{17000});
  disc.texts = {.title = "Plucked & Bowed", .performer = "The Strings"};
  disc.mcn = "1234567890128";
  const char *titles[] = {"Opening",
                          "A Slow Walk Along the Canal",
                          "Noon",
                          "Interlude",
                          "Rain",
                          "Straße",
                          "Counting",
                          "Sleepers",
                          "The Long One, with All Its Parts",
                          "Coda",
                          "Encore"};
  for (std::size_t i = 0; i < disc.tracks.size(); ++i) {
    disc.tracks[i].texts = {.title = titles[i], .performer = "The Strings"};
    disc.tracks[i].subcode.isrc = "XYBLG11012" + std::to_string(10 + i);
  }
  disc.tracks[8].indexes = {Blocks{5000}, Blocks{9000}, Blocks{12000}};
  disc.tracks[3].subcode.pre_emphasis = true;
  auto report = report_of(std::move(disc));
  report.findings = {
      {"ISRC_SYNTAX", Severity::warning, 2, "its ISRC \"DE-12\" is none.",
       "It was left out.", 1},
      {"CDTEXT_TRANSLITERATED", Severity::note, 2,
       "its title has letters that players do not know.", "They were replaced.", 0},
      {"TRACK_TOO_SHORT", Severity::error, 7, "it is shorter than 4 s.", "", 0},
      {"VERIFIED", Severity::note, 0, "it is what was staged.", "", 0}};
  return report;
}

Report ninety_nine() {
  auto disc = disc_of(99, Blocks{1200});
  for (std::size_t i = 0; i < disc.tracks.size(); ++i)
    disc.tracks[i].texts.title = "Sound effect number " + std::to_string(i + 1);
  auto report = report_of(std::move(disc));
  for (int track = 1; track <= 99; track += 3)
    report.findings.push_back(
        {"PREGAP_LONG", Severity::warning, track, "its pregap is odd.", "It stays.", 0});
  return report;
}

Report single() {
  auto report = report_of(disc_of(1, Blocks{16000}));
  report.sums.reset();
  report.waveform.clear();
  return report;
}

Report foreign() {
  auto disc = disc_of(6, Blocks{60000});
  disc.language = "ja";
  disc.texts = {.title =
                    "椿姫 ～ 全曲版 ～ "
                    "東京文化会館でのライブ録音、一九七三年九月、とても長い題名の付いた二"
                    "枚組の一枚目",
                .performer = "東京フィルハーモニー交響楽団"};
  const char *titles[] = {
      "前奏曲",
      "乾杯の歌 ― 友よ、さあ飲みあかそう、そしてこの題名はとても長いのです",
      "موسيقى الليل الصغيرة والطويلة جدا",
      "Русская песня о том, как всё это было давно",
      "ม้าเหล็กและเพลงที่ยาวมาก",
      "זמר עברי"};
  for (std::size_t i = 0; i < disc.tracks.size(); ++i)
    disc.tracks[i].texts.title = titles[i];
  return report_of(std::move(disc));
}

Report hostile() {
  auto disc = disc_of(3, Blocks{9000});
  disc.language = "en\" onload=\"alert(1)";
  disc.texts = {.title = "</title><script>alert(1)</script>",
                .performer = "\"'><img src=x onerror=alert(1)>"};
  disc.tracks[0].texts = {.title = "a & b < c > d \x01\x1b\x7f\xff end",
                          .message = "]]><!-- "};
  disc.tracks[1].texts.title = "\u202Eright to left\u202C \uFFFE";
  auto report = report_of(std::move(disc));
  report.destination = {"/music/<b>&\"album\"'.cue", "image", false, {3, 3, 1, 2}};
  report.findings = {
      {"X<Y>", Severity::warning, 1, "<script>alert(2)</script> & more.", "\x02", 0}};
  report.destination.which.capacity = Blocks{20000};
  return report;
}

void write(const char *name, const Report &report) {
  std::ofstream{std::string{name} + ".svg"} << svg_of(report);
  std::ofstream{std::string{name} + ".html"} << html_of(report);
}

}  // namespace

int main() {
  write("album", album());
  write("ninety_nine", ninety_nine());
  write("single", single());
  write("foreign", foreign());
  write("hostile", hostile());
}
