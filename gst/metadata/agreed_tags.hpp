/// What the streams of a disc say of it, put together.
#pragma once

#include <cstddef>
#include <vector>

#include "metadata/tags.hpp"

namespace redbook {

/// Keeps what each stream said of the whole disc, and tells what all of them agree on who
/// said anything.
class AgreedTags {
 public:
  void add(DiscTags tags) { of_streams_.push_back(std::move(tags)); }
  std::size_t size() const { return of_streams_.size(); }

  /// Forgets what came after the first `size` streams.
  void forget_after(std::size_t size);

  DiscTags agreed() const;

 private:
  std::vector<DiscTags> of_streams_;
};

}  // namespace redbook
