/// The genres of CD-TEXT.
#pragma once

#include <string_view>

namespace redbook {

inline constexpr int genre_not_used = 0;
inline constexpr int genre_not_defined = 1;
inline constexpr int last_genre = 28;

/// The name of `code`, 0 to 28; empty for any other. Codes up to 25 are the same in every
/// source. Of the last three there are two lists: Apple's DRCDText.h and libcdio's
/// cdtext.h have Soundtrack, Spoken Word, World Music at 26, 27, 28 and are followed
/// here; libburn has Spoken Word at 26, World Music at 27 and no Soundtrack.
std::string_view genre_name(int code);

/// The code that comes nearest to `text`, which is what a tag has (`Indie Rock`,
/// `hip-hop`, `Techno`): the longest word of it that is known decides. Not used for an
/// empty text, not defined if no word is known. UTF-8.
int genre_nearest(std::string_view text);

}  // namespace redbook
