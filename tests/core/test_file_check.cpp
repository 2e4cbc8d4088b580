// Sheets that tell the checksums of the files beside them.
#include "image_round_trip.hpp"

using namespace redbook;
using namespace redbook::test;

using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

constexpr auto of_the_audio =
    "The audio is not the one that the sheet was written with: one of the two files belongs to another disc, or is damaged. If you have changed the audio, delete this line of the sheet.";
constexpr auto of_the_packs =
    "The CD-TEXT is not the one that the sheet was written with: one of the two files belongs to another disc. If you have changed the texts, delete this line of the sheet.";

Disc disc_called(const std::string &title) {
  Disc disc{{{Lba{0}, Blocks{150}, Blocks{450}, {}, {title}},
             {Lba{450}, {}, Blocks{300}, {}, {title}}},
            {title}};
  add_cdtext(disc);
  return disc;
}

/// Two images of one layout and of other audio and texts.
struct TwoImages {
  TempDir folder;

  explicit TwoImages(const std::string &ending) {
    write_image_of(disc_called("one"), folder / ("a" + ending));
    write_image_of(disc_called("two"), folder / ("b" + ending), 1);
  }
  void mix(const std::string &ending) const {
    fs::rename(folder / ("b" + ending), folder / ("a" + ending));
  }
};

Error refusal_of(const fs::path &sheet) {
  return error_of([&] { read_image(sheet); });
}

}  // namespace

REDBOOK_TEST(test_sheet_with_the_audio_of_another_disc_is_refused) {
  const std::pair<const char *, const char *> places[] = {{".cue", ".cue:4"},
                                                          {".toc", ".toc:2"}};
  for (const auto &[ending, place] : places) {
    const TwoImages images{ending};
    assert_text(read_image(images.folder / ("a"s + ending)).disc.texts.title, "one");

    images.mix(".bin");

    const auto error = refusal_of(images.folder / ("a"s + ending));
    assert_text(error.what(), of_the_audio);
    ck_assert_msg(error.detail().find(place + ": CRC-32 "s) != std::string::npos, "%s",
                  error.detail().c_str());
  }
}

REDBOOK_TEST(test_cue_sheet_with_the_cdtext_of_another_disc_is_refused) {
  const TwoImages images{".cue"};

  images.mix(".cdt");

  assert_text(refusal_of(images.folder / "a.cue").what(), of_the_packs);
}

REDBOOK_TEST(test_one_byte_of_the_audio_is_enough) {
  const TwoImages images{".toc"};
  auto audio = contents(images.folder / "a.bin");

  for (const auto at : {std::size_t{0}, audio.size() / 2, audio.size() - 1}) {
    auto damaged = audio;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    write_file(images.folder / "a.bin", damaged);

    assert_text(refusal_of(images.folder / "a.toc").what(), of_the_audio);
  }
}

REDBOOK_TEST(test_audio_in_other_files_is_still_the_same) {
  const TempDir folder;
  write_image_of(disc_called("one"), folder / "a.cue");
  const auto audio = contents(folder / "a.bin");
  write_file(folder / "1.bin", audio.substr(0, 450 * bytes_per_block));
  write_file(folder / "2.wav",
             wave_file(counting_audio(Blocks{300}, 450 * samples_per_block)));
  const auto sheet = contents(folder / "a.cue");
  const auto line = sheet.substr(sheet.find("REM AUDIO-CRC32"), 25);
  write_file(folder / "b.cue", line +
                                   "FILE 1.bin BINARY\nTRACK 01 AUDIO\nINDEX 00 0:0:0\n"
                                   "INDEX 01 0:2:0\nFILE 2.wav WAVE\nTRACK 02 AUDIO\n"
                                   "INDEX 01 0:0:0\n");

  ck_assert(audio_of(read_image(folder / "b.cue")) == counting_audio(Blocks{750}));
}

REDBOOK_TEST(test_checksum_is_eight_hexadecimal_digits) {
  for (const auto *digits : {"", "1A2B3C4", "1A2B3C4D5", "1A2B3C4X", "+1A2B3C4"}) {
    const TempDir folder;

    const auto error = error_of([&] {
      read_beside(folder, "a.cue",
                  "REM audio-crc32 "s + digits +
                      "\nFILE a.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
    });

    assert_text(error.what(),
                "The sheet has a checksum that is not 8 hexadecimal digits.");
  }
}
