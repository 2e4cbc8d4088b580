#pragma once

#include <filesystem>
#include <iosfwd>

#include "test_drive/drive_state.hpp"
#include "test_drive/medium.hpp"
#include "test_drive/settings.hpp"

namespace redbook::drive {

/// What people want to know, in words.
void describe_drive(std::ostream &, const DriveState &, const Settings &);
void describe_disc(std::ostream &, Medium &);
void describe_lead_in(std::ostream &, const Medium &);
void describe_text(std::ostream &, const Medium &);
/// One line for each block that begins an index or carries a code.
void describe_q(std::ostream &, Medium &);

}  // namespace redbook::drive
