/// Files and their names.
#pragma once

#include <filesystem>
#include <string>

namespace burn_album {

/// Throws Failure where it can't be read.
std::string content_of(const std::filesystem::path &path);

/// In lower case, with its dot: ".flac". Of what has none: "".
std::string ending_of(const std::filesystem::path &path);

/// Without the mark that some programs put before UTF-8.
std::string without_byte_order_mark(std::string text);

/// Whether it is a URI: a scheme of two letters at least, and a colon.
bool is_uri(const std::string &text);

/// What `entry`, a path or a URI in a file of `folder`, means: a path from there, or a
/// URI other than file:. A name that is not there in UTF-8 may be there in Latin-1.
std::string resolved(const std::string &entry, const std::filesystem::path &folder);

}  // namespace burn_album
