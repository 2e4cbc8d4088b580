/// What is being done with files that change together.
///
/// The record lies beside them, hidden: `.album.cue.changes` for the files of album.cue.
/// It is there only while they change, and after a process that died meanwhile. It is a
/// line, then entries that end with a NUL: `NEW/NAME` for a new file NEW that is to be
/// called NAME, and `/changing` and `/undoing` for what is done with all of them from
/// there on. Each is on the disk before it is acted upon. An entry without its NUL was
/// being written when the process ended, and does not count.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "handle.hpp"

namespace redbook {

/// A new file or folder, and the name that it is to get.
struct Change {
  std::filesystem::path fresh;   ///< where it is made: a hidden name beside `target`
  std::filesystem::path target;  ///< its name
  /// Where what had the name before waits meanwhile.
  std::filesystem::path older() const { return fresh.string() + ".older"; }
};

/// How far the files have come.
enum class ChangeStage { making, changing, undoing };

struct Changes {
  std::vector<Change> files{};
  ChangeStage stage = ChangeStage::making;
};

/// The record of the files that belong to one of them, their lead: a sheet, say. One
/// process at a time has it, and the others wait. Throws Error (image).
class ChangeRecord {
 public:
  /// Opens the record, or begins one.
  explicit ChangeRecord(const std::filesystem::path &lead);
  /// Removes it, once what was in it is settled.
  ~ChangeRecord();
  ChangeRecord(const ChangeRecord &) = delete;
  ChangeRecord &operator=(const ChangeRecord &) = delete;

  /// What a process left behind that died.
  Changes left() const;

  /// All that is in it has been settled. Before that, it stays for the next process.
  void clear();
  /// What comes next could not be settled: it stays for the next process.
  void keep() { is_settled_ = false; }

  void add(const Change &change);
  void enter(ChangeStage stage);

  /// Whether there is one, of a process that lives or of one that died.
  static bool exists(const std::filesystem::path &lead);

 private:
  void append(const std::string &entry);

  std::filesystem::path folder_;
  std::filesystem::path name_;
  FileDescriptor file_;
  bool is_settled_ = false;
};

}  // namespace redbook
