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
    case Result::medium_not_present: return "medium-not-present";
    case Result::medium_invalid_type: return "medium-invalid-type";
    case Result::medium_not_blank: return "medium-not-blank";
    case Result::medium_not_erasable: return "medium-not-erasable";
    case Result::cannot_write_to_medium: return "cannot-write-to-medium";
    case Result::device_not_accessible: return "device-not-accessible";
    case Result::device_not_present: return "device-not-present";
    case Result::device_invalid_type: return "device-invalid-type";
    case Result::device_still_in_use: return "device-still-in-use";
    case Result::initialize_write: return "initialize-write";
    case Result::initialize_end_write: return "initialize-end-write";
    case Result::disc_info: return "disc-info";
    case Result::loss_of_streaming: return "loss-of-streaming";
    case Result::command_timeout: return "command-timeout";
    case Result::erase_failed: return "erase-failed";
    case Result::verification_failed: return "verification-failed";
    case Result::generic: break;
  }
  return "generic";
}

}  // namespace redbook
