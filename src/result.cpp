#include "result.hpp"

namespace redbook {

const char *name_of(Result result) {
  switch (result) {
    case Result::ok: return "ok";
    case Result::not_opened: return "not-opened";
    case Result::track_open: return "track-open";
    case Result::track_not_open: return "track-not-open";
    case Result::track_limit: return "track-limit";
    case Result::track_not_big_enough: return "track-not-big-enough";
    case Result::disc_full: return "disc-full";
    case Result::invalid_image: return "invalid-image";
    case Result::invalid_argument: return "invalid-argument";
    case Result::busy: return "busy";
    case Result::not_in_progress: return "not-in-progress";
    case Result::user_abort: return "user-abort";
    case Result::file_access: return "file-access";
    case Result::not_enough_disk_for_stash: return "not-enough-disk-for-stash";
    case Result::generic: break;
  }
  return "generic";
}

}  // namespace redbook
