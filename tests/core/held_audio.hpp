/// Audio that is not copied.
#pragma once

#include "stash/held_audio.hpp"
#include "suite.hpp"

namespace redbook::test {

inline int owners = 0;  // that live

/// Goes with its owner.
inline HeldAudio owned(Bytes bytes) {
  auto *const audio = new Pcm{bytes.begin(), bytes.end()};
  ++owners;
  return {*audio, {audio, [](void *owner) {
                     delete static_cast<Pcm *>(owner);
                     --owners;
                   }}};
}

}  // namespace redbook::test
