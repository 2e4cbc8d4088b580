#include "stash/write_behind.hpp"

#include <algorithm>

namespace redbook {

// A step ends at a multiple of its size in the file, so that no page is written twice.
void WriteBehind::begin_writing(Stash &stash, std::int64_t offset) {
  const auto end = offset - (stash.lead_bytes() + offset) % step_bytes;
  if (end <= begun_) return;
  stash.begin_writing_to_disk(begun_, end - begun_);
  begun_ = end;
}

void WriteBehind::rewind(std::int64_t offset) { begun_ = std::min(begun_, offset); }

}  // namespace redbook
