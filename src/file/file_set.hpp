/// Files that take their names together.
#pragma once

#include <filesystem>
#include <vector>

#include "file/change_record.hpp"
#include "handle.hpp"

namespace redbook {

/// New files in the place of older ones: all of them, or none, whatever ends the process.
/// They are made under hidden names beside their targets. A ChangeRecord says what is
/// going on; the next process that opens the set finishes it or takes it back, and
/// removes what was left. The lead goes first and comes last: who opens it never finds it
/// beside files of another set. Throws Error (image).
class FileSet {
 public:
  /// Waits while another process changes the set, and settles what a dead one left.
  explicit FileSet(std::filesystem::path lead);
  /// Removes what has not taken its name.
  ~FileSet();
  FileSet(const FileSet &) = delete;
  FileSet &operator=(const FileSet &) = delete;

  /// Where the new file of this name is to be made, which must not be there yet. The lead
  /// may come at any time, or not at all.
  std::filesystem::path add(const std::filesystem::path &target);

  /// Gives all files their names, which must be on the disk by now. If that fails, all is
  /// as it was before. Returns the older files: the disk gets their room back, which may
  /// take it a while, when they are closed.
  std::vector<FileDescriptor> commit();

 private:
  void change();
  void undo() noexcept;

  std::filesystem::path lead_;
  ChangeRecord record_;
  std::vector<Change> changes_;
  bool is_stuck_ = false;  // what was there could not be put back: nothing is removed
};

/// Finishes or takes back what a process that died left of the files of `lead`, and waits
/// for one that lives: to be called before they are read. Throws Error if they cannot be
/// changed, and are not to be relied upon.
void settle_files(const std::filesystem::path &lead);

}  // namespace redbook
