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
    case Result::generic: break;
  }
  return 0x8004020E;
}

/// The name in lower case with hyphens: `track-not-open`.
const char *name_of(Result);

}  // namespace redbook
