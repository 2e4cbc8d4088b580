// The writes themselves are counted: the linker puts __wrap_pwritev64 before the C
// library.
#include <cerrno>
#include <limits>

#include "held_audio.hpp"
#include "scattered.hpp"
#include "stash/extent_writer.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

struct Write {
  std::int64_t offset;
  std::int64_t size;
};
std::vector<Write> writes;
bool disk_is_full = false;
std::size_t written_at_once = std::numeric_limits<std::size_t>::max();

constexpr std::int64_t piece = ExtentWriter::batch_bytes;

void append_in_pieces(ExtentWriter &writer, const Pcm &audio, std::size_t size) {
  for (std::size_t at = 0; at < audio.size(); at += size)
    writer.append(Bytes{audio}.subspan(at, std::min(size, audio.size() - at)));
}

// A writer onto a stash of its own.
struct Written {
  TempDir folder;
  std::shared_ptr<Stash> stash = std::make_shared<Stash>(folder.path());
  ExtentWriter writer;

  explicit Written(std::int64_t start = 0) : writer{stash, start} { writes.clear(); }
};

}  // namespace

extern "C" ssize_t __real_pwritev64(int, const iovec *, int, off_t);
extern "C" ssize_t __wrap_pwritev64(int fd, const iovec *pieces, int count,
                                    off_t offset) {
  if (disk_is_full) return errno = ENOSPC, -1;
  const auto first = first_of({pieces, static_cast<std::size_t>(count)}, written_at_once);
  writes.push_back({offset, static_cast<std::int64_t>(size_of(first))});
  return __real_pwritev64(fd, first.data(), static_cast<int>(first.size()), offset);
}

namespace {

/// In pieces of so many bytes, again and again.
void append_owned(ExtentWriter &writer, const Pcm &audio,
                  const std::vector<std::size_t> &sizes) {
  Bytes left{audio};
  for (std::size_t i = 0; !left.empty(); ++i) {
    const auto size = std::min(sizes[i % sizes.size()], left.size());
    writer.append(owned(left.first(size)));
    left = left.subspan(size);
  }
}

const std::vector<std::vector<std::size_t>> many_sizes{
    {1, 8192}, {8191, 8193}, {588, 16384, 3}, {65536}, {5'000'001}, {8192}};

}  // namespace

REDBOOK_TEST(test_audio_that_is_not_copied_becomes_the_same_bytes) {
  const auto audio = counting_audio(2 * piece + 12345);
  for (const auto &sizes : many_sizes) {
    Written written{1000};

    append_owned(written.writer, audio, sizes);
    written.writer.flush();

    auto wanted = silence(1000);
    wanted.insert(wanted.end(), audio.begin(), audio.end());
    ck_assert(staged(*written.stash) == wanted);
    ck_assert_uint_eq(writes.size(), 3);
    ck_assert_int_eq(owners, 0);
  }
}

REDBOOK_TEST(test_audio_is_kept_until_it_is_written_and_hardly_longer) {
  Written written;

  append_owned(written.writer, counting_audio(piece), {32768});
  ck_assert_int_eq(owners, 9);
  append_owned(written.writer, counting_audio(32768), {32768});

  ck_assert_int_le(owners, 2);
}

