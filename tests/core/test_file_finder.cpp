#include "file/file_finder.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const FileNameRules rules{.percent_encoded = true, .other_endings = {".flac", ".wav"}};

/// What `name` means in a folder with these files: relative to it; "-": nothing.
std::string found(const std::vector<std::string> &files, const std::string &name,
                  const FileNameRules &by = rules) {
  const TempDir folder;
  for (const auto &file : files) {
    const auto path = folder / file;
    std::filesystem::create_directories(path.parent_path());
    write_file(path, "");
  }
  const auto file = FileFinder{folder.path(), by}.find(name);
  return file ? file->path.lexically_relative(folder.path()).string() : "-";
}

}  // namespace

REDBOOK_TEST(test_the_exact_name_comes_first) {
  assert_text(found({"a%20b.flac", "a b.flac"}, "a%20b.flac"), "a%20b.flac");
  assert_text(found({"sub\\s.wav", "sub/s.wav"}, "sub\\s.wav"), "sub\\s.wav");
  assert_text(found({"A.wav", "a.wav", "a.flac"}, "a.wav"), "a.wav");
}

REDBOOK_TEST(test_a_backslash_may_be_a_slash) {
  assert_text(found({"sub/s.flac"}, "sub\\s.flac"), "sub/s.flac");
  assert_text(found({"a/b/s.flac", "a/s.flac"}, "a\\b\\s.flac"), "a/b/s.flac");
  assert_text(found({"sub/s.flac"}, "sub\\s.wav"), "sub/s.flac");
}

REDBOOK_TEST(test_the_last_part_is_looked_for_beside_the_sheet) {
  assert_text(found({"album.wav"}, "C:\\x\\album.wav"), "album.wav");
  assert_text(found({"album.flac"}, "\\\\server\\share\\album.wav"), "album.flac");
  assert_text(found({"Album.wav"}, "/home/somebody/album.wav"), "Album.wav");
}

REDBOOK_TEST(test_the_last_part_of_a_relative_name_is_not_looked_for_elsewhere) {
  for (const auto *name : {"CD2/01.wav", "CD2\\01.wav", "../01.wav", "CD2%2F01.wav"})
    assert_text(found({"01.wav"}, name), "-");
}

REDBOOK_TEST(test_a_percent_stands_for_a_character_if_the_rules_say_so) {
  assert_text(found({"a b/\u00fc.flac"}, "a%20b/%C3%BC.flac"), "a b/\u00fc.flac");
  assert_text(found({"a b.flac"}, "a%20b.flac", {}), "-");
  assert_text(found({"100%.flac"}, "100%.flac"), "100%.flac");
  assert_text(found({"a.flac"}, "%00a.flac"), "-");
}

REDBOOK_TEST(test_another_ending_does_if_one_file_has_it) {
  assert_text(found({"a.flac", "a.jpg"}, "a.ape"), "a.flac");
  assert_text(found({"a.flac", "a.wav"}, "a.ape"), "-");
  assert_text(found({"a.flac"}, "a.ape", {}), "-");
  assert_text(found({"No. 5.FLAC"}, "No. 5.wav"), "No. 5.FLAC");
}

REDBOOK_TEST(test_case_and_normal_form_may_differ_if_one_file_fits) {
  assert_text(found({"album.flac"}, "Album.FLAC"), "album.flac");
  assert_text(found({"u\u0308.flac"}, "\u00fc.flac"), "u\u0308.flac");
  assert_text(found({"SUB/\u00dc.wav"}, "sub\\u\u0308.wav"), "SUB/\u00dc.wav");
  assert_text(found({"ALBUM.flac", "album.flac"}, "Album.flac"), "-");
  assert_text(found({"ALBUM.flac"}, "Album.wav"), "ALBUM.flac");
}

REDBOOK_TEST(test_another_ending_wins_over_another_spelling) {
  assert_text(found({"a.flac", "A.WAV"}, "a.wav"), "a.flac");
}

REDBOOK_TEST(test_a_file_is_found_by_the_stem_of_the_sheet) {
  const TempDir folder;
  write_file(folder / "Album.flac", "");
  write_file(folder / "Album.cue", "");
  FileFinder finder{folder.path(), rules};

  ck_assert(finder.find_by_stem("Album") == folder / "Album.flac");
  ck_assert(finder.find_by_stem("album") == folder / "Album.flac");
  ck_assert(!finder.find_by_stem("Other"));
}

REDBOOK_TEST(test_a_name_with_another_systems_bytes_is_found) {
  assert_text(found({"Gr\xf6\xdf"
                     "e.wav"},
                    "Gr\u00f6\u00dfe.wav"),
              "Gr\xf6\xdf"
              "e.wav");
}

REDBOOK_TEST(test_a_name_that_is_no_utf_8_means_nothing_but_itself) {
  assert_text(found({"\xfc.wav"}, "\xf6.wav"), "-");
  assert_text(found({"\xfc.flac"}, "\xf6.wav"), "-");
  assert_text(found({"\xfc.flac"}, "\xfc.wav"), "\xfc.flac");
}

REDBOOK_TEST(test_two_names_of_one_file_are_refused_if_one_is_a_guess) {
  const TempDir folder;
  write_file(folder / "01.flac", "");
  FileFinder finder{folder.path(), rules};
  const auto error_with = [&](const std::vector<std::string> &names) {
    NamedFiles files;
    try {
      for (const auto &name : names) files.add(name, finder.find(name).value());
    } catch (const Error &error) {
      return error.detail();
    }
    return std::string{"-"};
  };
  const auto path = (folder / "01.flac").string();

  assert_text(error_with({"D:\\CD1\\01.flac", "D:\\CD2\\01.flac"}),
              "D:\\CD1\\01.flac and D:\\CD2\\01.flac would both be " + path);
  for (const auto *guess : {"E:\\01.flac", "01.wav", "01.FLAC", "01.Wav"}) {
    assert_text(error_with({"01.flac", guess}),
                "01.flac and " + std::string{guess} + " would both be " + path);
    assert_text(error_with({guess, guess}), "-");
  }
  assert_text(error_with({"01.flac", path, "./01.flac", "01%2Eflac"}), "-");
}
