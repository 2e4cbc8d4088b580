// What sheets say, read from them.
#include "image_round_trip.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_own_cue_sheet_comes_back) {
  const TempDir folder;
  const auto disc = disc_with_everything();
  write_image_of(disc, folder / "a.cue");

  const auto image = read_image(folder / "a.cue");

  ck_assert(image.disc == disc);
  ck_assert(is_file(*image.stash, folder / "a.bin"));
  ck_assert(audio_of(image) == counting_audio(disc.length()));
}

REDBOOK_TEST(test_own_toc_comes_back) {
  const TempDir folder;
  const auto disc = disc_with_everything();
  write_image_of(disc, folder / "a.toc");

  const auto image = read_image(folder / "a.toc");

  ck_assert(image.disc == disc);
  ck_assert(is_file(*image.stash, folder / "a.bin"));
  ck_assert(audio_of(image) == counting_audio(disc.length()));
}

REDBOOK_TEST(test_scms_comes_back_from_a_cue_sheet) {
  const TempDir folder;
  Disc disc{{{Lba{0}, {}, Blocks{300}, {}, {}, {.copy = Copy::scms}}}};
  write_image_of(disc, folder / "a.cue");

  ck_assert(read_image(folder / "a.cue").disc == disc);
}

REDBOOK_TEST(test_names_from_other_machines_are_found) {
  const TempDir folder;
  for (const auto *name : {"C:\\\\Music\\\\a.bin", "/nowhere/a.bin", "a.bin"}) {
    const auto image = read_beside(
        folder, "a.toc", "TRACK AUDIO FILE \"" + std::string{name} + "\" SWAP 0");
    ck_assert(is_file(*image.stash, folder / "a.bin"));
  }
}

REDBOOK_TEST(test_name_in_latin_1_is_found) {
  const TempDir folder;
  write_file(folder / "\xf6.bin", text_of(counting_audio(Blocks{300})));

  const auto image = read_beside(
      folder, "a.cue", "FILE \"\xf6.bin\" BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(is_file(*image.stash, folder / "\xf6.bin"));
}

REDBOOK_TEST(test_texts_of_packs_stand_in_for_those_of_the_sheet) {
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

REDBOOK_TEST(test_damaged_packs_are_told) {
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

REDBOOK_TEST(test_missing_files_are_told) {
  const TempDir folder;

  const auto no_audio = error_of([&] {
    read_beside(folder, "c.cue", "\nFILE b.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
  });
  const auto no_sheet = error_of([&] { read_image(folder / "none.toc"); });
  const auto no_file = error_of([&] {
    read_beside(folder, "a.cue", "FILE . BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
  });

  assert_text(no_audio.detail(), (folder / "c.cue").string() +
                                     ":2: " + (folder / "b.bin").string() +
                                     ": No such file or directory");
  assert_text(no_sheet.what(), "A file of the disc image can't be read.");
  assert_text(no_file.what(), "What the sheet of the disc image names is not a file.");
}

REDBOOK_TEST(test_the_audio_is_found_by_the_name_of_the_sheet) {
  const TempDir folder;

  const auto image = read_beside(
      folder, "A.cue", "FILE \"D:\\b.bin\" BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(is_file(*image.stash, folder / "a.bin"));
  assert_text(image.findings.at(0).sentence,
              (folder / "A.cue").string() + " names D:\\b.bin, which is not there: " +
                  (folder / "a.bin").string() + " is taken.");
}

REDBOOK_TEST(test_other_kinds_of_image_are_refused) {
  const TempDir folder;

  const auto error = error_of([&] { read_image(folder / "a.iso"); });

  assert_text(error.what(),
              "The disc image is neither a cue sheet (.cue) nor a TOC file of cdrdao "
              "(.toc).");
}
