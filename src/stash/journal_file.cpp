#include "stash/journal_file.hpp"

#include <fcntl.h>

#include <cerrno>
#include <utility>

#include "error.hpp"
#include "file/size_limit.hpp"

namespace redbook {
namespace {

constexpr auto cannot_write = "The journal of the stash can't be written.";
constexpr auto cannot_read = "The journal of the stash can't be read.";
constexpr std::int64_t max_journal_bytes = 64 << 20;

std::string all_of(const FileDescriptor &file, const std::filesystem::path &name) {
  const auto size = size_of_file(file, name);
  if (size > max_journal_bytes)
    throw Error{Fault::stash, Result::invalid_image, cannot_read, "too long"};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t read = 0;
  while (read < bytes.size()) {
    const auto count = ::pread(file.get(), bytes.data() + read, bytes.size() - read,
                               static_cast<off_t>(read));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Error::of_errno(Fault::stash, cannot_read, name.string());
    if (count == 0) bytes.resize(read);
    read += static_cast<std::size_t>(count);
  }
  return bytes;
}

}  // namespace

JournalFile JournalFile::replace(const StashDirectory &directory,
                                 const std::vector<Record> &records) {
  directory.remove(new_journal_name);
  JournalFile journal{directory.create(new_journal_name), directory.path_of(journal_name),
                      0};
  journal.write(journal_header());
  for (const auto &record : records) journal.append(record);
  journal.sync();
  directory.rename(new_journal_name, journal_name);
  directory.sync();
  return journal;
}

JournalFile::JournalFile(const StashDirectory &directory, const ReadRecords &read)
    : file_{directory.open(journal_name, O_RDWR)},
      name_{directory.path_of(journal_name)},
      end_{static_cast<std::int64_t>(read.end)},
      next_number_{read.next_number} {
  if (read.torn_bytes > 0) cut_to_end();
}

void JournalFile::append(const Record &record) {
  write(bytes_of(record, next_number_));
  ++next_number_;
}

void JournalFile::write(std::string_view bytes) {
  if (torn_) cut_to_end();
  auto at = end_;
  while (!bytes.empty()) {
    const auto end = at + static_cast<std::int64_t>(bytes.size());
    const auto written = exceeds_size_limit(end)
                             ? -1
                             : ::pwrite(file_.get(), bytes.data(), bytes.size(), at);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      torn_ = true;
      throw Error::of_errno(Fault::stash, cannot_write, name_.string());
    }
    at += written;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  end_ = at;
}

void JournalFile::cut_to_end() {
  if (::ftruncate(file_.get(), end_) != 0)
    throw Error::of_errno(Fault::stash, cannot_write, name_.string());
  torn_ = false;
}

void JournalFile::sync() {
  if (lost_)
    throw Error{Fault::stash, Result::file_access, cannot_write,
                name_.string() + ": the disk has lost a part of it"};
  if (::fdatasync(file_.get()) == 0) return;
  lost_ = true;
  throw Error::of_errno(Fault::stash, cannot_write, name_.string());
}

ReadRecords read_journal(const StashDirectory &directory) {
  const auto name = directory.path_of(journal_name);
  try {
    return records_in(all_of(directory.open(journal_name, O_RDONLY), name));
  } catch (const Error &error) {
    if (error.detail().starts_with(name.string())) throw;
    const auto separator = error.detail().empty() ? "" : ": ";
    throw Error{error.fault(), error.result(), error.what(),
                name.string() + separator + error.detail()};
  }
}

}  // namespace redbook
