/// A part of a stash, for a disc of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "stash/stash.hpp"
#include "units.hpp"

namespace redbook {

/// The same file, whose audio begins `offset` into that of `whole`: to read from, as a
/// drive does, without a copy. Behind the part the file goes on. Throws Error (stash).
std::shared_ptr<Stash> shared_part(const Stash &whole, Blocks offset);

/// A new stash in `folder`, with `lead` of silence before the `length` of audio that
/// `whole` has at `offset`: for an image, which adopts it. The kernel copies, if the
/// file systems can. Throws Error (stash), not_enough_disk_for_stash if there is no
/// room, and Cancelled soon after `stop`; nothing is left then.
std::shared_ptr<Stash> copied_part(const Stash &whole, Blocks offset, Blocks length,
                                   const std::filesystem::path &folder, Blocks lead,
                                   const std::stop_token &stop);

}  // namespace redbook
