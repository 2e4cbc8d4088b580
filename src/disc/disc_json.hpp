/// Discs, findings and errors in JSON, for the burner, reports and journals. How they are
/// written: json/fields.hpp.
#pragma once

#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "text/json_fields.hpp"

namespace redbook {

Json json_of(const Disc &disc);
Json json_of(const Track &track);
Json json_of(const Finding &finding);
Json json_of(const Error &error);

/// What a reader takes for a disc; or for what is staged to become several.
struct DiscLimits {
  Blocks length = max_program_length;
  int tracks = max_tracks;
};
inline constexpr DiscLimits stash_limits{max_stash_length, max_staged_tracks};

/// What the object says, or Error: `where` is its name there. The tracks of a disc follow
/// each other without a hole, and their marks are inside them; no other rule of the Red
/// Book is applied.
Disc disc_of(const Json &object, const std::string &where, const DiscLimits &limits = {});
Track track_of(const Json &object, const std::string &where,
               const DiscLimits &limits = {});
Finding finding_of(const Json &object, const std::string &where);
Error error_of(const Json &object, const std::string &where);

}  // namespace redbook
