/// Files and their names.
#pragma once

#include <filesystem>
#include <string>

namespace burn_album {

/// The most bytes of a playlist or a cue sheet.
constexpr std::size_t max_list_bytes = 4 * 1024 * 1024;

/// Whether there is anything, a folder, a regular file. What can't be looked at is none.
bool is_there(const std::filesystem::path &path) noexcept;
bool is_folder(const std::filesystem::path &path) noexcept;
bool is_file(const std::filesystem::path &path) noexcept;

/// Throws Failure if it can't be read, or is longer than `max_list_bytes`.
std::string content_of(const std::filesystem::path &path);

/// In lower case, with its dot: ".flac". Of what has none: "".
std::string ending_of(const std::filesystem::path &path);

/// Throws Failure, which begins with `subject` ("list.m3u names"), if no disc holds so
/// many files.
void check_count(std::size_t files, const std::string &subject);

/// The path in a file: URI, whose letters may still be escaped, and which Windows may
/// have written; anything else as it is.
std::string path_in(const std::string &location);

/// The path of a whole file: URI, as other programs hand it over; anything else as it is.
std::string without_scheme(const std::string &input);

/// From the root on. Throws Failure if the folder that it is seen from is gone.
std::filesystem::path whole_path(const std::filesystem::path &path);

}  // namespace burn_album
