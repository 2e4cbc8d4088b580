// A disk that is nearly full, as the file system tells it.
#include <dlfcn.h>
#include <sys/statvfs.h>

#include <atomic>
#include <limits>

#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr std::uint64_t megabyte = 1'000'000;
constexpr auto as_it_is = std::numeric_limits<std::uint64_t>::max();
std::atomic free_bytes = as_it_is;

}  // namespace

// The element asks here instead of the C library.
extern "C" int fstatvfs64(int fd, struct statvfs64 *status) {
  if (free_bytes == as_it_is) {
    using Ask = int (*)(int, struct statvfs64 *);
    return reinterpret_cast<Ask>(::dlsym(RTLD_NEXT, "fstatvfs64"))(fd, status);
  }
  *status = {};
  status->f_bsize = status->f_frsize = 1;
  status->f_blocks = 10'000 * megabyte;
  status->f_bavail = status->f_bfree = free_bytes;
  return 0;
}

REDBOOK_TEST(test_disk_with_room_is_no_news) {
  free_bytes = 900 * megabyte;
  Player player;
  player.play().song().song();

  player.eos();

  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_nearly_full_disk_is_told_once_and_the_disc_is_made) {
  free_bytes = 600 * megabyte;
  Player player;
  player.play();
  for (int i = 0; i < 20; ++i) player.song(Blocks{1000});

  player.eos();

  assert_text(player.messages().warnings(),
              "WARNING The disk for the audio is nearly full: it has 600 MB left, and "
              "the rest of the disc may take 845 MB.\n");
  fail_unless_equals_int(player.messages().count("EOS"), 1);
}

REDBOOK_TEST(test_announced_music_without_room_is_told_ahead) {
  free_bytes = 100 * megabyte;
  Player player;
  player.announce(1800 * GST_SECOND);
  player.play().stream().audio(Blocks{1});

  assert_text(player.messages().warnings(),
              "WARNING The disk for the audio has 100 MB left, and what is still to come "
              "takes 318 MB: free some.\n");
}

REDBOOK_TEST(test_expected_track_without_room_is_told_ahead) {
  free_bytes = 100 * megabyte;
  Player player;
  player.set("expected-blocks", "100000").play().stream().audio(Blocks{1});

  assert_text(player.messages().warnings(),
              "WARNING The disk for the audio has 100 MB left, and what is still to come "
              "takes 236 MB: free some.\n");
}

REDBOOK_TEST(test_audio_that_is_made_louder_needs_room_twice) {
  free_bytes = 400 * megabyte;
  Player player;
  player.set("loudness", "album").set("expected-blocks", "100000");
  player.play().stream().audio(Blocks{1});

  assert_text(player.messages().warnings(),
              "WARNING The disk for the audio has 400 MB left, and what is still to come "
              "takes 471 MB: free some.\n");
}
