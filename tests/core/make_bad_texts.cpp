// make_bad_texts FOLDER: writes discs whose texts are as bad as can be, each as
// FOLDER/DISC/FORMAT/album.FORMAT, and what there is to say of them as
// FOLDER/DISC/FORMAT/findings, for readers that are not ours.
#include <fstream>

#include "cdtext/disc_cdtext.hpp"
#include "disc/lint.hpp"
#include "image/image_format.hpp"
#include "image_maker.hpp"

using namespace redbook;

namespace {

constexpr std::string Texts::*items[] = {&Texts::title,      &Texts::performer,
                                         &Texts::songwriter, &Texts::composer,
                                         &Texts::arranger,   &Texts::message};

/// A track for each text, which is all of its six.
Disc disc_of(const std::vector<std::string> &texts) {
  Disc disc;
  for (const auto &text : texts) {
    Track track{disc.lead_out(), {}, Blocks{300}};
    for (const auto item : items) track.texts.*item = text;
    disc.tracks.push_back(std::move(track));
  }
  disc.texts = disc.tracks.front().texts;
  disc.genre = texts.front();
  return disc;
}

Disc long_disc() { return disc_of({std::string(10000, 'x'), std::string(10000, 'y')}); }

Disc full_disc() {
  std::vector<std::string> texts;
  for (int i = 1; i <= 99; ++i)
    texts.push_back(std::to_string(i) +
                    std::string(150, static_cast<char>('!' + i % 90)));
  return disc_of(texts);
}

Disc odd_disc() {
  using namespace std::string_literals;
  return disc_of({"שלום עולם",
                  "مرحبا بالعالم",
                  "\u202Eabc\u202C",
                  "🎵🔥👨‍👩‍👧",
                  "a\xed\xa0\x80z",
                  "\xed\xb0\x80",
                  "a\0z"s,
                  "\"\"\"",
                  "\"a\" 'b'",
                  "a\nb\r\nc\td",
                  "../../etc/passwd",
                  "C:\\music\\*?",
                  "\\\\042\\\"",
                  "}\nLANGUAGE 1 {",
                  "%s%n",
                  "\xff\xfe\x80",
                  "e\u0301\u0302\u0303",
                  " ",
                  "\u2028\u2029",
                  "//"});
}

Disc japanese_disc() { return disc_of({"ひとつ", "\"ふたつ\"", "三つ\n🎵"}); }

void make(const std::string &name, const Disc &disc,
          const std::filesystem::path &folder) {
  for (const std::string ending : {"cue", "toc", "ddp"}) {
    const auto location = folder / name / ending / ("album." + ending);
    const auto format = format_of(location, ImageFormat::automatic);
    auto linted = lint(disc);
    const auto of_texts =
        add_cdtext(linted.disc, {.ms_jis = kind_of(format).holds_ms_jis});
    test::make_image(linted.disc, location);
    std::ofstream told{location.parent_path() / "findings"};
    for (const auto &finding : of_texts)
      told << finding.name << ' ' << finding.track << '\n';
    for (const auto &finding : kind_of(format).findings(linted.disc))
      told << finding.name << ' ' << finding.track << '\n';
  }
}

}  // namespace

int main(int, char **arguments) {
  const std::filesystem::path folder{arguments[1]};
  make("long", long_disc(), folder);
  make("full", full_disc(), folder);
  make("odd", odd_disc(), folder);
  make("japanese", japanese_disc(), folder);
}
