/// Files of CD-TEXT, as cue sheets name them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "disc/disc.hpp"

namespace redbook {

/// The packs in the file `name`, bare: a header of four bytes, as READ TOC puts it in
/// front, and the trailing 0 of Sony's files go. Throws Error (image) if they are no
/// whole number of packs, more than 2048, or damaged.
std::vector<std::byte> packs_in(const std::filesystem::path &name);

/// Gives a disc that has packs and no texts those of the first language, and the language
/// if it is not known.
void take_texts_of_packs(Disc &disc);

}  // namespace redbook
