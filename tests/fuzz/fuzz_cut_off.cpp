// Any bytes at all are taken for a file of sound that may be cut off. It is not read
// often, and what is said of it is a sentence.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "cut_off.hpp"
#include "seed.hpp"

namespace {

using Content = std::vector<unsigned char>;

void require(bool holds) {
  if (!holds) std::abort();
}

std::optional<std::string> why_cut_off(const Content &content) {
  int reads = 0;
  const auto read = [&](std::uint64_t offset, std::span<unsigned char> into) {
    require(++reads < 10000);
    const auto from = std::min<std::uint64_t>(offset, content.size());
    const auto count = std::min<std::uint64_t>(into.size(), content.size() - from);
    std::copy_n(content.begin() + static_cast<std::ptrdiff_t>(from), count, into.begin());
    return static_cast<std::size_t>(count);
  };
  return burn_album::why_cut_off(burn_album::Bytes{content.size(), read});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  redbook::test::is_accepted = true;  // any file is
  const auto why = why_cut_off({data, data + size});
  if (why) require(why->starts_with("is cut off") && why->ends_with("."));
  return 0;
}
