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
#include "image/reader/file_check.hpp"
#include "image/reader/pack_file.hpp"
#include "image/reader/sheet_files.hpp"
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
    throw Error{
        Fault::image, Result::invalid_argument,
        "The disc image is neither a cue sheet (.cue) nor a TOC file of cdrdao (.toc).",
        sheet.string()};
  const auto text = contents_of(sheet, max_bytes);
  return ending == ".CUE" ? read_cue_sheet(text, sheet.string(), charset)
                          : read_cdrdao_toc(text, sheet.string());
}

/// A file may have another ending only if that means the same.
std::vector<std::string> endings_for(AudioFormat format) {
  if (format == AudioFormat::wave) return {".wav", ".wave"};
  if (format == AudioFormat::little_endian) return {".bin", ".img"};
  return {};
}

/// Opens the file at `path`, which is called `file` in the sheet.
template <typename Opener>
auto opened(const fs::path &sheet, const AudioFile &file, const fs::path &path,
            Opener &&opener) {
  try {
    return opener(path);
  } catch (const Error &error) {
    throw with_place(error, {sheet.string(), file.line});
  }
}

void add_packs(const fs::path &sheet, const Sheet &read, Disc &disc) {
  if (!read.packs) return;
  const auto &file = *read.packs;
  const auto found = FileFinder{sheet.parent_path(), {}}.find(file.name);
  disc.cdtext = opened(sheet, file, found ? found->path : sheet.parent_path() / file.name,
                       [](const fs::path &name) { return packs_in(name); });
  check_packs(read, sheet.string(), disc.cdtext);
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
  auto remarks = read.remarks;
  const auto paths = files_of(read, sheet, endings_for, remarks);
  std::vector<AudioSource> sources;
  std::vector<std::int64_t> lengths;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto &file = read.files[i];
    sources.push_back(opened(sheet, file, paths[i], [&file](const fs::path &name) {
      return open_audio(name, file.format);
    }));
    lengths.push_back(sources.back().bytes);
  }
  auto layout = lay_out(read, lengths, sheet.string());
  add_packs(sheet, read, layout.disc);
  auto stash = stash_of(layout.pieces, std::move(sources));
  check_audio(read, sheet.string(), layout.disc.length(), *stash);
  return {std::move(layout.disc), std::move(stash), findings_of(remarks)};
}

}  // namespace redbook
