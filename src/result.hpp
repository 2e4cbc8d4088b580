/// IMAPI's result codes, as far as they mean something here.
#pragma once

#include <cstdint>

namespace redbook {

/// How a call on the disc in the making ended. The values are ours and fixed; code_of()
/// gives IMAPI's.
enum class Result {
  ok = 0,
  not_opened = 1,
  track_open = 2,
  track_not_open = 3,
  track_limit = 4,
  track_not_big_enough = 5,
  disc_full = 6,
  invalid_image = 7,
  invalid_argument = 8,
  busy = 9,
  not_in_progress = 10,
  user_abort = 11,
  file_access = 12,
  not_enough_disk_for_stash = 13,
  generic = 14,
  medium_not_present = 15,
  medium_invalid_type = 16,
  medium_not_blank = 17,
  medium_not_erasable = 18,
  cannot_write_to_medium = 19,
  device_not_accessible = 20,
  device_not_present = 21,
  device_invalid_type = 22,
  device_still_in_use = 23,
  initialize_write = 24,
  initialize_end_write = 25,
  disc_info = 26,
  loss_of_streaming = 27,
  command_timeout = 28,
  erase_failed = 29,
  verification_failed = 30,
};

/// IMAPI's HRESULT: 0 for success, else a code of IMAPI v1, or of v2 where v1 has none.
constexpr std::uint32_t code_of(Result result) {
  switch (result) {
    case Result::ok: return 0;
    case Result::not_opened: return 0x8004020B;
    case Result::track_open: return 0x8004021B;
    case Result::track_not_open: return 0x8004021A;
    case Result::track_limit: return 0xC0AA0508;
    case Result::track_not_big_enough: return 0x8004022D;
    case Result::disc_full: return 0x8004021C;
    case Result::invalid_image: return 0x8004021E;
    case Result::invalid_argument: return 0x80070057;
    case Result::busy: return 0xC0AA0500;
    case Result::not_in_progress: return 0xC0AA0501;
    case Result::user_abort: return 0x8004020D;
    case Result::file_access: return 0x80040218;
    case Result::not_enough_disk_for_stash: return 0x8004022A;
    case Result::medium_not_present: return 0x8004020F;
    case Result::medium_invalid_type: return 0x80040210;
    case Result::medium_not_blank: return 0xC0AA0506;
    case Result::medium_not_erasable: return 0x80AA0904;
    case Result::cannot_write_to_medium: return 0x8004022C;
    case Result::device_not_accessible: return 0x80040212;
    case Result::device_not_present: return 0x80040213;
    case Result::device_invalid_type: return 0x80040214;
    case Result::device_still_in_use: return 0x80040226;
    case Result::initialize_write: return 0x80040215;
    case Result::initialize_end_write: return 0x80040216;
    case Result::disc_info: return 0x80040219;
    case Result::loss_of_streaming: return 0x80040227;
    case Result::command_timeout: return 0xC0AA020D;
    case Result::erase_failed: return 0x80AA0905;
    case Result::verification_failed: return 0xC0AA0007;
    case Result::generic: break;
  }
  return 0x8004020E;
}

/// The name in lower case with hyphens: `track-not-open`.
const char *name_of(Result);

}  // namespace redbook
