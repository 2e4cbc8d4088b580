#include "image/reader/image_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <string>
#include <utility>
#include <vector>

#include "error.hpp"
#include "file/file_finder.hpp"
#include "file/file_set.hpp"
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

/// What the names of a sheet's files are looked up by, and what came of it.
struct Names {
  bool is_only_one = false;
  std::vector<std::string> remarks{};
};

Sheet read_sheet(const fs::path &sheet, const std::string &charset) {
  constexpr std::int64_t max_bytes = 1 << 20;
  const auto ending = upper_case(sheet.extension().string());
  if (ending != ".CUE" && ending != ".TOC")
    throw Error{
        Fault::image, Result::invalid_argument,
        "The disc image is neither a cue sheet (.cue) nor a TOC file of cdrdao (.toc).",
        sheet.string()};
  const auto text = contents_of(sheet, max_bytes);
  return ending == ".CUE" ? read_cue_sheet(text, sheet.string(), charset)
                          : read_cdrdao_toc(text, sheet.string());
}

/// The file that a line of the sheet names, which may have another ending only if that
/// means the same.
fs::path found_beside(const fs::path &sheet, const AudioFile &file, Names &names) {
  FileNameRules rules;
  if (file.format == AudioFormat::wave) rules.other_endings = {".wav", ".wave"};
  if (file.format == AudioFormat::little_endian) rules.other_endings = {".bin", ".img"};
  FileFinder finder{sheet.parent_path(), std::move(rules)};
  return finder.find_for_sheet(sheet, file.name, names.is_only_one, names.remarks);
}

/// `of_file`, with the line of the sheet that names the file in front of the detail.
Error with_place(const Error &of_file, const fs::path &sheet, int line) {
  return {of_file.fault(), of_file.result(), of_file.what(),
          sheet.string() + ':' + std::to_string(line) + ": " + of_file.detail()};
}

/// Opens the file at `path`, which is called `file` in the sheet.
template <typename Opener>
auto opened(const fs::path &sheet, const AudioFile &file, const fs::path &path,
            Opener &&opener) {
  try {
    return opener(path);
  } catch (const Error &error) {
    throw with_place(error, sheet, file.line);
  }
}

void add_packs(const fs::path &sheet, const AudioFile &file, Disc &disc) {
  const auto path = FileFinder{sheet.parent_path(), {}}.find(file.name);
  disc.cdtext = opened(sheet, file, path.value_or(sheet.parent_path() / file.name),
                       [](const fs::path &name) { return packs_in(name); });
  take_texts_of_packs(disc);
}

Findings findings_of(const std::vector<std::string> &remarks) {
  Findings findings;
  for (const auto &remark : remarks)
    findings.push_back({"SHEET_GUESS", Severity::warning, 0, remark, {}, 0});
  return findings;
}

}  // namespace

StagedDisc read_image(const fs::path &sheet, const std::string &charset) {
  settle_files(sheet);
  const auto read = read_sheet(sheet, charset);
  Names names{read.files.size() == 1, read.remarks};
  std::vector<AudioSource> sources;
  std::vector<std::int64_t> lengths;
  for (const auto &file : read.files) {
    sources.push_back(
        opened(sheet, file, found_beside(sheet, file, names),
               [&file](const fs::path &name) { return open_audio(name, file.format); }));
    lengths.push_back(sources.back().bytes);
  }
  auto layout = lay_out(read, lengths, sheet.string());
  if (read.packs) add_packs(sheet, *read.packs, layout.disc);
  return {std::move(layout.disc), stash_of(layout.pieces, std::move(sources)),
          findings_of(names.remarks)};
}

}  // namespace redbook
