// Any bytes at all go through the decoder, once as they are and once with CRCs made
// right, past which little else would get; what it makes of them can be written again,
// where it fits, and comes back.

#include <cstdlib>

#include "cdtext/decoder.hpp"
#include "cdtext/encoder.hpp"
#include "cdtext/preparation.hpp"
#include "error.hpp"
#include "seed.hpp"

using namespace redbook;

namespace {

bool comes_back(const CdTextSet &set) {
  const auto encoded =
      encode(set, {.repeats = Repeats::tab, .overflow = Overflow::shorten});
  return decode_cdtext(encoded.bytes()).set == encoded.set;
}

void write_again(const CdTextSet &set) {
  try {
    if (!comes_back(prepared(set).set)) std::abort();
  } catch (const Error &) {
    // Blocks between others that are not there have no tracks; codes may be too long.
  }
}

void decode(Bytes bytes) {
  const auto decoded = decode_cdtext(bytes);
  if (decoded.findings.empty()) test::is_accepted = true;
  for (const auto &finding : decoded.findings)
    if (to_string(finding).empty()) std::abort();
  if (!differences(decoded.set, decoded.set).empty()) std::abort();
  write_again(decoded.set);
}

std::vector<std::byte> with_crcs(Bytes bytes) {
  std::vector<std::byte> fixed{bytes.begin(), bytes.end()};
  const std::span all{fixed};
  for (std::size_t at = 0; at + bytes_per_pack <= all.size(); at += bytes_per_pack) {
    const auto crc = inverted_crc16(all.subspan(at, bytes_per_pack - 2));
    fixed[at + 16] = static_cast<std::byte>(crc >> 8U);
    fixed[at + 17] = static_cast<std::byte>(crc & 0xffU);
  }
  return fixed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span{data, size});
  decode(bytes);
  decode(with_crcs(bytes));
  return 0;
}
