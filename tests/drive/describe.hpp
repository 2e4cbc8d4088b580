#pragma once

#include <filesystem>
#include <iosfwd>

#include "drive/drive_state.hpp"
#include "drive/medium.hpp"
#include "drive/settings.hpp"

namespace redbook::drive {

/// What people want to know, in words.
void describe_drive(std::ostream &, const DriveState &, const Settings &);
void describe_disc(std::ostream &, Medium &);
void describe_lead_in(std::ostream &, const Medium &);
void describe_text(std::ostream &, const Medium &);
/// One line for each block that begins an index or carries a code.
void describe_q(std::ostream &, Medium &);

}  // namespace redbook::drive
