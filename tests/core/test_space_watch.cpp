#include "stash/space_watch.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr std::int64_t megabyte = 1'000'000;
constexpr std::int64_t piece = 16 << 20;
constexpr auto large = DiskSpace{1'000'000 * megabyte, 1'000'000 * megabyte};

/// A stash on a disk that has as much space as the test says.
struct Watching {
  TempDir folder;
  Stash stash{folder.path()};
  std::optional<DiskSpace> space;
  int looks = 0;
  SpaceWatch watch{[this](int) {
    ++looks;
    return space;
  }};

  explicit Watching(std::optional<DiskSpace> disk) : space{disk} {}

  std::string look(std::int64_t position, const ToCome &to_come) {
    const auto shortage = watch.look(stash, position, to_come);
    return shortage ? sentence_of(*shortage) : "";
  }
};

constexpr ToCome rest_of_disc{0, 800 * megabyte};

}  // namespace

REDBOOK_TEST(test_disk_with_room_for_the_disc_is_no_news) {
  Watching watching{DiskSpace{800 * megabyte, 9000 * megabyte}};

  assert_text(watching.look(0, {500 * megabyte, 800 * megabyte}), "");
}

REDBOOK_TEST(test_disk_without_room_for_the_rest_of_the_disc_is_told) {
  Watching watching{DiskSpace{799 * megabyte, 9000 * megabyte}};

  assert_text(watching.look(0, rest_of_disc),
              "The disk for the audio is nearly full: it has 799 MB left, and the rest "
              "of the disc may take 800 MB.");
}

REDBOOK_TEST(test_what_is_announced_and_does_not_fit_is_told_ahead) {
  Watching watching{DiskSpace{200 * megabyte, 9000 * megabyte}};

  assert_text(watching.look(0, {300 * megabyte, 800 * megabyte}),
              "The disk for the audio has 200 MB left, and what is still to come takes "
              "300 MB: free some.");
}

REDBOOK_TEST(test_announcement_that_no_disc_holds_counts_as_a_disc) {
  Watching watching{DiskSpace{801 * megabyte, 9000 * megabyte}};

  assert_text(watching.look(0, {5000 * megabyte, 800 * megabyte}), "");
}

REDBOOK_TEST(test_five_percent_are_little_unless_they_are_ten_discs) {
  Watching nearly_full{DiskSpace{999 * megabyte, 20'000 * megabyte}};
  Watching large_disk{DiskSpace{20'000 * megabyte, 4'000'000 * megabyte}};

  ck_assert(!nearly_full.look(0, rest_of_disc).empty());
  assert_text(large_disk.look(0, rest_of_disc), "");
}

REDBOOK_TEST(test_each_kind_is_told_once) {
  Watching watching{DiskSpace{700 * megabyte, 9000 * megabyte}};
  int possible = 0, certain = 0;

  for (int i = 0; i < 20; ++i) {
    if (i == 10) watching.space->free_bytes = megabyte;
    const ToCome to_come{i < 10 ? 0 : 2 * megabyte, 800 * megabyte};
    const auto shortage = watching.watch.look(watching.stash, i * piece, to_come);
    if (shortage) ++(shortage->certain ? certain : possible);
  }

  ck_assert_int_eq(possible, 1);
  ck_assert_int_eq(certain, 1);
}

REDBOOK_TEST(test_disk_is_looked_at_once_for_each_piece) {
  Watching watching{large};

  for (std::int64_t at = 0; at < 10 * piece; at += 4096) watching.look(at, rest_of_disc);

  ck_assert_int_eq(watching.looks, 10);
}

REDBOOK_TEST(test_next_disc_is_looked_at_from_its_beginning) {
  Watching watching{large};
  watching.look(10 * piece, rest_of_disc);

  watching.look(0, rest_of_disc);

  ck_assert_int_eq(watching.looks, 2);
}

REDBOOK_TEST(test_file_system_that_tells_nothing_is_no_news) {
  Watching watching{std::nullopt};

  assert_text(watching.look(0, rest_of_disc), "");
}

REDBOOK_TEST(test_space_of_a_real_disk_is_what_it_says) {
  TempDir folder;
  const Stash stash{folder.path()};
  const auto said = std::filesystem::space(folder.path());

  const auto space = disk_space(stash.fd()).value();

  ck_assert_int_eq(space.size_bytes, static_cast<std::int64_t>(said.capacity));
  ck_assert(space.free_bytes > 0 && space.free_bytes <= space.size_bytes);
  ck_assert(!disk_space(-1));
}
