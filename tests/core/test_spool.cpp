#include "stash/spool.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr std::int64_t piece = std::int64_t{1} << 20;

Pcm read(Spool &spool, std::int64_t bytes) {
  Pcm into(static_cast<std::size_t>(bytes));
  spool.read(into);
  return into;
}

auto open_files() {
  return std::distance(std::filesystem::directory_iterator{"/proc/self/fd"}, {});
}

}  // namespace

REDBOOK_TEST(test_bytes_come_back_in_their_order) {
  const TempDir folder;
  const auto audio = counting_audio(2 * piece + 12345);
  for (const std::size_t size : {4097, 1 << 20, 1 << 22}) {
    Spool spool{folder.path(), piece};

    for (std::size_t at = 0; at < audio.size(); at += size)
      spool.append(Bytes{audio}.subspan(at, std::min(size, audio.size() - at)));

    ck_assert_int_eq(spool.size(), size_of(audio));
    ck_assert(read(spool, 4099) == Pcm(audio.begin(), audio.begin() + 4099));
    ck_assert(read(spool, size_of(audio) - 4099) ==
              Pcm(audio.begin() + 4099, audio.end()));
    ck_assert_int_eq(spool.size(), 0);
  }
}

REDBOOK_TEST(test_bytes_can_come_while_others_are_read) {
  const TempDir folder;
  Spool spool{folder.path(), piece};
  const auto audio = counting_audio(piece / 2 + 4096);

  for (int i = 0; i < 5; ++i) {
    spool.append(audio);
    spool.append(audio);
    ck_assert(read(spool, size_of(audio)) == audio);
  }

  for (int i = 0; i < 5; ++i) ck_assert(read(spool, size_of(audio)) == audio);
  ck_assert_int_eq(spool.size(), 0);
}

REDBOOK_TEST(test_what_is_cleared_does_not_come_back) {
  const TempDir folder;
  Spool spool{folder.path(), piece};
  spool.append(counting_audio(piece + 1));
  read(spool, 5);

  spool.clear();

  ck_assert_int_eq(spool.size(), 0);
  spool.append(silence(7));
  ck_assert(read(spool, 7) == silence(7));
}

REDBOOK_TEST(test_what_has_been_read_takes_no_room) {
  const TempDir folder;
  const auto files_before = open_files();
  Spool spool{folder.path(), piece};
  spool.append(counting_audio(3 * piece));
  ck_assert_int_eq(open_files() - files_before, 3);

  read(spool, 2 * piece + 4);
  ck_assert_int_eq(open_files() - files_before, 1);
  read(spool, piece - 4);

  ck_assert_int_eq(open_files() - files_before, 0);
}

REDBOOK_TEST(test_nothing_is_in_the_folder) {
  const TempDir folder;
  Spool spool{folder.path(), piece};

  spool.append(counting_audio(piece + 4));

  assert_text(folder.names(), "");
}

REDBOOK_TEST(test_full_disk_is_told) {
  const TempDir folder;
  Spool spool{folder.path(), piece};
  const auto audio = counting_audio(4 * ExtentWriter::batch_bytes);

  const auto error = error_when_files_end_at(100000, [&] { spool.append(audio); });

  ck_assert_int_eq(static_cast<int>(error.fault()), static_cast<int>(Fault::stash));
}
