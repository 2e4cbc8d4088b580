/// Audio that is not copied.
#pragma once

#include <memory>

#include "bytes.hpp"

namespace redbook {

/// Audio that stays as it is, where it is, while its owner lives.
struct HeldAudio {
  using Owner = std::unique_ptr<void, void (*)(void *)>;

  Bytes bytes;
  Owner owner;
};

}  // namespace redbook
