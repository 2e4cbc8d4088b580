#include "image/reader/sheet_layout.hpp"

#include <utility>

namespace redbook {
namespace {

/// Puts the stretches of a disc end to end.
class Layout {
 public:
  Layout(const Sheet &sheet, std::span<const std::int64_t> file_bytes,
         const std::string &name)
      : sheet_{sheet}, file_bytes_{file_bytes}, name_{name} {}

  void add(const SheetTrack &track);
  SheetLayout take() && { return std::move(layout_); }

 private:
  void add(const Stretch &stretch);
  void add_piece(const AudioPiece &piece);
  void fill_block();
  Lba block_at(std::int64_t bytes) const;
  std::int64_t length_of(const Stretch &stretch) const;
  Lba place_of(const Mark &mark, const std::vector<std::int64_t> &starts) const;
  void add_marks(const SheetTrack &marks, const std::vector<std::int64_t> &starts,
                 Track &track) const;
  void check(const Track &track, int line) const;
  std::string number() const { return std::to_string(layout_.disc.tracks.size() + 1); }

  const Sheet &sheet_;
  std::span<const std::int64_t> file_bytes_;
  const std::string &name_;
  SheetLayout layout_;
  std::int64_t bytes_ = 0;
};

std::int64_t Layout::length_of(const Stretch &stretch) const {
  if (!stretch.file) return stretch.bytes.value_or(0);
  const auto there = file_bytes_[*stretch.file] - stretch.first_byte;
  if (there < 0 || stretch.bytes.value_or(0) > there)
    throw Error{Fault::image, Result::invalid_image,
                "A file is shorter than its sheet says.",
                name_ + ':' + std::to_string(stretch.line) + ": " +
                    sheet_.files[*stretch.file].name + " holds " +
                    std::to_string(file_bytes_[*stretch.file]) + " bytes of audio"};
  return stretch.bytes.value_or(there);
}

void Layout::add_piece(const AudioPiece &piece) {
  if (piece.bytes == 0) return;
  bytes_ += piece.bytes;
  if (bytes_ > max_program_length.bytes())
    throw sheet_error({name_, 1}, "The sheet is longer than any disc: 99 minutes.");
  layout_.pieces.push_back(piece);
}

void Layout::fill_block() {
  add_piece({std::nullopt, 0, Blocks::holding(bytes_).bytes() - bytes_});
}

void Layout::add(const Stretch &stretch) {
  add_piece({stretch.file, stretch.first_byte, length_of(stretch)});
  if (stretch.fills_block) fill_block();
}

// The block that a place in the audio belongs to, which may be inside of one.
Lba Layout::block_at(std::int64_t bytes) const {
  const auto nearest = Blocks::whole(bytes + bytes_per_block / 2);
  return Lba{0} + (sheet_.is_joined ? nearest : Blocks::holding(bytes));
}

Lba Layout::place_of(const Mark &mark, const std::vector<std::int64_t> &starts) const {
  return block_at(starts[mark.stretch]) + mark.offset;
}

void Layout::add_marks(const SheetTrack &marks, const std::vector<std::int64_t> &starts,
                       Track &track) const {
  track.pregap = place_of(marks.index_1, starts) - track.start;
  for (const auto &index : marks.indexes)
    track.indexes.push_back(place_of(index, starts) - track.index_1());
}

void Layout::check(const Track &track, int line) const {
  const SheetPlace place{name_, line};
  auto last = track.index_1();
  if (last >= track.end())
    throw sheet_error(place, "Track " + number() + " of the sheet is empty.");
  for (const auto offset : track.indexes) {
    const auto index = track.index_1() + offset;
    if (index <= last || index >= track.end())
      throw sheet_error(
          place,
          "An index of track " + number() +
              " of the sheet is not behind the one before, or not inside its track.");
    last = index;
  }
}

void Layout::add(const SheetTrack &sheet_track) {
  Track track{.start = block_at(bytes_),
              .texts = sheet_track.texts,
              .subcode = sheet_track.subcode};
  std::vector<std::int64_t> starts;
  for (const auto &stretch : sheet_track.stretches) {
    starts.push_back(bytes_);
    add(stretch);
  }
  starts.push_back(bytes_);
  if (!sheet_.is_joined || &sheet_track == &sheet_.tracks.back()) fill_block();
  track.length = block_at(bytes_) - track.start;
  add_marks(sheet_track, starts, track);
  check(track, sheet_track.line);
  layout_.disc.tracks.push_back(std::move(track));
}

}  // namespace

SheetLayout lay_out(const Sheet &sheet, std::span<const std::int64_t> file_bytes,
                    const std::string &name) {
  Layout tracks{sheet, file_bytes, name};
  for (const auto &track : sheet.tracks) tracks.add(track);
  auto layout = std::move(tracks).take();
  layout.disc.texts = sheet.texts;
  layout.disc.genre = sheet.genre;
  layout.disc.mcn = sheet.mcn;
  layout.disc.language = sheet.language;
  layout.disc.cdtext = sheet.cdtext;
  return layout;
}

}  // namespace redbook
