/// Drives, media and how they are to burn, in JSON. How they are written:
/// json/fields.hpp.
#pragma once

#include "drive/drive.hpp"
#include "text/json_fields.hpp"

namespace redbook {

/// The most that any of these may be: 200 MB/s, hours of silence in samples.
inline constexpr int max_write_speed = 100000;
inline constexpr int max_write_offset = 100000000;

Json json_of(const DriveSettings &settings);
Json json_of(const DriveStatus &status);
Json json_of(Blanking kind);

/// What the object says, or Error: `where` is its name there.
DriveSettings drive_settings_of(const Json &object, const std::string &where);
DriveStatus drive_status_of(const Json &object, const std::string &where);

/// The member `name` of `fields`, or `write-mode`.
WriteMode write_mode_in(const Fields &fields);
Blanking blanking_in(const Fields &fields, const char *name);

}  // namespace redbook
