#include "drive/track_at_once.hpp"
#include "q_data.hpp"
#include "read_back_fixture.hpp"
#include "verify/disc_comparison.hpp"
#include "verify/verification.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// A drive with a disc of three tracks in it, as they were staged unless a test spoils
/// it.
class FakeReader : public DiscReader {
 public:
  ReadDisc disc{};
  Pcm audio = vector_disc();
  int shift = 0;
  Lba unreadable{-1000};
  int reads = 0;
  Disc in_q{};  ///< as its Q data have it
  int q_reads = 0;

  ReadDisc layout() override { return disc; }
  void read(Lba first, std::span<std::byte> into) override {
    ++reads;
    const auto blocks = Blocks::whole(static_cast<std::int64_t>(into.size()));
    if (unreadable >= first && unreadable < first + blocks)
      throw UnreadableBlock{unreadable, "sense 3/11/05"};
    copy_samples(audio, (first - Lba{0}).samples() - shift, into);
  }
  bool read_q(Lba first, std::span<std::byte> into) override {
    ++q_reads;
    put_q_data(in_q, first, into);
    return true;
  }
};

class Progress : public BurnObserver {
 public:
  std::vector<std::int64_t> told{};
  void on(const BurnEvent &event) noexcept override {
    told.push_back(std::get<event::Verified>(event).completed.count());
  }
};

struct Case {
  Disc disc{};
  Pcm staged = vector_disc();
  FakeReader reader{};
  Progress progress{};
  WriteMode mode = WriteMode::sao;
  int write_offset = 0;

  Case() {
    for (const auto length : {Blocks{450}, Blocks{300}, Blocks{375}})
      disc.tracks.push_back({disc.lead_out(), {}, length, {}, {}});
    reader.disc.lead_out = disc.lead_out();
    for (const auto &track : disc.tracks)
      reader.disc.tracks.push_back({track.start, 0, ""});
    reader.in_q = disc;
  }

  Findings findings(Verify kind = Verify::full) {
    const auto sent = [this](std::int64_t first, std::span<std::byte> into) {
      copy_samples(staged, first + write_offset, into);
    };
    return verify({disc, sent, write_offset, mode}, kind, reader, progress, {});
  }

  std::string text(Verify kind = Verify::full) {
    std::string text;
    for (const auto &finding : findings(kind))
      text += finding.name + ' ' + name_of(finding.severity) + ": " +
              sentence_of(finding) + '\n';
    return text;
  }
};

}  // namespace

REDBOOK_TEST(test_good_disc_is_verified_and_its_shift_told) {
  Case good;
  good.reader.shift = 667;

  assert_text(
      good.text(),
      R"(VERIFY_SHIFT note: Disc: its audio is read 667 samples late, as the drive's offsets make it. It was compared there.
VERIFY_LOST_SAMPLES warning: Disc: 667 samples at its end lie behind what the drive reads. They were not compared.
VERIFIED note: Disc: its table of contents, codes, texts and the audio of 3 tracks are what was staged.
)");
  ck_assert(good.progress.told.front() == 0 && good.progress.told.back() == 1125);
}

REDBOOK_TEST(test_quick_verification_reads_no_audio) {
  Case good;

  assert_text(good.text(Verify::quick),
              "VERIFIED note: Disc: its table of contents, codes and texts are what was "
              "staged.\n");
  ck_assert_int_eq(good.reader.reads, 0);
  ck_assert_int_eq(good.progress.told.back(), 1125);
}

REDBOOK_TEST(test_damage_is_told_with_its_places) {
  Case bad;
  bad.reader.audio[Blocks{450}.bytes() + 4 * 44100] ^= std::byte{1};
  const auto lost = bad.reader.audio.begin() + Blocks{800}.bytes();
  std::fill(lost, lost + Blocks{1}.bytes(), std::byte{});

  const auto text = bad.text();

  ck_assert(text.find("VERIFY_SOUND error: Track 2: 1 sample of its audio differs: "
                      "00:01.00 (sample 44100). Its AccurateRip v2 is ") !=
            std::string::npos);
  ck_assert(text.find("of its audio differ: 00:00.50 (sample 29400) to 00:00.50 (sample "
                      "29987).") != std::string::npos);
  ck_assert(text.find("VERIFIED") == std::string::npos);
}

REDBOOK_TEST(test_audio_that_repeats_does_not_hide_damage) {
  Case bad;
  bad.staged = bad.reader.audio = repeating_audio(Blocks{1125});
  bad.reader.audio[Blocks{500}.bytes()] ^= std::byte{1};

  const auto text = bad.text();

  ck_assert(text.find("VERIFY_SOUND error: Track 2: 1 sample of its audio differs: "
                      "00:00.50 (sample 29400).") != std::string::npos);
}

REDBOOK_TEST(test_silence_does_not_tell_its_shift_and_passes) {
  Case good;
  good.staged = good.reader.audio = silence(Blocks{1125});
  good.reader.shift = 667;

  const auto text = good.text();

  ck_assert(text.starts_with("VERIFY_SHIFT_UNDECIDED note: "));
  ck_assert(text.find("VERIFIED") != std::string::npos);
}

