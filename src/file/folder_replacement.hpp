/// Folders that take their names whole or not at all.
#pragma once

#include <filesystem>

#include "file/change_record.hpp"

namespace redbook {

/// Tells by its name whether a file is of the kind that a folder has.
using IsOurs = bool (*)(const std::filesystem::path &name);

/// A folder made under a hidden name, then put in the place of another of its kind. What
/// does not stay is removed, but no file that is not of that kind. A ChangeRecord tells
/// the next process what one that died has left. Throws Error (image).
class FolderReplacement {
 public:
  /// Waits while another process replaces the folder, settles what a dead one left, and
  /// makes the new folder.
  FolderReplacement(const std::filesystem::path &target, IsOurs is_ours);
  ~FolderReplacement();
  FolderReplacement(const FolderReplacement &) = delete;
  FolderReplacement &operator=(const FolderReplacement &) = delete;

  const std::filesystem::path &temporary_name() const { return change_.fresh; }

  /// Gives the new folder the name of the target; the older one goes. If that holds
  /// anything else by now, it comes back, and Error is thrown.
  void swap_in();

 private:
  bool exchange();
  void move_in();
  void put_back();
  bool is_all_ours(const std::filesystem::path &folder) const;

  IsOurs is_ours_;
  ChangeRecord record_;
  Change change_;
  bool is_stuck_ = false;  // the older one could not be put back: nothing is removed
};

/// Finishes or takes back what a process that died has left of the folder `target`, and
/// waits for one that lives. Throws Error (image).
void settle_folder(const std::filesystem::path &target, IsOurs is_ours);

}  // namespace redbook
