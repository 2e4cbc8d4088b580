#include "image/image_format.hpp"
#include "image/image_series.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;

std::string files_for(const fs::path &location,
                      ImageFormat format = ImageFormat::automatic) {
  const auto files = image_files(location, format);
  return kind_of(files.format).name + (' ' + files.sheet.string() + ' ' +
                                       files.bin.string() + ' ' + files.cdtext.string());
}

Error refusal_of(const fs::path &location, ImageFormat format = ImageFormat::automatic) {
  auto error = error_of([&] { image_files(location, format); });
  ck_assert(error.fault() == Fault::settings);
  assert_result(error.result(), invalid_argument);
  return error;
}

}  // namespace

REDBOOK_TEST(test_ending_says_the_format) {
  assert_text(files_for("album.cue"), "cue album.cue album.bin album.cdt");
  assert_text(files_for("album.ddp"), "ddp album.ddp  ");
  assert_text(files_for("album.toc"), "toc album.toc album.bin album.cdt");
  assert_text(files_for("ALBUM.CUE"), "cue ALBUM.CUE ALBUM.bin ALBUM.cdt");
  assert_text(files_for("/a.b/my.album.Toc"),
              "toc /a.b/my.album.Toc /a.b/my.album.bin /a.b/my.album.cdt");
}

REDBOOK_TEST(test_set_format_wins_over_the_ending) {
  assert_text(files_for("album.cue", ImageFormat::toc),
              "toc album.cue album.bin album.cdt");
  assert_text(files_for("album", ImageFormat::cue), "cue album album.bin album.cdt");
  assert_text(files_for("album.txt", ImageFormat::toc),
              "toc album.txt album.bin album.cdt");
  assert_text(files_for(".cue", ImageFormat::cue), "cue .cue .cue.bin .cue.cdt");
}

REDBOOK_TEST(test_folder_is_that_of_the_sheet) {
  assert_text(image_files("/a/b/c.cue", ImageFormat::cue).folder().string(), "/a/b");
  assert_text(image_files("c.cue", ImageFormat::cue).folder().string(), "");
}

REDBOOK_TEST(test_unknown_endings_are_refused) {
  for (const auto *location : {"album", "album.iso", "album.", ".cue", "album.cue.bak"})
    assert_text(
        refusal_of(location).what(),
        "The name of the disc image says no format: let it end in .cue, .toc or .ddp, or "
        "set image-format.");
}

REDBOOK_TEST(test_sheet_cannot_have_the_name_of_the_audio) {
  assert_text(
      refusal_of("album.bin", ImageFormat::cue).what(),
      "The location of the disc image names a file beside its sheet: let it end in .cue "
      "or .toc.");
}

REDBOOK_TEST(test_folders_are_refused) {
  TempDir folder;
  fs::create_directory(folder / "folder.cue");
  const std::string place = folder.path().string();

  for (const auto &location : {std::string{}, std::string{"."}, std::string{".."},
                               place + "/", place + "/.", place + "/folder.cue"})
    assert_text(refusal_of(location).what(),
                "The location of the disc image is a folder: name a file in it.");
}

REDBOOK_TEST(test_folder_with_the_name_of_the_audio_is_refused) {
  TempDir folder;
  fs::create_directory(folder / "album.bin");

  const auto error = refusal_of(folder / "album.cue");

  assert_text(error.what(), "A file of the disc image would replace a folder.");
  assert_text(error.detail(), (folder / "album.bin").string());
}

REDBOOK_TEST(test_names_that_no_sheet_can_hold_are_refused) {
  for (const auto *location :
       {"a\"b.cue", "a\nb.cue", "a\tb.toc", "a\x7f.cue", "\x01.cue"})
    assert_text(refusal_of(location).what(),
                "The name of the disc image holds a double quote or a control character, "
                "which its sheet cannot name.");
}

REDBOOK_TEST(test_odd_folders_do_not_matter_to_the_sheet) {
  assert_text(files_for("/a\"b\n/album.cue"),
              "cue /a\"b\n/album.cue /a\"b\n/album.bin /a\"b\n/album.cdt");
}

