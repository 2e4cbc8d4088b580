/// The files that a sheet names.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "image/reader/sheet.hpp"

namespace redbook {

/// The endings of files that may stand for one of this format: see FileNameRules.
using EndingsFor = std::function<std::vector<std::string>(AudioFormat)>;

/// Where the files of `sheet`, which lies at `path`, are: beside it, as FileFinder has
/// it. Its only file may also be called as the sheet is: then `remarks` get a sentence.
/// What is not there is the name seen from the folder. Throws Error (image) with the line
/// if two different names may mean one and the same file.
std::vector<std::filesystem::path> files_of(const Sheet &sheet,
                                            const std::filesystem::path &path,
                                            const EndingsFor &endings_for,
                                            std::vector<std::string> &remarks);

}  // namespace redbook
