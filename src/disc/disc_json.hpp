/// Discs, findings and errors in JSON, for the burner, reports and journals. How they are
/// written: text/json_value.hpp.
#pragma once

#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "text/json_value.hpp"

namespace redbook {

/// What a reader takes for a disc; or for what is staged to become several.
struct DiscLimits {
  Blocks length = max_program_length;
  int tracks = max_tracks;
};
inline constexpr DiscLimits stash_limits{max_stash_length, max_staged_tracks};

/// The tracks of a disc that is read follow each other without a hole, and their marks
/// are inside them; no other rule of the Red Book is applied.
void list_members(const JsonValue &json, Disc &disc, const DiscLimits &limits = {});
void list_members(const JsonValue &json, Track &track, const DiscLimits &limits = {});
void list_members(const JsonValue &json, Finding &finding);
void list_members(const JsonValue &json, Error &error);

/// As value_of().
Error error_of(const Json &json, const std::string &where);

}  // namespace redbook
