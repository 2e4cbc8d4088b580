/// Drives, media and how they are to burn, in JSON (text/json_value.hpp).
#pragma once

#include "drive/drive_settings.hpp"
#include "drive/drive_status.hpp"
#include "text/json_value.hpp"

namespace redbook {

/// The most that any of these may be: 200 MB/s, hours of silence in samples.
inline constexpr int max_write_speed = 100000;
inline constexpr int max_write_offset = 100000000;

void list_members(const JsonValue &json, DriveSettings &settings);
void list_members(const JsonValue &json, DriveStatus &status);

}  // namespace redbook