REDBOOK_TEST(test_places_that_cannot_be_looked_at_throw_nothing_but_errors) {
  TempDir folder;
  fs::create_symlink("circle", folder / "circle");

  for (const auto &name : {std::string(300, 'x') + ".cue", std::string{"circle/a.cue"}})
    try {
      image_files(folder / name, ImageFormat::automatic);
    } catch (const Error &) {
    }
}

REDBOOK_TEST(test_sheet_is_that_of_the_format) {
  const Disc disc{{{Lba{0}, {}, Blocks{300}, {}, {}}}, {}};

  const auto cue =
      cue_image.sheet(disc, image_files("/a/b.cue", ImageFormat::automatic), 0x1a2b3c4d);
  const auto toc = cdrdao_image.sheet(
      disc, image_files("/a/b.toc", ImageFormat::automatic), 0x1a2b3c4d);

  ck_assert(cue.starts_with("REM AUDIO-CRC32 1A2B3C4D\nFILE \"b.bin\" BINARY\n"));
  ck_assert(toc.starts_with("CD_DA\n// AUDIO-CRC32 1A2B3C4D\n"));
  ck_assert(toc.find("FILE \"b.bin\" SWAP") != std::string::npos);
}

REDBOOK_TEST(test_further_discs_are_numbered) {
  using enum ImageFormat;
  const auto second = [](const char *location, ImageFormat format) {
    return numbered(location, format, 2).string();
  };

  assert_text(numbered("a/name.cue", automatic, 1).string(), "a/name.cue");
  assert_text(second("a/name.cue", automatic), "a/name-2.cue");
  assert_text(numbered("name.toc", automatic, 12).string(), "name-12.toc");
  assert_text(second("name.ddp", automatic), "name-2.ddp");
  assert_text(second("vol. 1.img", cue), "vol. 1-2.img");
  assert_text(second("a.b/name", cue), "a.b/name-2");
  assert_text(second("vol. 1", ddp), "vol. 1-2");
  assert_text(second("name.DDP", ddp), "name-2.DDP");
}

REDBOOK_TEST(test_number_in_a_location_counts_the_images) {
  const struct {
    const char *location, *third;
  } names[] = {{"/a/b-%02d.cue", "/a/b-03.cue"},
               {"/a/%d.cue", "/a/3.cue"},
               {"/a/%03d", "/a/003"},
               {"/50%/b%d.cue", "/50%/b3.cue"},
               {"/a/9%%-%d.cue", "/a/9%-3.cue"},
               {"/a/9%%.cue", "/a/9%.cue"},
               {"/a/b%d%%d.cue", "/a/b3%d.cue"},
               {"/a/b.cue", "/a/b.cue"}};

  for (const auto &[location, third] : names)
    assert_text(ImageLocation{location}.with(3).string(), third);
  assert_text(ImageLocation{"/a/%02d.cue"}.with(100).string(), "/a/100.cue");
}

REDBOOK_TEST(test_percent_sign_that_is_no_number_is_refused) {
  for (const auto *name : {"100%.cue", "%s.cue", "%2d.cue", "%00d.cue", "%010d.cue",
                           "%-2d.cue", "%d-%d.cue", "a%", "%%%"})
    assert_text(error_of([&] { ImageLocation{name}; }).what(),
                "The name of the disc image has a % that is no number: write %02d, once, "
                "where the number of the image goes, and %% for a percent sign.");
}

REDBOOK_TEST(test_numbers_of_images_that_were_made_are_passed_over) {
  using enum ImageFormat;
  const auto made = std::make_shared<MadeImages>();
  const ImageSeries series{"/a/%02d.cue", automatic, made};
  const ImageSeries plain{"/a/b.cue", automatic, made};

  made->add(series.sheet(1));
  made->add("/a/03.cue");
  made->add(plain.sheet(1));

  assert_text(series.sheet(1).string(), "/a/02.cue");
  assert_text(series.sheet(2).string(), "/a/04.cue");
  assert_text(plain.sheet(1).string(), "/a/b.cue");
  assert_text(plain.sheet(2).string(), "/a/b-2.cue");
}
