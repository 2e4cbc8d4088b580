#include "image/image_writer.hpp"
#include "image_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;

// The second name of an image that cannot be given: too long for a file, while the
// temporary one is not.
ImageFiles with_impossible_sheet(const Imaging &imaging) {
  auto files = imaging.files();
  files.sheet = imaging.folder / (std::string(300, 'x') + ".cue");
  return files;
}

// As umask(2), until the end of the block.
class Umask {
 public:
  explicit Umask(mode_t mask) : before_{::umask(mask)} {}
  ~Umask() { ::umask(before_); }

 private:
  mode_t before_;
};

}  // namespace

REDBOOK_TEST(test_image_is_the_sheet_and_the_audio) {
  Imaging imaging;

  write_image(imaging.disc, imaging.files(), *imaging.stash);

  ck_assert(imaging.has_image());
}

REDBOOK_TEST(test_audio_is_not_copied) {
  Imaging imaging;

  write_image(imaging.disc, imaging.files(), *imaging.stash);

  struct stat audio {
  }, stash{};
  ::stat((imaging.folder / "album.bin").c_str(), &audio);
  ::fstat(imaging.stash->fd(), &stash);
  ck_assert_uint_eq(audio.st_ino, stash.st_ino);
}

REDBOOK_TEST(test_older_image_is_replaced) {
  Imaging imaging;
  imaging.leave_older_image();

  write_image(imaging.disc, imaging.files(), *imaging.stash);

  ck_assert(imaging.has_image());
}

REDBOOK_TEST(test_failure_in_the_second_step_takes_the_first_back) {
  Imaging imaging;

  const auto error = error_of(
      [&] { write_image(imaging.disc, with_impossible_sheet(imaging), *imaging.stash); });

  ck_assert(error.fault() == Fault::image);
  ck_assert(error.detail().ends_with(": File name too long"));
  assert_text(imaging.folder.names(), "");
}

REDBOOK_TEST(test_failure_in_the_second_step_puts_the_older_file_back) {
  Imaging imaging;
  imaging.leave_older_image();

  error_of(
      [&] { write_image(imaging.disc, with_impossible_sheet(imaging), *imaging.stash); });

  ck_assert(imaging.has_older_image());
}

REDBOOK_TEST(test_failed_image_can_be_written_again) {
  Imaging imaging;
  error_of(
      [&] { write_image(imaging.disc, with_impossible_sheet(imaging), *imaging.stash); });

  write_image(imaging.disc, imaging.files(), *imaging.stash);

  ck_assert(imaging.has_image());
}

REDBOOK_TEST(test_image_can_be_written_over_itself) {
  Imaging imaging;
  write_image(imaging.disc, imaging.files(), *imaging.stash);

  write_image(imaging.disc, imaging.files(), *imaging.stash);

  ck_assert(imaging.has_image());
}

REDBOOK_TEST(test_second_copy_goes_beside_the_first) {
  Imaging imaging;
  write_image(imaging.disc, imaging.files("first.cue"), *imaging.stash);

  write_image(imaging.disc, imaging.files("second.toc"), *imaging.stash);

  assert_text(imaging.folder.names(), "first.bin first.cue second.bin second.toc ");
}

REDBOOK_TEST(test_access_rights_follow_the_umask) {
  for (const mode_t mask : {0022, 0077, 0002, 0000}) {
    const Umask umask{mask};
    Imaging imaging;

    write_image(imaging.disc, imaging.files(), *imaging.stash);

    ck_assert_uint_eq(mode_of(imaging.folder / "album.cue"), 0666 & ~mask);
    ck_assert_uint_eq(mode_of(imaging.folder / "album.bin"), 0666 & ~mask);
  }
}

REDBOOK_TEST(test_folder_in_the_place_of_the_sheet_stays) {
  Imaging imaging;
  const auto files = imaging.files();
  fs::create_directory(files.sheet);
  write_file(files.bin, "older audio");

  try {
    write_image(imaging.disc, files, *imaging.stash);
  } catch (const Error &) {
  }

  ck_assert(fs::is_directory(files.sheet));
  assert_text(contents(files.bin), "older audio");
  assert_text(imaging.folder.names(), "album.bin album.cue ");
}

REDBOOK_TEST(test_folder_in_the_place_of_the_audio_stays) {
  Imaging imaging;
  const auto files = imaging.files();
  fs::create_directory(files.bin);

  try {
    write_image(imaging.disc, files, *imaging.stash);
  } catch (const Error &) {
  }

  ck_assert(fs::is_directory(files.bin));
  assert_text(imaging.folder.names(), "album.bin ");
}

REDBOOK_TEST(test_place_that_takes_no_files_is_told) {
  Imaging imaging;
  write_file(imaging.folder / "file", "");
  for (const auto *name : {"missing/album.cue", "file/album.cue"}) {
    const auto error =
        error_of([&] { write_image(imaging.disc, imaging.files(name), *imaging.stash); });

    ck_assert(error.fault() == Fault::image);
    assert_result(error.result(), file_access);
  }

  assert_text(imaging.folder.names(), "file ");
}

REDBOOK_TEST(test_rehearsal_leaves_nothing) {
  Imaging imaging;

  rehearse_image(imaging.disc, imaging.files());

  assert_text(imaging.folder.names(), "");
}

REDBOOK_TEST(test_rehearsal_leaves_the_older_image) {
  Imaging imaging;
  imaging.leave_older_image();

  rehearse_image(imaging.disc, imaging.files());

  ck_assert(imaging.has_older_image());
}

REDBOOK_TEST(test_rehearsal_finds_what_the_image_would) {
  Imaging imaging;

  const auto error =
      error_of([&] { rehearse_image(imaging.disc, imaging.files("missing/album.cue")); });

  ck_assert(error.fault() == Fault::image);
}
