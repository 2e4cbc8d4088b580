// Where audio that is put together goes. GLib asks for the cache folder once in a
// process: nothing may do so before this test.
#include "image_round_trip.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_no_folder_for_a_copy_is_told) {
  const TempDir folder;
  write_file(folder / "file", "");
  ::setenv("XDG_CACHE_HOME", (folder / "file").c_str(), 1);
  ::setenv("TMPDIR", (folder / "nowhere").c_str(), 1);

  const auto error = error_of([&] {
    read_beside(folder, "a.cue", "FILE a.bin MOTOROLA\nTRACK 01 AUDIO\nINDEX 01 0:0:0\n");
  });

  ::unsetenv("TMPDIR");
  assert_text(
      error.what(),
      "There is no folder for a copy of the sound: the cache folder can't be written, and "
      "TMPDIR is none.");
}
