/// IMAPI's result codes, as far as they mean something here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "enum_words.hpp"

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

struct ResultRow {
  Result result;
  std::uint32_t code;  ///< IMAPI's HRESULT, of v1, or of v2 if v1 has none
  const char *word;
};

/// All results, in the order of their values.
inline constexpr auto results = std::to_array<ResultRow>({
    {Result::ok, 0, "ok"},
    {Result::not_opened, 0x8004020B, "not-opened"},
    {Result::track_open, 0x8004021B, "track-open"},
    {Result::track_not_open, 0x8004021A, "track-not-open"},
    {Result::track_limit, 0xC0AA0508, "track-limit"},
    {Result::track_not_big_enough, 0x8004022D, "track-not-big-enough"},
    {Result::disc_full, 0x8004021C, "disc-full"},
    {Result::invalid_image, 0x8004021E, "invalid-image"},
    {Result::invalid_argument, 0x80070057, "invalid-argument"},
    {Result::busy, 0xC0AA0500, "busy"},
    {Result::not_in_progress, 0xC0AA0501, "not-in-progress"},
    {Result::user_abort, 0x8004020D, "user-abort"},
    {Result::file_access, 0x80040218, "file-access"},
    {Result::not_enough_disk_for_stash, 0x8004022A, "not-enough-disk-for-stash"},
    {Result::generic, 0x8004020E, "generic"},
    {Result::medium_not_present, 0x8004020F, "medium-not-present"},
    {Result::medium_invalid_type, 0x80040210, "medium-invalid-type"},
    {Result::medium_not_blank, 0xC0AA0506, "medium-not-blank"},
    {Result::medium_not_erasable, 0x80AA0904, "medium-not-erasable"},
    {Result::cannot_write_to_medium, 0x8004022C, "cannot-write-to-medium"},
    {Result::device_not_accessible, 0x80040212, "device-not-accessible"},
    {Result::device_not_present, 0x80040213, "device-not-present"},
    {Result::device_invalid_type, 0x80040214, "device-invalid-type"},
    {Result::device_still_in_use, 0x80040226, "device-still-in-use"},
    {Result::initialize_write, 0x80040215, "initialize-write"},
    {Result::initialize_end_write, 0x80040216, "initialize-end-write"},
    {Result::disc_info, 0x80040219, "disc-info"},
    {Result::loss_of_streaming, 0x80040227, "loss-of-streaming"},
    {Result::command_timeout, 0xC0AA020D, "command-timeout"},
    {Result::erase_failed, 0x80AA0905, "erase-failed"},
    {Result::verification_failed, 0xC0AA0007, "verification-failed"},
});

template <>
inline constexpr auto words<Result> = [] {
  std::array<const char *, results.size()> words{};
  for (const auto &row : results)
    words.at(static_cast<std::size_t>(row.result)) = row.word;
  return words;
}();

/// IMAPI's HRESULT: 0 for success.
constexpr std::uint32_t code_of(Result result) {
  return results[static_cast<std::size_t>(result)].code;
}

}  // namespace redbook
