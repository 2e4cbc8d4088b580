// Any bytes at all are taken for a playlist of this kind.

#include "playlist_fuzzing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  return burn_album::test::read_playlist(burn_album::PlaylistKind::xspf, data, size);
}