REDBOOK_TEST(test_swapped_tracks_are_named) {
  Case bad;
  bad.disc.tracks[1].length = bad.disc.tracks[2].length = Blocks{300};
  bad.disc.tracks[2].start = Lba{750};
  bad.reader.disc.lead_out = bad.disc.lead_out();
  bad.staged = joined({generated_audio(Blocks{450}, 1), generated_audio(Blocks{300}, 2),
                       generated_audio(Blocks{300}, 3)});
  bad.reader.audio =
      joined({generated_audio(Blocks{450}, 1), generated_audio(Blocks{300}, 3),
              generated_audio(Blocks{300}, 2)});

  const auto error = error_of(bad.findings(), "/dev/sr0");

  assert_text(error.what(),
              "The disc is not what was staged. Track 2: it has the audio of track 3.");
  assert_text(error.detail(),
              "/dev/sr0; VERIFY_SOUND: Track 2: it has the audio of track 3.; "
              "VERIFY_SOUND: Track 3: it has the audio of track 2.");
  ck_assert(error.fault() == Fault::medium);
  ck_assert(error.result() == Result::verification_failed);
}

REDBOOK_TEST(test_unreadable_block_is_named) {
  Case bad;
  bad.reader.unreadable = Lba{1000};

  assert_text(bad.text(),
              "VERIFY_UNREADABLE error: Disc: block 1000 (track 3, 00:03.25) can't be "
              "read: sense 3/11/05.\n");
}

REDBOOK_TEST(test_audio_is_not_compared_in_wrong_places) {
  Case bad;
  bad.reader.disc.tracks[1].start = Lba{451};

  ck_assert(bad.text().starts_with("VERIFY_TOC error: Track 2"));
  ck_assert_int_eq(bad.reader.reads, 0);
}

REDBOOK_TEST(test_indexes_are_compared_whether_the_audio_is_or_not) {
  for (const auto kind : {Verify::quick, Verify::full}) {
    Case bad;
    bad.disc.tracks[1].indexes = {Blocks{100}};

    ck_assert(bad.text(kind).starts_with(
        "VERIFY_INDEX error: Track 2: its index 02 is not on the disc, and should begin "
        "at block 550 (00:09:25).\n"));
  }
}

REDBOOK_TEST(test_indexes_are_not_compared_in_wrong_places) {
  Case bad;
  bad.reader.disc.tracks[1].start = Lba{451};

  bad.findings();

  ck_assert_int_eq(bad.reader.q_reads, 0);
}

REDBOOK_TEST(test_write_offset_is_reckoned_with) {
  Case good;
  good.write_offset = 30;
  good.reader.audio.erase(good.reader.audio.begin(), good.reader.audio.begin() + 120);
  good.reader.shift = 697;

  const auto text = good.text();

  ck_assert(text.starts_with("VERIFY_SHIFT note: Disc: its audio is read 697 samples"));
  ck_assert(text.find("30 samples at its start were left out by the write offset.") !=
            std::string::npos);
  ck_assert(text.find("VERIFIED") != std::string::npos);
}

REDBOOK_TEST(test_places_are_those_of_the_track_whatever_the_write_offset) {
  Case bad;
  bad.write_offset = 30;
  bad.reader.audio.erase(bad.reader.audio.begin(), bad.reader.audio.begin() + 120);
  bad.reader.audio[4 * (450 * 588 + 1000 - 30)] ^= std::byte{1};

  ck_assert(bad.text().find("differs: 00:00.01 (sample 1000)") != std::string::npos);
}

REDBOOK_TEST(test_tracks_at_once_are_verified_where_the_drive_put_them) {
  Case good;
  good.mode = WriteMode::tao;
  good.reader.disc.tracks[1].start = Lba{602};
  good.reader.disc.tracks[2].start = Lba{1054};
  good.reader.disc.lead_out = Lba{1431};
  const auto gap = silence(Blocks{152});
  good.reader.audio =
      joined({generated_audio(Blocks{450}, 1), gap, generated_audio(Blocks{300}, 2), gap,
              generated_audio(Blocks{375}, 3)});
  good.reader.shift = -1200;

  const auto text = good.text();

  ck_assert(text.find("1200 samples early") != std::string::npos);
  ck_assert(text.find("1200 samples at the start of each track") != std::string::npos);
  ck_assert(text.find("VERIFIED") != std::string::npos);
}

REDBOOK_TEST(test_hidden_track_is_compared_too) {
  Case bad;
  bad.disc.tracks[0].pregap = Blocks{100};
  bad.reader.disc.tracks[0].start = Lba{100};
  bad.reader.audio[4 * 588] ^= std::byte{1};

  ck_assert(
      bad.text().find("VERIFY_SOUND error: Disc: 1 sample of the audio before track "
                      "1 differs: 00:00.01 (sample 588)") != std::string::npos);
}
