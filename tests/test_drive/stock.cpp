#include "test_drive/stock.hpp"

#include <algorithm>
#include <stdexcept>

#include "test_drive/lead_in.hpp"
#include "test_drive/medium.hpp"
#include "test_drive/music.hpp"

namespace redbook::drive {
namespace {

namespace fs = std::filesystem;

constexpr int pressed_track_blocks = 450;
constexpr int pressed_tracks = 3;
constexpr int data_blocks = 600;
constexpr std::uint8_t data_control = 4;
constexpr std::string_view pressed_mcn = "1234567890128";

void record_q(Medium &medium, const TrackEntry &track) {
  const QSpeller speller;
  for (Lba lba = track.pregap; lba < track.end; lba = lba + 1) {
    const int into = lba - track.start;
    const auto index = static_cast<std::uint8_t>(into < 0 ? 0 : 1);
    const bool mcn = !(track.control & data_control) && into >= 0 && into % 97 == 48;
    const auto q = mcn ? speller.catalogue(pressed_mcn, lba)
                       : speller.position({track.control, track.number, index,
                                           into < 0 ? -into - 1 : into, lba});
    medium.q().write(lba, q);
  }
}

void close(Medium &medium) {
  auto &disc = medium.catalogue();
  disc.session_count = 1;
  disc.sessions[0] = {true, disc.last_track()->end};
  disc.finalised = true;
  write_lead_in(medium, 1, QSpeller{});
}

TrackEntry &add_track(Medium &medium, std::uint8_t control, int blocks) {
  auto &disc = medium.catalogue();
  TrackEntry track;
  track.number = static_cast<std::uint8_t>(disc.next_track_number());
  track.session = 1;
  track.control = control;
  track.start = disc.track_count ? disc.last_track()->end : Lba{0};
  track.pregap = disc.track_count ? track.start : track.start - first_pregap_blocks;
  track.end = track.start + blocks;
  record_q(medium, track);
  return disc.add_track(track);
}

void press_audio(Medium &medium) {
  for (int i = 1; i <= pressed_tracks; ++i) {
    const auto &track = add_track(medium, 0, pressed_track_blocks);
    medium.program().write(track.start, music(i, pressed_track_blocks * 588));
  }
  close(medium);
}

/// A mode 1 block (ECMA-130). EDC and ECC are left 0: nobody here checks them.
Bytes data_block(Lba lba, View user) {
  Bytes block(bytes_per_block);
  std::fill(block.begin() + 1, block.begin() + 11, std::uint8_t{0xFF});
  const auto msf = Msf::of(lba);
  put(block, 12,
      std::array<std::uint8_t, 4>{to_bcd(msf.minute), to_bcd(msf.second),
                                  to_bcd(msf.frame), 1});
  put(block, 16, user);
  return block;
}

/// As much of ISO 9660 as tells a reader what this is: a volume called DATA.
Bytes volume_descriptor() {
  Bytes block(2048);
  const std::string_view magic = "\1CD001\1";
  std::copy(magic.begin(), magic.end(), block.begin());
  std::fill(block.begin() + 8, block.begin() + 72, std::uint8_t{' '});
  const std::string_view name = "DATA";
  std::copy(name.begin(), name.end(), block.begin() + 40);
  return block;
}

void press_data(Medium &medium) {
  add_track(medium, data_control, data_blocks);
  for (int i = 0; i < data_blocks; ++i)
    medium.program().write(
        Lba{i}, data_block(Lba{i}, i == 16 ? volume_descriptor() : Bytes(2048)));
  close(medium);
}

void press_dvd(Medium &medium) {
  add_track(medium, data_control, data_blocks);
  close(medium);
}

void write_audio(Medium &medium) { press_audio(medium); }

/// One closed session, and room for another.
void leave_appendable(Medium &medium) {
  const auto &track = add_track(medium, 0, pressed_track_blocks);
  medium.program().write(track.start, music(1, pressed_track_blocks * 588));
  auto &disc = medium.catalogue();
  disc.session_count = 1;
  disc.sessions[0] = {true, disc.last_track()->end};
  write_lead_in(medium, 1, QSpeller{});
}

/// A session at once that was broken off.
void leave_half_written(Medium &medium) {
  medium.program().write(Lba{0}, music(1, pressed_track_blocks * 588));
  medium.catalogue().open_session();
  medium.catalogue().session_at_once_begun = true;
}

void leave_spoilt(Medium &medium) {
  leave_half_written(medium);
  medium.catalogue().spoilt = true;
}

struct Recipe {
  StockItem item;
  MediumKind kind;
  int minutes;
  void (*prepare)(Medium &);
};

const std::vector<Recipe> &recipes() {
  using Kind = MediumKind;
  static const std::vector<Recipe> all{
      {{"cd-r-74", "blank CD-R of 74 minutes"}, Kind::cd_r, 74, nullptr},
      {{"cd-r-80", "blank CD-R of 80 minutes"}, Kind::cd_r, 80, nullptr},
      {{"cd-r-90", "blank CD-R of 90 minutes"}, Kind::cd_r, 90, nullptr},
      {{"cd-rw-74", "blank CD-RW of 74 minutes"}, Kind::cd_rw, 74, nullptr},
      {{"cd-rw-80", "blank CD-RW of 80 minutes"}, Kind::cd_rw, 80, nullptr},
      {{"cd-rw-90", "blank CD-RW of 90 minutes"}, Kind::cd_rw, 90, nullptr},
      {{"written", "CD-R with three tracks, closed"}, Kind::cd_r, 80, write_audio},
      {{"written-rw", "CD-RW with three tracks, closed"}, Kind::cd_rw, 80, write_audio},
      {{"appendable", "CD-R with one closed session"}, Kind::cd_r, 80, leave_appendable},
      {{"half-written", "CD-R whose burn was broken off"},
       Kind::cd_r,
       80,
       leave_half_written},
      {{"half-written-rw", "CD-RW whose burn was broken off"},
       Kind::cd_rw,
       80,
       leave_half_written},
      {{"spoilt", "CD-R ruined by an underrun"}, Kind::cd_r, 80, leave_spoilt},
      {{"audio-cd", "pressed CD with three tracks"}, Kind::pressed_cd, 74, press_audio},
      {{"data-cd", "pressed CD-ROM"}, Kind::pressed_cd, 74, press_data},
      {{"dvd", "pressed DVD"}, Kind::dvd_rom, 80, press_dvd},
  };
  return all;
}

}  // namespace

const std::vector<StockItem> &stock() {
  static const auto items = [] {
    std::vector<StockItem> list;
    for (const auto &recipe : recipes()) list.push_back(recipe.item);
    return list;
  }();
  return items;
}

void make_medium(const fs::path &folder, const std::string &name) {
  const auto named = [&](const Recipe &recipe) { return recipe.item.name == name; };
  const auto found = std::ranges::find_if(recipes(), named);
  if (found == recipes().end()) throw std::invalid_argument{"no medium called " + name};
  auto medium = Medium::create(folder, found->kind, found->minutes);
  if (found->prepare) found->prepare(medium);
}

}  // namespace redbook::drive
