/// Sound that is not copied.
#pragma once

#include "stash/held_audio.hpp"
#include "suite.hpp"

namespace redbook::test {

inline int owners = 0;  // that live

/// Goes with its owner.
inline HeldSound owned(Bytes bytes) {
  auto *const sound = new Pcm{bytes.begin(), bytes.end()};
  ++owners;
  return {*sound, {sound, [](void *owner) {
                     delete static_cast<Pcm *>(owner);
                     --owners;
                   }}};
}

}  // namespace redbook::test
