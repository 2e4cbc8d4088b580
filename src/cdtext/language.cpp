#include "cdtext/language.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/text_field.hpp"

namespace redbook {
namespace {

struct Entry {
  std::uint8_t code;
  std::string_view name;
  std::string_view two;
  std::string_view three;
  std::string_view others{};  ///< more codes that mean it, with blanks between
};

constexpr std::array entries{
    Entry{0x00, "Unknown", "", "und"},
    Entry{0x01, "Albanian", "sq", "sqi", "alb"},
    Entry{0x02, "Breton", "br", "bre"},
    Entry{0x03, "Catalan", "ca", "cat"},
    Entry{0x04, "Croatian", "hr", "hrv", "scr"},
    Entry{0x05, "Welsh", "cy", "cym", "wel"},
    Entry{0x06, "Czech", "cs", "ces", "cze"},
    Entry{0x07, "Danish", "da", "dan"},
    Entry{0x08, "German", "de", "deu", "ger"},
    Entry{0x09, "English", "en", "eng"},
    Entry{0x0a, "Spanish", "es", "spa"},
    Entry{0x0b, "Esperanto", "eo", "epo"},
    Entry{0x0c, "Estonian", "et", "est"},
    Entry{0x0d, "Basque", "eu", "eus", "baq"},
    Entry{0x0e, "Faroese", "fo", "fao"},
    Entry{0x0f, "French", "fr", "fra", "fre"},
    Entry{0x10, "Frisian", "fy", "fry"},
    Entry{0x11, "Irish", "ga", "gle"},
    Entry{0x12, "Gaelic", "gd", "gla"},
    Entry{0x13, "Galician", "gl", "glg"},
    Entry{0x14, "Icelandic", "is", "isl", "ice"},
    Entry{0x15, "Italian", "it", "ita"},
    Entry{0x16, "Lappish", "se", "sme", "smi"},
    Entry{0x17, "Latin", "la", "lat"},
    Entry{0x18, "Latvian", "lv", "lav"},
    Entry{0x19, "Luxembourgian", "lb", "ltz"},
    Entry{0x1a, "Lithuanian", "lt", "lit"},
    Entry{0x1b, "Hungarian", "hu", "hun"},
    Entry{0x1c, "Maltese", "mt", "mlt"},
    Entry{0x1d, "Dutch", "nl", "nld", "dut"},
    Entry{0x1e, "Norwegian", "no", "nor", "nb nob nn nno"},
    Entry{0x1f, "Occitan", "oc", "oci"},
    Entry{0x20, "Polish", "pl", "pol"},
    Entry{0x21, "Portuguese", "pt", "por"},
    Entry{0x22, "Romanian", "ro", "ron", "rum"},
    Entry{0x23, "Romansh", "rm", "roh"},
    Entry{0x24, "Serbian", "sr", "srp", "scc"},
    Entry{0x25, "Slovak", "sk", "slk", "slo"},
    Entry{0x26, "Slovenian", "sl", "slv"},
    Entry{0x27, "Finnish", "fi", "fin"},
    Entry{0x28, "Swedish", "sv", "swe"},
    Entry{0x29, "Turkish", "tr", "tur"},
    Entry{0x2a, "Flemish", "", "", "vls"},
    Entry{0x2b, "Walloon", "wa", "wln"},
    Entry{0x45, "Zulu", "zu", "zul"},
    Entry{0x46, "Vietnamese", "vi", "vie"},
    Entry{0x47, "Uzbek", "uz", "uzb"},
    Entry{0x48, "Urdu", "ur", "urd"},
    Entry{0x49, "Ukrainian", "uk", "ukr"},
    Entry{0x4a, "Thai", "th", "tha"},
    Entry{0x4b, "Telugu", "te", "tel"},
    Entry{0x4c, "Tatar", "tt", "tat"},
    Entry{0x4d, "Tamil", "ta", "tam"},
    Entry{0x4e, "Tajik", "tg", "tgk"},
    Entry{0x4f, "Swahili", "sw", "swa"},
    Entry{0x50, "Sranan Tongo", "", "srn"},
    Entry{0x51, "Somali", "so", "som"},
    Entry{0x52, "Sinhalese", "si", "sin"},
    Entry{0x53, "Shona", "sn", "sna"},
    Entry{0x54, "Serbo-Croatian", "sh", "", "hbs bs bos"},
    Entry{0x55, "Ruthenian", "", "", "rue"},
    Entry{0x56, "Russian", "ru", "rus"},
    Entry{0x57, "Quechua", "qu", "que"},
    Entry{0x58, "Pashto", "ps", "pus"},
    Entry{0x59, "Punjabi", "pa", "pan"},
    Entry{0x5a, "Persian", "fa", "fas", "per"},
    Entry{0x5b, "Papiamento", "", "pap"},
    Entry{0x5c, "Oriya", "or", "ori"},
    Entry{0x5d, "Nepali", "ne", "nep"},
    Entry{0x5e, "Ndebele", "nd", "nde", "nr nbl"},
    Entry{0x5f, "Marathi", "mr", "mar"},
    Entry{0x60, "Moldavian", "mo", "mol"},
    Entry{0x61, "Malay", "ms", "msa", "may"},
    Entry{0x62, "Malagasy", "mg", "mlg"},
    Entry{0x63, "Macedonian", "mk", "mkd", "mac"},
    Entry{0x64, "Lao", "lo", "lao"},
    Entry{0x65, "Korean", "ko", "kor"},
    Entry{0x66, "Khmer", "km", "khm"},
    Entry{0x67, "Kazakh", "kk", "kaz"},
    Entry{0x68, "Kannada", "kn", "kan"},
    Entry{0x69, "Japanese", "ja", "jpn"},
    Entry{0x6a, "Indonesian", "id", "ind", "in"},
    Entry{0x6b, "Hindi", "hi", "hin"},
    Entry{0x6c, "Hebrew", "he", "heb", "iw"},
    Entry{0x6d, "Hausa", "ha", "hau"},
    Entry{0x6e, "Guarani", "gn", "grn"},
    Entry{0x6f, "Gujarati", "gu", "guj"},
    Entry{0x70, "Greek", "el", "ell", "gre"},
    Entry{0x71, "Georgian", "ka", "kat", "geo"},
    Entry{0x72, "Fula", "ff", "ful"},
    Entry{0x73, "Dari", "", "", "prs"},
    Entry{0x74, "Chuvash", "cv", "chv"},
    Entry{0x75, "Chinese", "zh", "zho", "chi cmn yue"},
    Entry{0x76, "Burmese", "my", "mya", "bur"},
    Entry{0x77, "Bulgarian", "bg", "bul"},
    Entry{0x78, "Bengali", "bn", "ben"},
    Entry{0x79, "Belarusian", "be", "bel"},
    Entry{0x7a, "Bambara", "bm", "bam"},
    Entry{0x7b, "Azerbaijani", "az", "aze"},
    Entry{0x7c, "Assamese", "as", "asm"},
    Entry{0x7d, "Armenian", "hy", "hye", "arm"},
    Entry{0x7e, "Arabic", "ar", "ara"},
    Entry{0x7f, "Amharic", "am", "amh"},
};

const Entry *find(Language language) {
  const auto code = static_cast<std::uint8_t>(language);
  const auto *const found = std::find_if(
      entries.begin(), entries.end(), [code](auto &entry) { return entry.code == code; });
  return found == entries.end() ? nullptr : found;
}

// The part before the country, in lower case.
std::string primary(std::string_view code) {
  return lower_case(code.substr(0, code.find_first_of("-_.@")));
}

bool is_among(const std::string &word, std::string_view words) {
  return (' ' + std::string{words} + ' ').find(' ' + word + ' ') != std::string::npos;
}

bool means(const std::string &code, const Entry &entry) {
  return code == entry.two || code == entry.three || is_among(code, entry.others);
}

}  // namespace

Language language_of(std::string_view code) {
  const auto letters = primary(code);
  if (letters.size() < 2 || letters.size() > 3) return Language::unknown;
  for (const auto &entry : entries)
    if (means(letters, entry)) return static_cast<Language>(entry.code);
  return Language::unknown;
}

std::string_view iso_639_1(Language language) {
  const auto *const entry = find(language);
  return entry ? entry->two : "";
}

std::string_view iso_639_2(Language language) {
  const auto *const entry = find(language);
  return entry ? entry->three : "";
}

std::string_view name_of(Language language) {
  const auto *const entry = find(language);
  return entry ? entry->name : entries.front().name;
}

}  // namespace redbook
