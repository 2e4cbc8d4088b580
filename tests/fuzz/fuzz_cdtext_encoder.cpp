// Any texts at all are prepared and written, and come back without a finding. The input:
// a byte for each choice, then the texts, each ended by FFh, which is in no UTF-8.

#include <cstdlib>

#include "cdtext/decoder.hpp"
#include "cdtext/encoder.hpp"
#include "cdtext/preparation.hpp"
#include "error.hpp"
#include "input.hpp"
#include "seed.hpp"

using namespace redbook;
using redbook::test::Input;

namespace {

CdTextBlock block_of(Input &input) {
  CdTextBlock block;
  block.language = static_cast<Language>(input.choice(256));
  block.first_track = 1 + input.choice(100);
  block.copyrighted = input.choice(2) == 1;
  block.genre_code = input.choice(30);
  block.tracks.resize(static_cast<std::size_t>(input.choice(101)));
  return block;
}

CdTextSet set_of(Input &input) {
  CdTextSet set;
  for (int i = input.choice(9); i >= 0 && (i < 2 || !input.is_at_end()); --i)
    set.blocks.push_back(block_of(input));
  for (const auto &place : places_in(set))
    if (!input.is_at_end()) text_at(set, place) = input.text();
  if (input.choice(2) == 1) set.toc = CdTextToc{1, {Lba{0}, Lba{300}}, Lba{600}};
  return set;
}

PreparationOptions preparation_of(Input &input) {
  constexpr CharacterCode codes[] = {CharacterCode::latin_1, CharacterCode::ascii,
                                     CharacterCode::ms_jis};
  PreparationOptions options;
  if (input.choice(2) == 1) options.character_code = codes[input.choice(3)];
  if (input.choice(2) == 1) options.max_bytes = 3000;
  return options;
}

void check(const CdTextSet &set, const EncodingOptions &options) {
  const auto encoded = encode(set, options);
  const auto decoded = decode_cdtext(encoded.bytes());
  if (!decoded.findings.empty() || decoded.set != encoded.set) std::abort();
  test::is_accepted = true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  Input input{data, size};
  const auto preparation = preparation_of(input);
  const EncodingOptions options{static_cast<Repeats>(input.choice(3)),
                                static_cast<Overflow>(input.choice(2))};
  try {
    check(prepared(set_of(input), preparation).set, options);
  } catch (const Error &error) {
    if (error.fault() != Fault::layout) std::abort();
  }
  return 0;
}
