/// What is known of a drive before, and after, it was looked at.
#pragma once

#include <optional>

#include "drive/drive.hpp"

namespace redbook {

/// The media that a drive writes.
struct WritableMedia {
  bool cd_r = false;
  bool cd_rw = false;
  bool operator==(const WritableMedia &) const = default;
};

struct KnownDrive {
  DriveStatus status{};  ///< as far as the flags below say that it is known
  std::optional<WritableMedia> writable{};  ///< if the system says it
  bool is_medium_known = false;             ///< its type and state
  bool holds_files = false;                 ///< the medium, which may get mounted
  bool is_looked_at = false;                ///< and its capabilities are known
  bool is_medium_looked_at = false;         ///< and all about it is known
  bool operator==(const KnownDrive &) const = default;

  bool has_name() const { return !status.vendor.empty() || !status.product.empty(); }
  bool is_recorder() const { return writable && (writable->cd_r || writable->cd_rw); }
};

}  // namespace redbook
