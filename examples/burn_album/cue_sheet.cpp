#include "cue_sheet.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

#include "disc/lint.hpp"
#include "error.hpp"
#include "file/text_file.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "image/reader/cue_reader.hpp"
#include "image/reader/sheet_files.hpp"
#include "image/reader/sheet_layout.hpp"
#include "image/reader/sound_kind.hpp"

namespace burn_album {
namespace {

namespace fs = std::filesystem;

redbook::Sheet sheet_at(const fs::path &path, const std::string &charset) {
  constexpr std::int64_t max_bytes = 1 << 20;
  return redbook::read_cue_sheet(redbook::contents_of(path, max_bytes), path.string(),
                                 charset);
}

/// Some write BINARY for everything.
bool is_music_after_all(const fs::path &path, const std::vector<std::string> &endings) {
  if (!is_file(path)) return false;
  if (std::find(endings.begin(), endings.end(), ending_of(path)) != endings.end())
    return true;
  std::array<char, redbook::kind_bytes> beginning{};
  std::ifstream{path, std::ios::binary}.read(beginning.data(), beginning.size());
  return !redbook::kind_of_sound({beginning.data(), beginning.size()}).empty();
}

/// A FIFO would be waited for, and a device may never end.
void check_are_files(const std::vector<Source> &sources, const fs::path &sheet) {
  std::error_code none;
  for (const auto &source : sources)
    if (fs::exists(source.name, none) && !fs::is_regular_file(source.name, none))
      throw redbook::Error{redbook::Fault::image, redbook::Result::invalid_image,
                           "What the cue sheet names is not a file.",
                           sheet.string() + ": " + source.name};
}

bool is_raw(redbook::AudioFormat format) {
  return format == redbook::AudioFormat::little_endian ||
         format == redbook::AudioFormat::big_endian;
}

Texts texts_of(const redbook::Texts &texts) {
  return {texts.title,    texts.performer, texts.songwriter,
          texts.composer, texts.arranger,  texts.message};
}

std::string copy_of(redbook::Copy copy) {
  if (copy == redbook::Copy::prohibited) return {};
  return copy == redbook::Copy::scms ? "scms" : "permitted";
}

void take(std::shared_ptr<const redbook::Sheet> sheet, std::string name, Album &album) {
  album.sheet_name = std::move(name);
  album.layout = Layout::sheet;
  album.texts = texts_of(sheet->texts);
  album.genre = sheet->genre;
  album.catalog_number = sheet->mcn;
  album.remarks.insert(album.remarks.end(), sheet->remarks.begin(), sheet->remarks.end());
  if (sheet->packs)
    album.remarks.push_back(
        "The CD-TEXT that the cue sheet names (CDTEXTFILE) is left out: its own texts are taken.");
  album.sheet = std::move(sheet);
}

/// The file in which most of a track lies, if not all: that of its index 01.
std::size_t source_of(const redbook::SheetTrack &track) {
  for (auto i = track.index_1.stretch; i < track.stretches.size(); ++i)
    if (const auto file = track.stretches[i].file) return *file;
  return 0;
}

Track track_of(const redbook::Track &track, std::size_t source) {
  const auto time_at = [](redbook::Lba place) { return time_of(place.value()); };
  Track made{.source = source,
             .start = time_at(track.start),
             .length = time_of(track.length.count()),
             .texts = texts_of(track.texts),
             .isrc = track.subcode.isrc,
             .pregap = track.pregap.count(),
             .pre_emphasis = track.subcode.pre_emphasis,
             .four_channel = track.subcode.four_channel,
             .copy = copy_of(track.subcode.copy)};
  for (const auto index : track.indexes)
    made.indexes.push_back(time_at(track.index_1() + index));
  return made;
}

/// All but that which completes the last block, as redbooksink does that by itself.
std::vector<Silence> silences_in(const redbook::SheetLayout &layout,
                                 std::int64_t samples) {
  std::vector<Silence> silences;
  std::int64_t before = 0;
  for (const auto &piece : layout.pieces) {
    const auto length = piece.bytes / redbook::bytes_per_sample;
    const bool completes = before == samples && &piece == &layout.pieces.back() &&
                           piece.bytes < redbook::bytes_per_block;
    if (piece.file)
      before += length;
    else if (!completes)
      silences.push_back({before, length});
  }
  return silences;
}

/// A track may be short by the Red Book if a pregap follows it, but no drive is asked to
/// burn one.
void check_lengths(const redbook::Disc &disc, const std::string &name) {
  for (std::size_t i = 0; i < disc.tracks.size(); ++i)
    if (disc.tracks[i].length < redbook::min_track_length)
      throw redbook::Error{redbook::Fault::layout, redbook::Result::track_not_big_enough,
                           "Track " + std::to_string(i + 1) +
                               " of the cue sheet is shorter than 4 seconds.",
                           name};
}

/// redbook-burner says the same of the same disc.
redbook::Disc checked(redbook::Disc disc, const std::string &name) {
  auto linted = redbook::lint(std::move(disc), redbook::max_program_length);
  for (const auto &finding : linted.findings)
    if (finding.severity == redbook::Severity::error)
      throw redbook::Error{redbook::Fault::layout, redbook::Result::invalid_image,
                           sentence_of(finding), name};
  check_lengths(linted.disc, name);
  return std::move(linted.disc);
}

}  // namespace

std::optional<Album> album_of_cue_sheet(const fs::path &path,
                                        const std::string &charset) {
  auto sheet = std::make_shared<redbook::Sheet>(sheet_at(path, charset));
  const auto endings = endings_of_music();
  Album album;
  for (const auto &file : files_of(
           *sheet, path, [&](auto) { return endings; }, album.remarks))
    album.sources.push_back({.name = file});
  for (std::size_t i = 0; i < album.sources.size(); ++i)
    if (is_raw(sheet->files[i].format) &&
        !is_music_after_all(album.sources[i].name, endings))
      return std::nullopt;
  check_are_files(album.sources, path);
  take(std::move(sheet), path.string(), album);
  return album;
}

void take_sheet_inside(const std::string &text, Album &album) {
  const auto &name = album.sources.front().name;
  auto sheet = std::make_shared<redbook::Sheet>(redbook::read_cue_sheet(text, name));
  if (sheet->files.size() != 1) {
    album.remarks.push_back("The cue sheet in " + name +
                            " is of several files: it is left out.");
    return;
  }
  take(std::move(sheet), std::string{name}, album);
}

void divide_by_sheet(Album &album) {
  std::vector<std::int64_t> bytes;
  std::int64_t samples = 0;
  for (const auto &source : album.sources) {
    bytes.push_back(source.samples * redbook::bytes_per_sample);
    samples += source.samples;
  }
  const auto &name = album.sheet_name;
  const auto layout = redbook::lay_out(*album.sheet, bytes, name);
  const auto disc = checked(layout.disc, name);
  album.tracks.clear();
  for (std::size_t i = 0; i < disc.tracks.size(); ++i)
    album.tracks.push_back(track_of(disc.tracks[i], source_of(album.sheet->tracks[i])));
  album.silences = silences_in(layout, samples);
  album.blocks = disc.length().count();
}

}  // namespace burn_album
