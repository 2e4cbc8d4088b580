/// A test drive in a folder of its own, and what redbook-burner does on it.
#pragma once

#include <functional>

#include "core/discs.hpp"
#include "core/suite.hpp"
#include "redbook-burner/libburn/libburn_drive.hpp"
#include "test_drive/drive.hpp"
#include "test_drive/stock.hpp"

namespace redbook::test {

/// Notes each event as a line; of blocks, buffer and erasing only whether they were
/// right.
class BurnNotes : public BurnObserver {
 public:
  std::string text() const { return text_; }
  Findings findings{};
  Blocks blocks{};
  bool rose = true;
  std::vector<int> fills{};
  std::function<void(Blocks)> at_blocks{};
  Blocks verified_blocks{};
  std::function<void()> at_closing{};
  std::function<void(Blocks)> at_verified{};

  void on(const BurnEvent &event) noexcept override {
    std::visit([this](const auto &e) { note(e); }, event);
  }

 private:
  void note(const event::Found &event) { findings.push_back(event.finding); }
  void note(const event::Erasing &) {
    if (!text_.ends_with("erasing\n")) text_ += "erasing\n";
  }
  void note(const event::Chosen &event) {
    text_ += std::string{name_of(event.write_mode)} + ' ' +
             std::to_string(event.write_speed) + '\n';
  }
  void note(const event::Preparing &) { text_ += "preparing\n"; }
  void note(const event::TracksWritten &event) {
    text_ += "tracks " + std::to_string(event.written) + '\n';
  }
  void note(const event::BlocksWritten &event) {
    rose = rose && event.written >= blocks;
    blocks = event.written;
    if (at_blocks) at_blocks(event.written);
  }
  void note(const event::BufferFilled &event) { fills.push_back(event.percent); }
  void note(const event::Closing &) {
    text_ += "closing\n";
    if (at_closing) at_closing();
  }
  void note(const event::Verified &event) {
    if (!text_.ends_with("verifying\n")) text_ += "verifying\n";
    rose = rose && event.completed >= verified_blocks;
    verified_blocks = event.completed;
    if (at_verified) at_verified(event.completed);
  }
  template <typename OfPlayer>
  void note(const OfPlayer &) {}

  std::string text_;
};

/// A drive sr0 with a medium from stock, which this process sees as /dev/sr0.
class Rig {
 public:
  explicit Rig(const std::string &medium = "cd-r-80") {
    drive::Drive::create(folder_ / "sr0");
    if (!medium.empty()) drive::make_medium(folder_ / "sr0/medium", medium);
    ::setenv("TEST_DRIVE_FOLDER", folder_.path().c_str(), 1);
  }

  std::filesystem::path folder() const { return folder_.path(); }
  drive::Medium medium() const { return drive::Medium{folder_ / "sr0/medium"}; }
  drive::DriveState state() const {
    return *drive::Mapped<drive::DriveState>{folder_ / "sr0/state"};
  }
  void set(const std::string &name, const std::string &value) const {
    auto settings = drive::Settings::read(folder_ / "sr0/settings");
    settings.set(name, value);
    settings.write(folder_ / "sr0/settings");
  }
  void plan(const std::string &faults) const {
    write_file(folder_ / "sr0/plan", faults + '\n');
  }

  std::shared_ptr<Stash> stash_of(const Pcm &audio) const {
    return stash_with(folder_, audio);
  }

  /// Burns audio of the disc's length, no two blocks of which are the same, and gives it
  /// back.
  Pcm burn(const Disc &disc, const DriveSettings &settings = {}) {
    auto audio = counting_audio(disc.length());
    burn(disc, audio, settings);
    return audio;
  }
  void burn(const Disc &disc, const Pcm &audio, const DriveSettings &settings,
            std::stop_token stop = {}) {
    LibburnDrive burner{"/dev/sr0"};
    burner.burn(disc, *stash_of(audio), settings, notes, stop);
  }

  /// The same without audio, for long discs.
  void burn_silence(const Disc &disc, const DriveSettings &settings) {
    const auto stash = stash_of({});
    stash->resize(disc.length().bytes());
    LibburnDrive{"/dev/sr0"}.burn(disc, *stash, settings, notes, {});
  }

  /// What the disc in the drive sounds like.
  Pcm recorded(Blocks length, Lba from = Lba{0}) const {
    const auto audio = medium().program().read(drive::Lba{static_cast<int>(from.value())},
                                               static_cast<int>(length.count()));
    const auto bytes = std::as_bytes(std::span{audio});
    return {bytes.begin(), bytes.end()};
  }

  /// The lines of the cue sheet that the drive got, of 16 digits each.
  std::string cue_sheet() const {
    const auto sheet = contents(folder_ / "sr0/cue-sheet");
    std::string text;
    for (std::size_t i = 0; i < sheet.size(); ++i) {
      char digits[3];
      std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(sheet[i]));
      text += digits;
      if (i % 8 == 7) text += '\n';
    }
    return text;
  }

  /// The first MCN and ISRC of each track, as the Q data have them.
  std::string codes() const {
    auto disc = medium();
    std::string text;
    for (const auto &track : disc.catalogue().all_tracks())
      for (const char *name : {"MCN", "ISRC"}) text += first_code(disc, track, name);
    return text;
  }

  BurnNotes notes;

 private:
  static std::string first_code(drive::Medium &disc, const drive::TrackEntry &track,
                                const std::string &name) {
    for (auto lba = track.start; lba < track.end; lba = lba + 1) {
      const auto q = disc.q_at(lba);
      const auto code = name == "MCN" ? std::string{drive::catalogue_of(q).data()}
                                      : std::string{drive::isrc_of(q).data()};
      if (!code.empty())
        return "track " + std::to_string(track.number) + " " + name + " " + code + "\n";
    }
    return {};
  }

  TempDir folder_;
};

/// CD-TEXT: title "T", tracks "A" and "B".
inline std::vector<std::byte> packs() { return disc_of_ddp_golden_3().cdtext; }

inline Disc short_album() { return disc_of({Blocks{450}, Blocks{300}, Blocks{375}}); }

}  // namespace redbook::test
