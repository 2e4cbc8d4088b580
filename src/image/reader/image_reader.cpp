#include "image/reader/image_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <string>
#include <utility>
#include <vector>

#include "cdtext/charset.hpp"
#include "error.hpp"
#include "file/text_file.hpp"
#include "image/reader/audio_assembly.hpp"
#include "image/reader/audio_reader.hpp"
#include "image/reader/cdrdao_toc_reader.hpp"
#include "image/reader/cue_reader.hpp"
#include "image/reader/pack_file.hpp"
#include "image/reader/sheet_layout.hpp"
#include "image/reader/sheet_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

Sheet read_sheet(const fs::path &sheet) {
  constexpr std::int64_t max_bytes = 1 << 20;
  const auto ending = upper_case(sheet.extension().string());
  if (ending != ".CUE" && ending != ".TOC")
    throw Error{Fault::image, Result::invalid_argument,
                "The disc image is neither a cue sheet (.cue) nor a TOC file of cdrdao "
                "(.toc).",
                sheet.string()};
  const auto text = contents_of(sheet, max_bytes);
  return ending == ".CUE" ? read_cue_sheet(text, sheet.string())
                          : read_cdrdao_toc(text, sheet.string());
}

bool is_there(const fs::path &name) {
  std::error_code none;
  return fs::exists(name, none);
}

/// Sheets name their files in UTF-8 or Latin-1, and often as they were called on another
/// machine.
fs::path found_beside(const fs::path &sheet, const std::string &name) {
  const auto folder = sheet.parent_path();
  const auto last = name.substr(name.find_last_of("/\\") + 1);
  const auto latin_1 = encoded(name, CharacterCode::latin_1).value_or(name);
  for (const auto &candidate : {name, latin_1, last})
    if (!candidate.empty() && is_there(folder / candidate)) return folder / candidate;
  return folder / name;
}

/// `of_file`, with the line of the sheet that names the file in front of the detail.
Error with_place(const Error &of_file, const fs::path &sheet, int line) {
  return {of_file.fault(), of_file.result(), of_file.what(),
          sheet.string() + ':' + std::to_string(line) + ": " + of_file.detail()};
}

template <typename Opener>
auto opened(const fs::path &sheet, const AudioFile &file, Opener &&opener) {
  try {
    return opener(found_beside(sheet, file.name));
  } catch (const Error &error) {
    throw with_place(error, sheet, file.line);
  }
}

void add_packs(const fs::path &sheet, const AudioFile &file, Disc &disc) {
  disc.cdtext = opened(sheet, file, [](const fs::path &name) { return packs_in(name); });
  take_texts_of_packs(disc);
}

}  // namespace

StagedDisc read_image(const fs::path &sheet) {
  const auto read = read_sheet(sheet);
  std::vector<AudioSource> sources;
  std::vector<std::int64_t> lengths;
  for (const auto &file : read.files) {
    sources.push_back(opened(sheet, file, [&file](const fs::path &name) {
      return open_audio(name, file.format);
    }));
    lengths.push_back(sources.back().bytes);
  }
  auto layout = lay_out(read, lengths, sheet.string());
  if (read.packs) add_packs(sheet, *read.packs, layout.disc);
  return {std::move(layout.disc), stash_of(layout.pieces, std::move(sources))};
}

}  // namespace redbook
