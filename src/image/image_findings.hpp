/// What a format of disc image cannot hold.
#pragma once

#include "disc/finding.hpp"
#include "image/image_format.hpp"

namespace redbook {

/// What an image of `format`, which is not automatic, says otherwise than `disc`, or not
/// at all: IMAGE_SCMS, IMAGE_TEXT_CHANGED, IMAGE_LANGUAGES. A text that the packs of
/// CD-TEXT beside the sheet hold is a note, else it is a warning. What the packs
/// themselves cannot hold is add_cdtext()'s to say.
Findings findings_for(const Disc &disc, ImageFormat format);

/// Whether CD-TEXT in MS-JIS gets through. cdrdao announces every text as Latin-1.
constexpr bool holds_ms_jis(ImageFormat format) { return format != ImageFormat::toc; }

}  // namespace redbook
