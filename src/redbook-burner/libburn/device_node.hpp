// SPDX-License-Identifier: GPL-2.0-or-later
/// What the system says of a path before libburn is asked.
#pragma once

#include <string>

namespace redbook {

/// The device that `path` leads to, links followed. Throws Error (drive) that says what
/// to do if it is missing, no CD drive, in use, or not for this user.
std::string usable_device(const std::string &path);

}  // namespace redbook
