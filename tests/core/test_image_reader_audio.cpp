// The audio beside a sheet.
#include "image/reader/audio_reader.hpp"
#include "image_round_trip.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_audio_of_a_wave_file_is_not_copied) {
  const TempDir folder;
  write_file(folder / "a.wav", wave_file(counting_audio(Blocks{300})));

  const auto image =
      read_beside(folder, "a.cue", "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(is_file(*image.stash, folder / "a.wav"));
  ck_assert(audio_of(image) == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_chunks_before_and_behind_the_audio_are_passed_over) {
  const TempDir folder;
  auto wave = wave_file(counting_audio(Blocks{300}));
  wave.insert(12, std::string{"LIST\3\0\0\0abc\0", 12});
  write_file(folder / "a.wav", wave + "LIST");

  const auto image =
      read_beside(folder, "a.cue", "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(audio_of(image) == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_big_endian_audio_is_turned_round) {
  const TempDir folder;

  const auto cue = read_beside(folder, "a.cue",
                               "FILE a.bin MOTOROLA\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
  const auto toc = read_beside(folder, "a.toc", "TRACK AUDIO FILE \"a.bin\" 0");

  ck_assert(audio_of(cue) == swapped(counting_audio(Blocks{750})));
  ck_assert(audio_of(toc) == swapped(counting_audio(Blocks{750})));
}

REDBOOK_TEST(test_pieces_and_silence_are_put_together) {
  const TempDir folder;

  const auto image = read_beside(folder, "a.toc",
                                 "TRACK AUDIO PREGAP 0:0:1 FILE \"a.bin\" SWAP 588 588 "
                                 "FILE \"a.bin\" SWAP 0 588 TRACK AUDIO SILENCE 300");

  auto wanted = silence(Blocks{4});
  const auto audio = counting_audio(Blocks{2});
  std::copy(audio.begin() + 2352, audio.end(), wanted.begin() + 2352);
  std::copy(audio.begin(), audio.begin() + 2352, wanted.begin() + 2 * 2352);
  ck_assert(audio_of(image) == wanted);
}

REDBOOK_TEST(test_odd_end_of_a_file_is_filled) {
  const TempDir folder;
  write_file(folder / "b.bin", text_of(counting_audio(2352 + 6)));

  const auto image =
      read_beside(folder, "a.cue", "FILE b.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  auto wanted = counting_audio(2352 + 6);
  wanted.resize(2 * 2352);
  ck_assert(audio_of(image) == wanted);
}

REDBOOK_TEST(test_no_copy_is_left_behind) {
  const TempDir folder, cache;
  ::setenv("XDG_CACHE_HOME", cache.path().c_str(), 1);

  const auto image = read_beside(folder, "a.cue",
                                 "FILE a.bin MOTOROLA\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  assert_text(cache.names(), "");
  assert_text(folder.names(), "a.bin a.cue ");
}

REDBOOK_TEST(test_bad_wave_file_is_told) {
  const TempDir folder;
  const auto good = wave_file(counting_audio(Blocks{1}));
  const struct {
    std::string file, sentence;
  } faults[] = {
      {"no header", "A file of the disc image is no WAVE file."},
      {good.substr(0, 30), "A file of the disc image is no WAVE file."},
      {good.substr(0, 40), "A WAVE file of the disc image has no audio."},
      {good.substr(0, 1000), "A WAVE file of the disc image ends before its audio does."},
      {wave_file(counting_audio(Blocks{1}), 48000),
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

REDBOOK_TEST(test_wave_file_of_unknown_length_is_read_to_its_end) {
  const TempDir folder;
  auto wave = wave_file(counting_audio(Blocks{300}));
  wave.replace(40, 4, "\xff\xff\xff\xff");
  write_file(folder / "b.wav", wave);

  const auto image =
      read_beside(folder, "a.cue", "FILE b.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");

  ck_assert(audio_of(image) == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_a_file_of_another_kind_is_not_taken_for_raw_sound) {
  const TempDir folder;
  const auto file = folder / "b.bin";
  for (const std::string magic :
       {"RIFF", "RF64", "riff", "FORM", "fLaC", "OggS", "ID3\4", "wvpk", "MAC ", "caff",
        "\x1a\x45\xdf\xa3", "....ftyp"}) {
    write_file(file, magic + "1234");
    for (const auto format : {AudioFormat::little_endian, AudioFormat::big_endian}) {
      const auto error = error_of([&] { open_audio(file, format); });

      ck_assert(error.fault() == Fault::image);
      ck_assert(error.detail().starts_with(file.string() + ": "));
    }
  }
}

REDBOOK_TEST(test_the_line_of_what_is_no_raw_sound_is_told) {
  const TempDir folder;
  write_file(folder / "b.bin", "fLaC");

  const auto error = error_of([&] {
    read_beside(folder, "a.cue", "\nFILE b.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
  });

  assert_text(error.detail(), (folder / "a.cue").string() +
                                  ":2: " + (folder / "b.bin").string() + ": FLAC");
}

REDBOOK_TEST(test_two_names_that_may_mean_one_file_are_told_with_their_line) {
  const TempDir folder;
  for (const std::string type : {"BINARY", "MOTOROLA"}) {
    const auto error = error_of([&] {
      read_beside(folder, "a.cue",
                  "FILE D:\\1\\a.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n"
                  "FILE D:\\2\\a.bin " +
                      type + "\nTRACK 02 AUDIO\nINDEX 01 0:0:0\n");
    });

    assert_text(error.detail(), (folder / "a.cue").string() +
                                    ":4: D:\\1\\a.bin and D:\\2\\a.bin would both be " +
                                    (folder / "a.bin").string());
  }
}
