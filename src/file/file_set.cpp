#include "file/file_set.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "error.hpp"
#include "file/new_file.hpp"
#include "file/temporary_name.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

Error in_the_way(const fs::path &name) {
  errno = EISDIR;
  return Error::of_errno(Fault::image, "A folder stands where the disc image is to be.",
                         name);
}

Error not_named(const fs::path &name) {
  return Error::of_errno(Fault::image, "The disc image could not be given its name.",
                         name);
}

// What has the name waits aside.
void move_aside(const Change &change) {
  if (!rename_to(change.target, change.older())) {
    if (errno == ENOENT) return;
    throw not_named(change.target);
  }
  if (!is_folder(change.older())) return;
  rename_to(change.older(), change.target);  // it came in between
  throw in_the_way(change.target);
}

void move_in(const Change &change) {
  if (!rename_to(change.fresh, change.target)) throw not_named(change.target);
}

/// The lead is the first of the files, if it is among them.
void put_lead_first(std::vector<Change> &files, const fs::path &lead) {
  const auto at = std::find_if(files.begin(), files.end(), [&](const Change &change) {
    return change.target.filename() == lead.filename();
  });
  if (at != files.end()) std::rotate(files.begin(), at, at + 1);
}

void finish(const std::vector<Change> &files) {
  const auto waits = [](const Change &change) { return is_taken(change.fresh); };
  if (waits(files.front())) move_aside(files.front());
  for (auto file = files.rbegin(); file != files.rend(); ++file)
    if (waits(*file)) move_in(*file);
}

// A new file that has taken its name gives it back first, so that what is new stays told
// from what is older. Whether all is as it was.
bool take_back(const std::vector<Change> &files) noexcept {
  for (const auto &change : files) {
    if (!is_taken(change.fresh)) rename_to(change.target, change.fresh);
    rename_to(change.older(), change.target);
  }
  return std::none_of(files.begin(), files.end(),
                      [](const Change &change) { return is_taken(change.older()); });
}

void remove_rest(const std::vector<Change> &files) noexcept {
  for (const auto &change : files) {
    ::unlink(change.fresh.c_str());
    ::unlink(change.older().c_str());
  }
}

void settle(ChangeRecord &record, const fs::path &lead) {
  auto [files, stage] = record.left();
  put_lead_first(files, lead);
  if (files.empty()) return record.clear();
  if (stage == ChangeStage::changing) finish(files);
  if (stage == ChangeStage::undoing && !take_back(files))
    throw not_named(files.front().target);
  sync_folder(lead.parent_path());
  remove_rest(files);
  record.clear();
}

}  // namespace

FileSet::FileSet(fs::path lead) : lead_{std::move(lead)}, record_{lead_} {
  settle(record_, lead_);
}

FileSet::~FileSet() {
  if (!is_stuck_) remove_rest(changes_);
}

fs::path FileSet::add(const fs::path &target) {
  changes_.push_back({name_beside(target), target});
  record_.add(changes_.back());
  return changes_.back().fresh;
}

std::vector<FileDescriptor> FileSet::commit() {
  put_lead_first(changes_, lead_);
  for (const auto &change : changes_) {
    if (is_folder(change.target)) throw in_the_way(change.target);
    if (!is_taken(change.fresh)) throw not_named(change.fresh);
  }
  sync_folder(lead_.parent_path());
  record_.enter(ChangeStage::changing);
  try {
    change();
  } catch (...) {
    undo();
    throw;
  }
  sync_folder(lead_.parent_path());
  std::vector<FileDescriptor> older;
  for (const auto &change : changes_)
    older.emplace_back(::open(change.older().c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
  return older;
}

void FileSet::change() {
  move_aside(changes_.front());
  for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
    if (&*change != &changes_.front()) move_aside(*change);
    move_in(*change);
  }
}

void FileSet::undo() noexcept {
  try {
    record_.enter(ChangeStage::undoing);
  } catch (const Error &) {
    // It is done all the same.
  }
  is_stuck_ = !take_back(changes_);
  if (is_stuck_) record_.keep();
  sync_folder(lead_.parent_path());
}

void settle_files(const fs::path &lead) {
  if (!ChangeRecord::exists(lead)) return;
  ChangeRecord record{lead};
  settle(record, lead);
}

}  // namespace redbook
