#include "cdtext/disc_cdtext.hpp"
#include "discs.hpp"
#include "image/image_reader.hpp"
#include "image/image_writer.hpp"
#include "reading.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// A disc that has everything that sheets have words for.
Disc disc_with_everything() {
  const Texts texts{"Größe",    "Performer", "Songwriter",
                    "Composer", "Arranger",  "Message"};
  Disc disc{{{Lba{0}, Blocks{150}, Blocks{600}, {}, texts},
             {Lba{600}, Blocks{75}, Blocks{675}, {Blocks{150}, Blocks{300}}, texts},
             {Lba{1275}, {}, Blocks{375}, {}, {}}},
            texts,
            "Jazz"};
  disc.mcn = "0051149201117";
  disc.language = "de";
  disc.tracks[0].subcode = {.isrc = "XYBLG1101234", .copy = Copy::permitted};
  disc.tracks[1].subcode = {.isrc = "XYBLG1100005", .pre_emphasis = true};
  disc.tracks[2].subcode = {.four_channel = true};
  add_cdtext(disc);
  return disc;
}

Pcm sound_of(const ReadImage &image) {
  auto pcm = silence(image.disc.length());
  image.stash->read(0, pcm);
  return pcm;
}

void write_image_of(const Disc &disc, const std::filesystem::path &sheet) {
  Stash stash{sheet.parent_path()};
  stash.write(0, counting_sound(disc.length()));
  write_image(disc, image_files(sheet, ImageFormat::automatic), stash);
}

/// `text` as a sheet, beside a BIN of 10 s.
ReadImage read_beside(const TempDir &folder, const char *name, const std::string &text) {
  write_file(folder / "a.bin", text_of(counting_sound(Blocks{750})));
  write_file(folder / name, text);
  return read_image(folder / name);
}

/// Whether `stash` is that very file, and no copy.
bool is_file(const Stash &stash, const std::filesystem::path &name) {
  struct stat own {
  }, other{};
  return ::fstat(stash.fd(), &own) == 0 && ::stat(name.c_str(), &other) == 0 &&
         own.st_ino == other.st_ino && own.st_dev == other.st_dev;
}

}  // namespace

START_TEST(test_own_cue_sheet_comes_back) {
  const TempDir folder;
  const auto disc = disc_with_everything();
  write_image_of(disc, folder / "a.cue");

  const auto image = read_image(folder / "a.cue");

  ck_assert(image.disc == disc);
  ck_assert(is_file(*image.stash, folder / "a.bin"));
  ck_assert(sound_of(image) == counting_sound(disc.length()));
}
END_TEST

START_TEST(test_own_toc_comes_back) {
  const TempDir folder;
  const auto disc = disc_with_everything();
  write_image_of(disc, folder / "a.toc");

  const auto image = read_image(folder / "a.toc");

  ck_assert(image.disc == disc);
  ck_assert(is_file(*image.stash, folder / "a.bin"));
  ck_assert(sound_of(image) == counting_sound(disc.length()));
}
END_TEST

START_TEST(test_scms_comes_back_from_a_cue_sheet) {
  const TempDir folder;
  Disc disc{{{Lba{0}, {}, Blocks{300}, {}, {}, {.copy = Copy::scms}}}};
  write_image_of(disc, folder / "a.cue");

  ck_assert(read_image(folder / "a.cue").disc == disc);
}
END_TEST

