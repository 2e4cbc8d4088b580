#include "image/reader/image_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <string>
#include <utility>
#include <vector>

#include "error.hpp"
#include "file/file_finder.hpp"
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

Sheet read_sheet(const fs::path &sheet, const std::string &charset) {
  constexpr std::int64_t max_bytes = 1 << 20;
  const auto ending = upper_case(sheet.extension().string());
  if (ending != ".CUE" && ending != ".TOC")
    throw Error{Fault::image, Result::invalid_argument,
                "The disc image is neither a cue sheet (.cue) nor a TOC file of cdrdao "
                "(.toc).",
                sheet.string()};
  const auto text = contents_of(sheet, max_bytes);
  return ending == ".CUE" ? read_cue_sheet(text, sheet.string(), charset)
                          : read_cdrdao_toc(text, sheet.string());
}

/// The file that a line of the sheet names, which may have another ending only if that
/// means the same.
fs::path found_beside(const fs::path &sheet, const AudioFile &file, bool is_only_one) {
  FileNameRules rules;
  if (file.format == AudioFormat::wave) rules.other_endings = {".wav", ".wave"};
  if (file.format == AudioFormat::little_endian) rules.other_endings = {".bin", ".img"};
  FileFinder finder{sheet.parent_path(), std::move(rules)};
  auto found = finder.find(file.name);
  if (!found && is_only_one) found = finder.find_by_stem(sheet.stem().string());
  return found.value_or(sheet.parent_path() / file.name);
}

/// `of_file`, with the line of the sheet that names the file in front of the detail.
Error with_place(const Error &of_file, const fs::path &sheet, int line) {
  return {of_file.fault(), of_file.result(), of_file.what(),
          sheet.string() + ':' + std::to_string(line) + ": " + of_file.detail()};
}

template <typename Opener>
auto opened(const fs::path &sheet, const AudioFile &file, bool is_only_one,
            Opener &&opener) {
  try {
    return opener(found_beside(sheet, file, is_only_one));
  } catch (const Error &error) {
    throw with_place(error, sheet, file.line);
  }
}

void add_packs(const fs::path &sheet, const AudioFile &file, Disc &disc) {
  disc.cdtext =
      opened(sheet, file, false, [](const fs::path &name) { return packs_in(name); });
  take_texts_of_packs(disc);
}

Findings findings_of(const std::vector<std::string> &remarks) {
  Findings findings;
  for (const auto &remark : remarks)
    findings.push_back({"SHEET_CHARSET", Severity::warning, 0, remark, {}, 0});
  return findings;
}

}  // namespace

StagedDisc read_image(const fs::path &sheet, const std::string &charset) {
  const auto read = read_sheet(sheet, charset);
  std::vector<AudioSource> sources;
  std::vector<std::int64_t> lengths;
  for (const auto &file : read.files) {
    sources.push_back(
        opened(sheet, file, read.files.size() == 1,
               [&file](const fs::path &name) { return open_audio(name, file.format); }));
    lengths.push_back(sources.back().bytes);
  }
  auto layout = lay_out(read, lengths, sheet.string());
  if (read.packs) add_packs(sheet, *read.packs, layout.disc);
  return {std::move(layout.disc), stash_of(layout.pieces, std::move(sources)),
          findings_of(read.remarks)};
}

}  // namespace redbook
