#include "test_drive/medium.hpp"

#include <algorithm>
#include <stdexcept>

namespace redbook::drive {
namespace {

constexpr std::size_t lead_in_record_bytes = 1 + sizeof(QFrame);

namespace fs = std::filesystem;

void empty_file(const fs::path &file) {
  if (fs::exists(file)) fs::resize_file(file, 0);
}

}  // namespace

Medium::Medium(fs::path folder)
    : folder_{std::move(folder)},
      catalogue_{folder_ / "catalogue"},
      program_{folder_ / "program", bytes_per_block},
      q_{folder_ / "q", sizeof(QFrame)} {
  if (catalogue_->version == 0) *catalogue_ = {};
  if (catalogue_->version != Catalogue::right_version)
    throw std::runtime_error{"not a medium of this version: " + folder_.string()};
}

bool Medium::exists(const fs::path &folder) { return fs::exists(folder / "catalogue"); }

Medium Medium::create(const fs::path &folder, MediumKind kind, int minutes) {
  fs::create_directories(folder);
  Medium medium{folder};
  auto &disc = medium.catalogue();
  disc = {};
  disc.kind = kind;
  disc.atip_lead_in = Msf{97, 34, 23}.lba();
  disc.last_lead_out = Lba{minutes * 4500 - first_pregap_blocks - 1};
  return medium;
}

QFrame Medium::q_at(Lba lba) {
  QFrame frame{};
  std::ranges::copy(q_.read(lba, 1), frame.begin());
  return frame;
}

std::vector<LeadInFrame> Medium::lead_in() const {
  std::vector<LeadInFrame> frames;
  const auto bytes = read_file(folder_ / "lead-in");
  for (std::size_t at = 0; at + lead_in_record_bytes <= bytes.size();) {
    auto &frame = frames.emplace_back();
    frame.session = bytes[at];
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at + 1), sizeof(QFrame),
                frame.q.begin());
    at += lead_in_record_bytes;
  }
  return frames;
}

void Medium::add_lead_in(const LeadInFrame &frame) {
  Bytes record{static_cast<std::uint8_t>(frame.session)};
  append(record, frame.q);
  append_file(folder_ / "lead-in", record);
}

fs::path Medium::text_file(int session) const {
  return folder_ / ("text." + std::to_string(session));
}

void Medium::add_text(int session, View blocks) {
  append_file(text_file(session), blocks);
}

std::vector<TextPack> Medium::text(int session) const {
  return packs_in(read_file(text_file(session)));
}

void Medium::erase(bool thoroughly) {
  for (int session = 1; session <= Catalogue::max_sessions; ++session)
    fs::remove(text_file(session));
  empty_file(folder_ / "lead-in");
  empty_file(folder_ / "q");
  if (thoroughly) empty_file(folder_ / "program");
  catalogue_->erase();
}

}  // namespace redbook::drive
