// What is begun is noted: the linker puts __wrap_sync_file_range before the C library.
#include <fcntl.h>

#include <cerrno>

#include "stash/audio_writer.hpp"
#include "stash/write_behind.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

struct Range {
  std::int64_t first;
  std::int64_t size;
  bool operator==(const Range &) const = default;
};
std::vector<Range> begun;
bool was_waited_for = false;
int refused_with = 0;  // errno

constexpr std::int64_t step = WriteBehind::step_bytes;

/// A stash of nothing, of which is said that there is much.
struct Behind {
  TempDir folder;
  Stash stash;
  WriteBehind behind;

  explicit Behind(std::int64_t lead_bytes = 0) : stash{folder.path(), lead_bytes} {
    begun.clear();
    was_waited_for = false;
    refused_with = 0;
  }
};

}  // namespace

extern "C" int __wrap_sync_file_range(int, off_t first, off_t size, unsigned how) {
  begun.push_back({first, size});
  if (how != SYNC_FILE_RANGE_WRITE) was_waited_for = true;
  if (refused_with == 0) return 0;
  return errno = refused_with, -1;
}

REDBOOK_TEST(test_each_step_is_begun_once_and_not_waited_for) {
  Behind staging;

  for (std::int64_t at = 0; at < 3 * step; at += 10000)
    staging.behind.reached(staging.stash, at);

  ck_assert((begun == std::vector<Range>{{0, step}, {step, step}}));
  ck_assert(!was_waited_for);
}

REDBOOK_TEST(test_steps_that_come_at_once_are_begun_at_once) {
  Behind staging;

  staging.behind.reached(staging.stash, 3 * step + 1);

  ck_assert((begun == std::vector<Range>{{0, 3 * step}}));
}

REDBOOK_TEST(test_lead_does_not_move_the_steps_in_the_file) {
  Behind staging{1000};

  staging.behind.reached(staging.stash, step);
  staging.behind.reached(staging.stash, 2 * step);

  ck_assert((begun == std::vector<Range>{{1000, step - 1000}, {step, step}}));
}

REDBOOK_TEST(test_rewound_audio_is_begun_again) {
  Behind staging;
  staging.behind.reached(staging.stash, 2 * step);

  staging.behind.rewind(100);
  staging.behind.reached(staging.stash, 2 * step);

  ck_assert((begun == std::vector<Range>{{0, 2 * step}, {100, 2 * step - 100}}));
}

REDBOOK_TEST(test_audio_that_goes_on_is_begun_where_it_goes_on) {
  Behind staging;
  staging.behind = WriteBehind{step + 1000};

  staging.behind.reached(staging.stash, 2 * step + 1000);

  ck_assert((begun == std::vector<Range>{{step + 1000, step - 1000}}));
}

REDBOOK_TEST(test_file_system_without_it_is_no_fault) {
  for (const int number : {ENOSYS, ESPIPE, EINVAL}) {
    Behind staging;
    refused_with = number;

    staging.behind.reached(staging.stash, step);

    staging.stash.sync();
    ck_assert_uint_eq(begun.size(), 1);
  }
}

REDBOOK_TEST(test_loss_that_is_told_here_is_an_error_of_the_next_sync) {
  Behind staging;
  refused_with = EIO;

  staging.behind.reached(staging.stash, step);

  refused_with = 0;
  const auto error = error_of([&] { staging.stash.sync(); });
  ck_assert(error.fault() == Fault::stash);
}

REDBOOK_TEST(test_staged_audio_is_begun_as_far_as_the_file_has_it) {
  Behind staging;
  auto stash = std::make_shared<Stash>(staging.folder.path());
  AudioWriter writer{stash, Summing::off};
  const auto audio = counting_audio(100'001);

  while (writer.position() < 2 * step + ExtentWriter::batch_bytes) {
    writer.append(audio);
    const auto size = file_size(*stash);
    for (const auto &range : begun) ck_assert_int_le(range.first + range.size, size);
  }

  ck_assert((begun == std::vector<Range>{{0, step}, {step, step}}));
}
