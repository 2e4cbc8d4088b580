#include "image/reader/sound_kind.hpp"

namespace redbook {

std::string_view kind_of_sound(std::string_view bytes) {
  static constexpr struct {
    std::size_t offset;
    std::string_view magic, kind;
  } kinds[] = {{0, "RIFF", "WAVE"},
               {0, "RIFX", "WAVE"},
               {0, "RF64", "WAVE"},
               {0, "BW64", "WAVE"},
               {0, "riff", "W64"},
               {0, "FORM", "AIFF"},
               {0, "caff", "CAF"},
               {0, ".snd", "AU"},
               {0, "fLaC", "FLAC"},
               {0, "OggS", "Ogg"},
               {0, "ID3", "MP3"},
               {4, "ftyp", "MP4"},
               {0, "\x1a\x45\xdf\xa3", "Matroska"},
               {0, "\x30\x26\xb2\x75", "WMA"},
               {0, "wvpk", "WavPack"},
               {0, "MAC ", "Monkey's Audio"},
               {0, "TTA1", "TTA"},
               {0, "tBaK", "TAK"},
               {0, "MPCK", "Musepack"},
               {0, "MP+", "Musepack"}};
  for (const auto &[offset, magic, kind] : kinds)
    if (bytes.substr(offset < bytes.size() ? offset : bytes.size()).starts_with(magic))
      return kind;
  return {};
}

}  // namespace redbook
