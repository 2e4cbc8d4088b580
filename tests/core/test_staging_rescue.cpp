// Disks that fail while a disc is staged. The linker puts the __wrap_ function before the
// C library.
#include "burn/image_destination.hpp"
#include "burn/staging_rescue.hpp"
#include "failing_writes.hpp"
#include "stash/stash_folder.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// A disc that is staged for an image.
struct Staged {
  TempDir folder;
  ImageDestination destination{folder / "album.cue", {}, ImageDestination::Laser::on};
  DiscMaster master{{}, [this] { return destination.new_stash(); }};

  explicit Staged(int whole_tracks) {
    for (int i = 0; i < whole_tracks; ++i) {
      master.create_audio_track();
      master.append(counting_audio(Blocks{300}, i * Blocks{300}.samples()));
      master.close_audio_track();
    }
  }

  /// What the user hears of a further track for which the disk has no room.
  Error fill_the_disk() {
    return error_when_files_end_at(1 << 20, [this] { fail(); });
  }
  Error fail_with(int number) {
    const FailingWrites writes{number};
    return error_of([this] { fail(); });
  }
  void fail() {
    try {
      master.create_audio_track();
      for (int i = 0; i < 100; ++i) master.append(counting_audio(Blocks{100}));
    } catch (...) {
      std::rethrow_exception(
          keep_closed_tracks(std::current_exception(), master, destination));
    }
  }
};

bool holds(const std::string &folder, int tracks) {
  const auto saved = open_stash(folder);
  auto pcm = silence(saved.disc.length());
  saved.stash->read(0, pcm);
  return static_cast<int>(saved.disc.tracks.size()) == tracks &&
         pcm == counting_audio(Blocks{300 * tracks});
}

}  // namespace

REDBOOK_TEST(test_closed_tracks_of_a_full_disk_are_kept) {
  Staged staged{1};

  const auto error = staged.fill_the_disk();

  ck_assert(holds(error.stash(), 1));
  assert_text(error.what(),
              "There is no space left on the disk for the audio: free some, or choose "
              "another folder. Track 2 was not complete and is left out. The audio is "
              "kept; the details have the command that makes the image of it.");
}

REDBOOK_TEST(test_whatever_the_disk_says_the_closed_tracks_are_kept) {
  for (const int number : {ENOSPC, EDQUOT, EIO, EROFS}) {
    Staged staged{3};

    const auto error = staged.fail_with(number);

    ck_assert_msg(holds(error.stash(), 3), "errno %d", number);
    ck_assert((error.result() == Result::not_enough_disk_for_stash) ==
              (number == ENOSPC || number == EDQUOT));
  }
}

REDBOOK_TEST(test_what_comes_afterwards_is_another_disc) {
  Staged staged{1};
  const auto error = staged.fill_the_disk();

  staged.master.create_audio_track();
  staged.master.append(silence(Blocks{500}));
  staged.master.close_audio_track();

  ck_assert(holds(error.stash(), 1));
  ck_assert_int_eq(staged.master.total_audio_tracks(), 1);
}

REDBOOK_TEST(test_first_track_leaves_nothing_to_keep) {
  Staged staged{0};

  const auto error = staged.fill_the_disk();

  ck_assert(error.stash().empty());
  assert_text(staged.folder.names(), "");
}

REDBOOK_TEST(test_errors_that_are_not_the_disks_change_nothing) {
  Staged staged{2};
  const auto layout =
      std::make_exception_ptr(Error{Fault::layout, Result::disc_full, "."});
  const auto cancelled = std::make_exception_ptr(Cancelled{});

  ck_assert(keep_closed_tracks(layout, staged.master, staged.destination) == layout);
  ck_assert(keep_closed_tracks(cancelled, staged.master, staged.destination) ==
            cancelled);

  assert_text(staged.folder.names(), "");
  assert_result(staged.master.create_audio_track(), ok);
  ck_assert_int_eq(staged.master.total_audio_tracks(), 3);
}
