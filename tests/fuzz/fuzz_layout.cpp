// Any layout goes through the linter. A disc that can be made is left as it is by a
// second look, has packs that the decoder reads, and is written in each format. The
// input: the disc, then its tracks, each with its own texts and codes.

#include <cstdlib>

#include "cdtext/decoder.hpp"
#include "cdtext/disc_cdtext.hpp"
#include "disc/identity.hpp"
#include "disc/lint.hpp"
#include "image/cdrdao_toc.hpp"
#include "image/cue.hpp"
#include "image/ddp.hpp"
#include "image/image_format.hpp"
#include "input.hpp"
#include "seed.hpp"

using namespace redbook;
using redbook::test::Input;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

constexpr std::string Texts::*items[] = {&Texts::title,      &Texts::performer,
                                         &Texts::songwriter, &Texts::composer,
                                         &Texts::arranger,   &Texts::message};

Texts texts_of(Input &input) {
  Texts texts;
  texts.title = input.text();
  if (input.choice(2) == 1) {
    auto &text = texts.*items[input.choice(6)];  // comes before the text itself
    text = input.text();
  }
  for (int i = input.choice(4); i > 0; --i) {
    const auto language = input.text();
    texts.translated.push_back({language, items[input.choice(6)], input.text()});
  }
  return texts;
}

Blocks length_of(Input &input) {
  return input.choice(4) == 0 ? Blocks{input.number()} : Blocks{300 + input.choice(256)};
}

// Most tracks begin where the one before ends, so that some discs can be made.
Track track_of(Input &input, Lba end) {
  Track track{end, {}, length_of(input)};
  if (input.choice(8) == 0) track.start = Lba{input.number()};
  if (input.choice(4) == 0) track.pregap = Blocks{input.choice(256)};
  if (input.choice(8) == 0) track.pregap = length_of(input);
  for (int i = input.choice(4); i > 0; --i)
    track.indexes.push_back(input.choice(2) == 0 ? length_of(input)
                                                 : Blocks{input.choice(256)});
  track.subcode = {input.text(), input.choice(2) == 1, static_cast<Copy>(input.choice(3)),
                   input.choice(2) == 1};
  track.texts = texts_of(input);
  return track;
}

Disc disc_of(Input &input) {
  Disc disc;
  disc.mcn = input.text();
  disc.genre = input.text();
  disc.language = input.text();
  disc.texts = texts_of(input);
  while (!input.is_at_end() && disc.tracks.size() < 110)
    disc.tracks.push_back(track_of(input, disc.lead_out()));
  return disc;
}

void write_everywhere(Disc disc, const ImageKind &kind) {
  add_cdtext(disc, {.ms_jis = kind.holds_ms_jis});
  require(decode_cdtext(disc.cdtext).findings.empty() || disc.cdtext.empty());
  kind.findings(disc);
  require(cue_sheet(disc, "a.bin", "a.cdt").find('\0') == std::string::npos);
  require(cdrdao_toc(disc, "a.bin").find('\0') == std::string::npos);
  require(ddp_id(disc).size() == 128);
  require(ddp_map(disc).size() % 128 == 0);
  require(ddp_pq(disc).size() % 64 == 0);
  require(identity_of(disc).musicbrainz.size() == 28);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  Input input{data, size};
  const auto first = lint(disc_of(input));
  for (const auto &finding : first.findings) require(!sentence_of(finding).empty());
  if (!first.can_be_made()) return 0;
  redbook::test::is_accepted = true;
  const auto second = lint(first.disc);
  require(second.disc == first.disc && second.can_be_made());
  for (const auto &finding : second.findings) require(finding.severity == Severity::note);
  for (const auto *kind : image_kinds()) write_everywhere(first.disc, *kind);
  return 0;
}
