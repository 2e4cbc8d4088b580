#include "file/change_record.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "error.hpp"
#include "file/new_file.hpp"
#include "file/temporary_name.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view header = "redbooksink changes 1\n";
constexpr std::array<std::string_view, 3> stage_entries{"", "/changing", "/undoing"};
constexpr auto cannot_write = "The folder of the disc image cannot be written to.";

fs::path record_name(const fs::path &lead) {
  return lead.parent_path() /
         ("." + lead.filename().string().substr(0, 200) + ".changes");
}

Error record_error(const fs::path &name) {
  return Error::of_errno(Fault::image, cannot_write, name);
}

struct stat status_of(const FileDescriptor &file, const fs::path &name) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) throw record_error(name);
  return status;
}

// What it says will be done: it must not be somebody else's, nor a second name of a file
// that others write.
void check_is_ours(const struct stat &status, const fs::path &name) {
  if (S_ISREG(status.st_mode) && status.st_uid == ::geteuid() && status.st_nlink <= 1)
    return;
  throw Error{
      Fault::image, Result::file_access,
      "Another user has begun to change these files: finish that first, or choose another folder.",
      name.string()};
}

FileDescriptor opened(const fs::path &name, int flags) {
  constexpr int always = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  return FileDescriptor{::open(name.c_str(), always | flags, 0600)};
}

/// A new record, which is ours whatever the file system says, or the one that is there.
FileDescriptor new_or_left(const fs::path &name) {
  if (auto file = opened(name, O_CREAT | O_EXCL)) return file;
  if (errno != EEXIST) throw record_error(name);
  auto file = opened(name, 0);
  if (file) check_is_ours(status_of(file, name), name);
  if (!file && errno != ENOENT) throw record_error(name);
  return file;
}

// A file system that has no locks does without.
void wait_for_lock(const FileDescriptor &file) {
  while (::flock(file.get(), LOCK_EX) != 0 && errno == EINTR) {
  }
}

/// The record, which nobody else has. Whoever had it may have removed it: then the next
/// one is opened.
FileDescriptor locked(const fs::path &name) {
  for (;;) {
    auto file = new_or_left(name);
    if (!file) continue;
    wait_for_lock(file);
    if (status_of(file, name).st_nlink > 0) return file;
  }
}

std::string content_of(const FileDescriptor &file) {
  std::string text;
  std::array<char, 4096> piece{};
  for (;;) {
    const auto count =
        ::pread(file.get(), piece.data(), piece.size(), static_cast<off_t>(text.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(piece.data(), static_cast<std::size_t>(count));
  }
}

void take_entry(std::string_view entry, const fs::path &folder, Changes &changes) {
  const auto slash = entry.find('/');
  if (entry == stage_entries[1]) changes.stage = ChangeStage::changing;
  if (entry == stage_entries[2]) changes.stage = ChangeStage::undoing;
  if (slash == std::string_view::npos || slash == 0) return;
  const auto fresh = entry.substr(0, slash);
  const auto target = entry.substr(slash + 1);
  if (target.find('/') == std::string_view::npos && is_name_beside(fresh, target))
    changes.files.push_back({folder / fresh, folder / target});
}

}  // namespace

ChangeRecord::ChangeRecord(const fs::path &lead)
    : folder_{lead.parent_path()}, name_{record_name(lead)}, file_{locked(name_)} {}

ChangeRecord::~ChangeRecord() {
  if (is_settled_) ::unlink(name_.c_str());
}

bool ChangeRecord::exists(const fs::path &lead) { return is_taken(record_name(lead)); }

Changes ChangeRecord::left() const {
  Changes changes;
  const auto content = content_of(file_);
  auto text = std::string_view{content};
  if (!text.starts_with(header)) return changes;
  text.remove_prefix(header.size());
  for (auto end = text.find('\0'); end != std::string_view::npos; end = text.find('\0')) {
    take_entry(text.substr(0, end), folder_, changes);
    text.remove_prefix(end + 1);
  }
  return changes;
}

void ChangeRecord::clear() {
  if (::ftruncate(file_.get(), 0) != 0) throw record_error(name_);
  is_settled_ = true;
}

void ChangeRecord::add(const Change &change) {
  append(change.fresh.filename().string() + '/' + change.target.filename().string());
}

void ChangeRecord::enter(ChangeStage stage) {
  append(std::string{stage_entries[static_cast<std::size_t>(stage)]});
}

// The folder is synced with the first entry, for the record's own name.
void ChangeRecord::append(const std::string &entry) {
  const bool is_first = status_of(file_, name_).st_size == 0;
  write_to_disk(file_.get(),
                (is_first ? std::string{header} : std::string{}) + entry + '\0', name_);
  if (is_first) sync_folder(folder_);
}

}  // namespace redbook