START_TEST(test_sound_of_a_wave_file_is_not_copied) {
  const TempDir folder;
  write_file(folder / "a.wav", wave_file(counting_sound(Blocks{300})));

  const auto image =
      read_beside(folder, "a.cue", "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(is_file(*image.stash, folder / "a.wav"));
  ck_assert(sound_of(image) == counting_sound(Blocks{300}));
}
END_TEST

START_TEST(test_chunks_before_and_behind_the_sound_are_passed_over) {
  const TempDir folder;
  auto wave = wave_file(counting_sound(Blocks{300}));
  wave.insert(12, std::string{"LIST\3\0\0\0abc\0", 12});
  write_file(folder / "a.wav", wave + "LIST");

  const auto image =
      read_beside(folder, "a.cue", "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(sound_of(image) == counting_sound(Blocks{300}));
}
END_TEST

START_TEST(test_big_endian_sound_is_turned_round) {
  const TempDir folder;

  const auto cue = read_beside(folder, "a.cue",
                               "FILE a.bin MOTOROLA\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
  const auto toc = read_beside(folder, "a.toc", "TRACK AUDIO FILE \"a.bin\" 0");

  ck_assert(sound_of(cue) == swapped(counting_sound(Blocks{750})));
  ck_assert(sound_of(toc) == swapped(counting_sound(Blocks{750})));
}
END_TEST

START_TEST(test_pieces_and_silence_are_put_together) {
  const TempDir folder;

  const auto image = read_beside(folder, "a.toc",
                                 "TRACK AUDIO PREGAP 0:0:1 FILE \"a.bin\" SWAP 588 588 "
                                 "FILE \"a.bin\" SWAP 0 588 TRACK AUDIO SILENCE 300");

  auto wanted = silence(Blocks{4});
  const auto sound = counting_sound(Blocks{2});
  std::copy(sound.begin() + 2352, sound.end(), wanted.begin() + 2352);
  std::copy(sound.begin(), sound.begin() + 2352, wanted.begin() + 2 * 2352);
  ck_assert(sound_of(image) == wanted);
}
END_TEST

START_TEST(test_odd_end_of_a_file_is_filled) {
  const TempDir folder;
  write_file(folder / "b.bin", text_of(counting_sound(2352 + 6)));

  const auto image =
      read_beside(folder, "a.cue", "FILE b.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  auto wanted = counting_sound(2352 + 6);
  wanted.resize(2 * 2352);
  ck_assert(sound_of(image) == wanted);
}
END_TEST

START_TEST(test_no_copy_is_left_behind) {
  const TempDir folder, cache;
  ::setenv("XDG_CACHE_HOME", cache.path().c_str(), 1);

  const auto image = read_beside(folder, "a.cue",
                                 "FILE a.bin MOTOROLA\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  assert_text(cache.names(), "");
  assert_text(folder.names(), "a.bin a.cue ");
}
END_TEST

START_TEST(test_names_from_other_machines_are_found) {
  const TempDir folder;
  for (const auto *name : {"C:\\\\Music\\\\a.bin", "/nowhere/a.bin", "a.bin"}) {
    const auto image = read_beside(
        folder, "a.toc", "TRACK AUDIO FILE \"" + std::string{name} + "\" SWAP 0");
    ck_assert(is_file(*image.stash, folder / "a.bin"));
  }
}
END_TEST

START_TEST(test_name_in_latin_1_is_found) {
  const TempDir folder;
  write_file(folder / "\xf6.bin", text_of(counting_sound(Blocks{300})));

  const auto image = read_beside(
      folder, "a.cue", "FILE \"\xf6.bin\" BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(is_file(*image.stash, folder / "\xf6.bin"));
}
END_TEST

START_TEST(test_texts_of_packs_stand_in_for_those_of_the_sheet) {
  const TempDir folder;
  const auto disc = disc_of_ddp_golden_3();
  const auto packs =
      std::string{reinterpret_cast<const char *>(disc.cdtext.data()), disc.cdtext.size()};
  for (const auto &file : {packs, std::string{"\0\x6a\0\0", 4} + packs, packs + '\0'}) {
    write_file(folder / "a.cdt", file);

    const auto image =
        read_beside(folder, "a.cue",
                    "CDTEXTFILE \"a.cdt\"\nFILE a.bin BINARY\nTRACK 01 "
                    "AUDIO\nINDEX 01 0:0:0\nTRACK 02 AUDIO\nINDEX 01 0:5:0\n");

    ck_assert(image.disc.cdtext == disc.cdtext);
    assert_text(image.disc.texts.title, "T");
    assert_text(image.disc.language, "en");
    assert_text(image.disc.tracks.at(1).texts.songwriter, "Writer Two");
  }
}
END_TEST

START_TEST(test_damaged_packs_are_told) {
  const TempDir folder;
  for (const auto &file : {std::string(18, 'x'), std::string(17, 'x'), std::string{}}) {
    write_file(folder / "a.cdt", file);

    const auto error = error_of([&] {
      read_beside(
          folder, "a.cue",
          "CDTEXTFILE a.cdt\nFILE a.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
    });

    assert_text(error.what(), "The file of CD-TEXT of the disc image is damaged.");
    ck_assert(error.detail().starts_with((folder / "a.cue").string() + ":1: "));
  }
}
END_TEST

START_TEST(test_bad_wave_file_is_told) {
  const TempDir folder;
  const auto good = wave_file(counting_sound(Blocks{1}));
  const struct {
    std::string file, sentence;
  } faults[] = {
      {"no header", "A file of the disc image is no WAVE file."},
      {good.substr(0, 30), "A file of the disc image is no WAVE file."},
      {good.substr(0, 40), "A WAVE file of the disc image has no sound."},
      {good.substr(0, 1000), "A WAVE file of the disc image ends before its sound does."},
      {wave_file(counting_sound(Blocks{1}), 48000),
       "A WAVE file of the disc image is not what audio CDs hold: 44100 Hz, 2 channels, "
       "16 "
       "bits."}};
  for (const auto &[file, sentence] : faults) {
    write_file(folder / "b.wav", file);

    const auto error = error_of([&] {
      read_beside(folder, "a.cue", "FILE b.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
    });

    assert_text(error.what(), sentence);
    ck_assert(error.detail().starts_with((folder / "a.cue").string() +
                                         ":1: " + (folder / "b.wav").string() + ": "));
  }
}
END_TEST

START_TEST(test_wave_file_of_unknown_length_is_read_to_its_end) {
  const TempDir folder;
  auto wave = wave_file(counting_sound(Blocks{300}));
  wave.replace(40, 4, "\xff\xff\xff\xff");
  write_file(folder / "b.wav", wave);

  const auto image =
      read_beside(folder, "a.cue", "FILE b.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(sound_of(image) == counting_sound(Blocks{300}));
}
END_TEST

START_TEST(test_missing_files_are_told) {
  const TempDir folder;

  const auto no_sound = error_of([&] {
    read_beside(folder, "a.cue", "\nFILE b.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
  });
  const auto no_sheet = error_of([&] { read_image(folder / "none.toc"); });
  const auto no_file = error_of([&] {
    read_beside(folder, "a.cue", "FILE . BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
  });

  assert_text(no_sound.detail(), (folder / "a.cue").string() +
                                     ":2: " + (folder / "b.bin").string() +
                                     ": No such file or directory");
  assert_text(no_sheet.what(), "A file of the disc image can't be read.");
  assert_text(no_file.what(), "What the sheet of the disc image names is not a file.");
}
END_TEST

START_TEST(test_other_kinds_of_image_are_refused) {
  const TempDir folder;

  const auto error = error_of([&] { read_image(folder / "a.iso"); });

  assert_text(error.what(),
              "The disc image is neither a cue sheet (.cue) nor a TOC file of cdrdao "
              "(.toc).");
}
END_TEST

int main() {
  return run(
      "image_reader",
      {test_own_cue_sheet_comes_back, test_own_toc_comes_back,
       test_scms_comes_back_from_a_cue_sheet, test_sound_of_a_wave_file_is_not_copied,
       test_chunks_before_and_behind_the_sound_are_passed_over,
       test_big_endian_sound_is_turned_round, test_pieces_and_silence_are_put_together,
       test_odd_end_of_a_file_is_filled, test_no_copy_is_left_behind,
       test_names_from_other_machines_are_found, test_name_in_latin_1_is_found,
       test_texts_of_packs_stand_in_for_those_of_the_sheet, test_damaged_packs_are_told,
       test_bad_wave_file_is_told, test_wave_file_of_unknown_length_is_read_to_its_end,
       test_missing_files_are_told, test_other_kinds_of_image_are_refused});
}
