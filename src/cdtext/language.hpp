/// The languages of CD-TEXT.
#pragma once

#include <cstdint>
#include <string_view>

namespace redbook {

/// A code of EBU Tech 3264, appendix 3: 00 to 2b and 45 to 7f. The named ones are those
/// that are treated in a way of their own; any other value may be held as well.
enum class Language : std::uint8_t {
  unknown = 0x00,
  german = 0x08,
  english = 0x09,
  french = 0x0f,
  serbian = 0x24,
  ukrainian = 0x49,
  russian = 0x56,
  macedonian = 0x63,
  korean = 0x65,
  japanese = 0x69,
  greek = 0x70,
  chinese = 0x75,
  bulgarian = 0x77,
  belarusian = 0x79,
};

/// The language that `code` means: ISO 639-1 (`de`), either form of ISO 639-2 (`deu`,
/// `ger`), with or without a country (`de-AT`, `de_AT`), in any case, as
/// GST_TAG_LANGUAGE_CODE has it. Unknown if CD-TEXT has no code for it.
Language language_of(std::string_view code);

/// ISO 639-1, two letters, for GST_TAG_LANGUAGE_CODE; empty if there is none.
std::string_view iso_639_1(Language);

/// ISO 639-2/T, three letters; empty if there is none.
std::string_view iso_639_2(Language);

/// In English. "Unknown" for what the table of the EBU does not have.
std::string_view name_of(Language);

}  // namespace redbook
