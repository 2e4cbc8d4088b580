/// Files that take their names whole or not at all.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "handle.hpp"

namespace redbook {

/// A file made under a temporary name beside its target, then swapped in. Until keep() is
/// called, the destructor puts back what was there. Throws Error (image).
class Replacement {
 public:
  explicit Replacement(std::filesystem::path target);
  ~Replacement();
  Replacement(const Replacement &) = delete;
  Replacement &operator=(const Replacement &) = delete;

  /// A free name in the folder of the target, where the new file is to be made.
  const std::filesystem::path &temporary_name() const { return temporary_; }

  /// Gives the new file the name of the target.
  void swap_in();

  /// From here on the new file stays. Returns the older one, if there was one: the disk
  /// gets its room back, which may take it a while, when that is closed and this is gone.
  FileDescriptor keep() noexcept;

 private:
  enum class Place { aside, swapped, moved };

  bool exchange();
  void move_in();
  void put_back();

  std::filesystem::path target_;
  std::filesystem::path temporary_;
  std::filesystem::path
      older_;  // where the older file waits, if it could not be exchanged
  Place place_ = Place::aside;
  bool kept_ = false;
};

/// A folder made under a temporary name, then put in the place of another of its kind.
/// The destructor removes what does not stay, but no file that is not of that kind.
class FolderReplacement {
 public:
  /// Tells by its name whether a file is of the kind.
  using IsOurs = bool (*)(const std::filesystem::path &name);

  /// Makes the temporary folder.
  FolderReplacement(std::filesystem::path target, IsOurs is_ours);
  ~FolderReplacement();
  FolderReplacement(const FolderReplacement &) = delete;
  FolderReplacement &operator=(const FolderReplacement &) = delete;

  const std::filesystem::path &temporary_name() const { return temporary_; }

  /// Gives the new folder the name of the target; the older one goes. If that holds
  /// anything else by now, it comes back, and Error is thrown.
  void swap_in();

 private:
  bool exchange();
  void move_in();
  bool is_all_ours(const std::filesystem::path &folder) const;

  std::filesystem::path target_;
  std::filesystem::path temporary_;
  IsOurs is_ours_;
};

/// The names in `folder`. Throws Error if it cannot be read to its end.
std::vector<std::filesystem::directory_entry> entries_of(
    const std::filesystem::path &folder);

/// Writes a new file that must not exist, and waits until it is on the disk.
void write_new_file(const std::filesystem::path &name, const std::string &text);

/// The access rights of the file `name`; 0600 if it cannot be looked at. The sheet of an
/// image has those that the user wants for new files; the audio, private while it was
/// staged, gets the same.
mode_t rights_of(const std::filesystem::path &name);

/// Waits until the names in `folder` are on the disk.
void sync_folder(const std::filesystem::path &folder);

}  // namespace redbook