REDBOOK_TEST(test_audio_that_is_written_in_part_is_written_to_its_end) {
  const auto audio = counting_audio(piece + 12345);
  for (const std::size_t at_once : {1000, 4096, 5000, 100'000}) {
    Written written;
    written_at_once = at_once;

    append_owned(written.writer, audio, {8192, 100, 9000});
    written.writer.flush();

    written_at_once = std::numeric_limits<std::size_t>::max();
    ck_assert(staged(*written.stash) == audio);
  }
}

REDBOOK_TEST(test_rewind_forgets_audio_that_is_not_copied) {
  const auto audio = counting_audio(piece + 50'000);
  for (const std::int64_t back_to :
       {std::int64_t{0}, piece - 1, piece, piece + 4000, piece + 8250, piece + 4196,
        piece + 4200, piece + 50'000}) {
    Written written;
    append_owned(written.writer, audio, {8192, 100});

    written.writer.rewind(back_to);
    const Pcm rest{audio.begin() + back_to, audio.end()};
    append_owned(written.writer, rest, {10, 10'000});
    written.writer.flush();

    ck_assert(staged(*written.stash) == audio);
    ck_assert_int_eq(owners, 0);
  }
}

REDBOOK_TEST(test_copies_find_room_after_any_rewinds) {
  Written written;
  const auto audio = counting_audio(3000);

  for (std::int64_t i = 0; i < 3 * piece / 3000; ++i) {
    written.writer.append(audio);
    written.writer.rewind(0);
  }
  written.writer.append(audio);
  written.writer.flush();

  ck_assert(staged(*written.stash) == audio);
}

REDBOOK_TEST(test_failed_write_loses_no_audio_that_is_not_copied) {
  Written written;
  const auto audio = counting_audio(piece + 30'000);
  append_owned(written.writer, Pcm{audio.begin(), audio.begin() + piece - 10'000},
               {50'000});
  disk_is_full = true;
  const Bytes last = Bytes{audio}.subspan(static_cast<std::size_t>(piece - 10'000));
  error_of([&] { written.writer.append(owned(last)); });
  disk_is_full = false;

  const auto taken = static_cast<std::size_t>(written.writer.position());
  written.writer.append(Bytes{audio}.subspan(taken));
  written.writer.flush();

  ck_assert_int_eq(static_cast<std::int64_t>(taken), piece);
  ck_assert(staged(*written.stash) == audio);
  ck_assert_int_eq(owners, 0);
}

REDBOOK_TEST(test_pieces_of_any_size_become_the_same_bytes) {
  const auto audio = counting_audio(2 * piece + 12345);
  for (const std::size_t size : {1, 588, 2352, 4097, 1 << 20}) {
    Written written;

    append_in_pieces(written.writer, audio, size);
    written.writer.flush();

    ck_assert(staged(*written.stash) == audio);
    ck_assert_int_eq(written.writer.position(), size_of(audio));
  }
}

REDBOOK_TEST(test_writes_are_large_and_aligned) {
  const auto audio = counting_audio(2 * piece + 12345);
  for (const std::size_t size : {1, 588, 2352, 4097, 1 << 20}) {
    Written written;

    append_in_pieces(written.writer, audio, size);
    written.writer.flush();

    ck_assert_uint_eq(writes.size(), 3);
    ck_assert(writes[0].offset == 0 && writes[0].size == piece);
    ck_assert(writes[1].offset == piece && writes[1].size == piece);
    ck_assert(writes[2].offset == 2 * piece && writes[2].size == 12345);
  }
}

REDBOOK_TEST(test_extent_in_the_middle_is_aligned_after_its_first_write) {
  Written written{1000};

  append_in_pieces(written.writer, counting_audio(2 * piece), 4097);
  written.writer.flush();

  ck_assert_uint_eq(writes.size(), 3);
  ck_assert(writes[0].offset == 1000 && writes[0].size == piece - 1000);
  ck_assert(writes[1].offset == piece && writes[1].size == piece);
  ck_assert(writes[2].offset == 2 * piece && writes[2].size == 1000);
}

REDBOOK_TEST(test_silence_is_written_like_audio) {
  Written written;
  written.writer.append(counting_audio(100, 1));

  written.writer.append_silence(2 * piece);
  written.writer.append(counting_audio(100, 1));
  written.writer.flush();

  auto wanted = counting_audio(100, 1);
  wanted.resize(static_cast<std::size_t>(2 * piece + 100));
  const auto end = counting_audio(100, 1);
  wanted.insert(wanted.end(), end.begin(), end.end());
  ck_assert(staged(*written.stash) == wanted);
  ck_assert_uint_eq(writes.size(), 3);
}

REDBOOK_TEST(test_held_buffer_is_cleaned_by_silence) {
  Written written;
  written.writer.append(counting_audio(1000, 1));
  written.writer.rewind(0);

  written.writer.append_silence(1000);
  written.writer.flush();

  ck_assert(staged(*written.stash) == silence(1000));
}

REDBOOK_TEST(test_flush_writes_nothing_twice) {
  Written written;
  written.writer.append(silence(10));

  written.writer.flush();
  written.writer.flush();

  ck_assert_uint_eq(writes.size(), 1);
  ck_assert_int_eq(written.writer.position(), 10);
}

REDBOOK_TEST(test_rewind_forgets_what_lies_behind) {
  for (const std::int64_t back_to : {std::int64_t{0}, std::int64_t{5}, piece - 1, piece,
                                     piece + 1, 2 * piece + 499, 2 * piece + 500}) {
    Written written;
    const auto audio = counting_audio(2 * piece + 500);
    written.writer.append(audio);

    written.writer.rewind(back_to);
    written.writer.append(Bytes{audio}.subspan(static_cast<std::size_t>(back_to)));
    written.writer.flush();

    ck_assert(staged(*written.stash) == audio);
  }
}

REDBOOK_TEST(test_rewound_file_is_no_longer_than_what_is_left) {
  Written written;
  written.writer.append(counting_audio(3 * piece));
  written.writer.flush();

  written.writer.rewind(1234);

  ck_assert_int_eq(file_size(*written.stash), 1234);
  ck_assert_int_eq(written.writer.position(), 1234);
}

REDBOOK_TEST(test_writes_are_aligned_again_after_a_rewind) {
  Written written;
  written.writer.append(counting_audio(2 * piece + 1));
  written.writer.rewind(1234);
  writes.clear();

  written.writer.append(silence(2 * piece));

  ck_assert_uint_eq(writes.size(), 2);
  ck_assert(writes[0].offset == 1234 && writes[0].size == piece - 1234);
  ck_assert(writes[1].offset == piece && writes[1].size == piece);
}

REDBOOK_TEST(test_two_writers_share_a_stash) {
  Written first;
  ExtentWriter second{first.stash, piece + 7};
  const auto audio = counting_audio(2 * piece);

  first.writer.append(Bytes{audio}.first(piece + 7));
  second.append(Bytes{audio}.subspan(piece + 7));
  second.flush();
  first.writer.flush();

  ck_assert(staged(*first.stash) == audio);
}

REDBOOK_TEST(test_failed_write_loses_nothing_and_is_tried_again) {
  Written written;
  written.writer.append(counting_audio(1000));
  disk_is_full = true;
  const auto error = error_of([&] { written.writer.flush(); });
  disk_is_full = false;

  written.writer.append(counting_audio(1000, 250));
  written.writer.flush();

  assert_result(error.result(), not_enough_disk_for_stash);
  ck_assert(staged(*written.stash) == counting_audio(2000));
}
