#include "file/folder_replacement.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include <algorithm>

#include "error.hpp"
#include "file/new_file.hpp"
#include "file/temporary_name.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

Error folder_not_named(const fs::path &folder) {
  return Error::of_errno(
      Fault::image, "The folder of the disc image could not be given its name.", folder);
}

Error came_in_between(const fs::path &folder) {
  return {Fault::image, Result::file_access,
          "Something else was put where the disc image is to be: it was left as it is.",
          folder.string()};
}

bool exchanged(const Change &change) {
  return ::renameat2(AT_FDCWD, change.fresh.c_str(), AT_FDCWD, change.target.c_str(),
                     RENAME_EXCHANGE) == 0;
}

void remove_folder(const fs::path &folder, IsOurs is_ours) noexcept {
  try {
    if (!is_folder(folder)) return;
    for (const auto &entry : entries_of(folder))
      if (is_ours(entry.path().filename())) ::unlink(entry.path().c_str());
  } catch (const Error &) {
    // The folder stays if it cannot be read.
  }
  ::rmdir(folder.c_str());
}

// A process that died between the two renames leaves the name free and both folders
// whole.
void settle(ChangeRecord &record, IsOurs is_ours) {
  for (const auto &left : record.left().files) {
    const bool between = is_folder(left.older()) && !is_taken(left.target);
    if (between && !rename_to(left.fresh, left.target) &&
        !rename_to(left.older(), left.target))
      throw folder_not_named(left.target);
    sync_folder(left.target.parent_path());
    remove_folder(left.fresh, is_ours);
    remove_folder(left.older(), is_ours);
  }
  record.clear();
}

}  // namespace

FolderReplacement::FolderReplacement(const fs::path &target, IsOurs is_ours)
    : is_ours_{is_ours}, record_{target}, change_{name_beside(target), target} {
  settle(record_, is_ours_);
  record_.add(change_);
  if (::mkdir(change_.fresh.c_str(), 0777) != 0)
    throw Error::of_errno(Fault::image, "The folder of the disc image could not be made.",
                          change_.fresh);
}

FolderReplacement::~FolderReplacement() {
  if (is_stuck_) return;
  remove_folder(change_.fresh, is_ours_);
  remove_folder(change_.older(), is_ours_);
}

void FolderReplacement::put_back() {
  is_stuck_ = !rename_to(change_.older(), change_.target);
  if (is_stuck_) record_.keep();
}

void FolderReplacement::swap_in() {
  if (!exchange()) move_in();
  sync_folder(change_.target.parent_path());
}

bool FolderReplacement::is_all_ours(const fs::path &folder) const {
  if (!is_folder(folder)) return false;
  try {
    const auto entries = entries_of(folder);
    return std::all_of(entries.begin(), entries.end(), [this](const auto &entry) {
      return is_ours_(entry.path().filename()) && !is_folder(entry.path());
    });
  } catch (const Error &) {
    return false;  // what cannot be read may be anybody's
  }
}

// Only what nobody can put anything into under the name of the target any more is looked
// at.
bool FolderReplacement::exchange() {
  if (!exchanged(change_)) return false;
  if (is_all_ours(change_.fresh)) return true;
  exchanged(change_);
  throw came_in_between(change_.target);
}

// The file system knows no exchange, or the name is free: the older folder goes aside
// first, and comes back if need be.
void FolderReplacement::move_in() {
  const bool had_older = rename_to(change_.target, change_.older());
  const bool may_go = !had_older || is_all_ours(change_.older());
  if (may_go && rename_to(change_.fresh, change_.target)) return;
  const auto error =
      may_go
          ? Error::of_errno(Fault::image,
                            "The folder of the disc image could not be given its name.",
                            change_.target)
          : came_in_between(change_.target);
  if (had_older) rename_to(change_.older(), change_.target);
  throw error;
}

void settle_folder(const fs::path &target, IsOurs is_ours) {
  if (!ChangeRecord::exists(target)) return;
  ChangeRecord record{target};
  settle(record, is_ours);
}

}  // namespace redbook
