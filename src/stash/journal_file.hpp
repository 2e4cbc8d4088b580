/// The file of a journal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "handle.hpp"
#include "stash/journal_format.hpp"
#include "stash/stash_directory.hpp"

namespace redbook {

inline constexpr auto journal_name = "journal";
/// Of one that is not finished.
inline constexpr auto new_journal_name = "journal.new";

/// A journal that is being written. Each record is handed to the kernel at once; sync()
/// waits until all are on the disk. What could not be written whole is written again by
/// the next call; once the disk has lost something, nothing more is promised. Throws
/// Error (stash).
class JournalFile {
 public:
  /// A new one in place of what is there, which stays as it is until all `records` are on
  /// the disk.
  static JournalFile replace(const StashDirectory &directory,
                             const std::vector<Record> &records);

  /// Goes on behind what was read; what was torn goes.
  JournalFile(const StashDirectory &directory, const ReadRecords &read);

  void append(const Record &record);
  void sync();

 private:
  JournalFile(FileDescriptor file, std::filesystem::path name, std::int64_t end)
      : file_{std::move(file)}, name_{std::move(name)}, end_{end} {}

  void write(std::string_view bytes);
  void cut_to_end();

  FileDescriptor file_;
  std::filesystem::path name_;
  std::int64_t end_ = 0;
  std::uint32_t next_number_ = 0;
  bool torn_ = false;
  bool lost_ = false;
};

/// The records in the journal of `directory`. Throws as records_in() does, the detail
/// beginning with the file.
ReadRecords read_journal(const StashDirectory &directory);

}  // namespace redbook
