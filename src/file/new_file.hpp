/// Files and folders as they are made.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace redbook {

/// The names in `folder`. Throws Error if it cannot be read to its end.
std::vector<std::filesystem::directory_entry> entries_of(
    const std::filesystem::path &folder);

/// Writes all of `text` into a file, which is called `name`, and waits until it is on the
/// disk.
void write_to_disk(int fd, std::string_view text, const std::filesystem::path &name);

/// Writes a new file that must not exist, and waits until it is on the disk.
void write_new_file(const std::filesystem::path &name, const std::string &text);

/// The access rights of the file `name`; 0600 if it cannot be looked at. The sheet of an
/// image has those that the user wants for new files; the audio, private while it was
/// staged, gets the same.
mode_t rights_of(const std::filesystem::path &name);

/// Waits until the names in `folder` are on the disk.
void sync_folder(const std::filesystem::path &folder);

/// Whether `name` itself is a folder, and no link to one.
bool is_folder(const std::filesystem::path &name);

/// Whether something has this name, be it a link that leads nowhere.
bool is_taken(const std::filesystem::path &name);

/// rename(2); errno says why not.
bool rename_to(const std::filesystem::path &from, const std::filesystem::path &to);

}  // namespace redbook
