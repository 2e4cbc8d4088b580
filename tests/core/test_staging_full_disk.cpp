// The disk is full: the audio's file or the journal can't grow beyond sizes around the
// ends of tracks, pieces and records. What was closed is there.
#include "failing_disk.hpp"
#include "staging_script.hpp"
#include "stash/stash_folder.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

struct Failure {
  int steps_done = 0;
  std::string what{};
};

/// Stages until the disk is full.
Failure stage(const std::filesystem::path &path) {
  Failure failure;
  try {
    StagingScript{path}.run(StagingScript::steps(),
                            [&](int done) { failure.steps_done = done; });
  } catch (const Error &error) {
    failure.what = error.what();
  }
  return failure;
}

constexpr auto no_space =
    "There is no space left on the disk for the audio: free some, or choose another "
    "folder.";

bool has_all_closed_tracks(const std::filesystem::path &path, int steps_done) {
  const Reopened reopened{path};
  return reopened.is(Expected::after(steps_done), 0) ||
         reopened.is(Expected::after(steps_done + 1), 0);
}

/// The ends of the records that the whole script writes until the first audio is left.
std::vector<std::int64_t> ends_of_records() {
  TempDir parent;
  { StagingScript{parent / "stash"}.run(20); }
  std::vector<std::int64_t> ends{journal_header_bytes};
  std::uint32_t number = 0;
  for (const auto &record : records_in(contents(parent / "stash/journal")).records)
    ends.push_back(ends.back() +
                   static_cast<std::int64_t>(bytes_of(record, number++).size()));
  return ends;
}

}  // namespace

REDBOOK_TEST(test_audio_that_no_longer_fits_takes_no_closed_track_along) {
  const auto first = Blocks{400}.bytes(), second = Blocks{850}.bytes();
  const auto piece = ExtentWriter::batch_bytes;
  for (const std::int64_t size : {std::int64_t{20000},
                                  piece - 1,
                                  piece,
                                  piece + 1,
                                  first - 2352,
                                  first - 1,
                                  first,
                                  first + 1,
                                  first + 2352,
                                  2 * piece - 4,
                                  2 * piece + 4,
                                  second - 1,
                                  second,
                                  second + 99,
                                  second + 100,
                                  second + 101,
                                  Blocks{1150}.bytes(),
                                  Blocks{1550}.bytes() - 1,
                                  Blocks{1550}.bytes(),
                                  Blocks{1550}.bytes() + 1}) {
    TempDir parent;
    Failure failure;
    {
      const FileSizeLimit disk_full{size};
      failure = stage(parent / "stash");
    }
    assert_text(failure.what, no_space);
    ck_assert_msg(has_all_closed_tracks(parent / "stash", failure.steps_done),
                  "%jd bytes", static_cast<std::intmax_t>(size));
  }
}

REDBOOK_TEST(test_journal_that_no_longer_fits_takes_no_closed_track_along) {
  int sizes = 0;
  for (const auto end : ends_of_records())
    for (const std::int64_t size : {end - 1, end, end + 1, end + 25}) {
      if (size < 120) continue;  // nothing can begin
      TempDir parent;
      journal_limit = size;
      const auto failure = stage(parent / "stash");
      journal_limit = std::numeric_limits<std::int64_t>::max();
      assert_text(failure.what, no_space);
      ck_assert(has_all_closed_tracks(parent / "stash", failure.steps_done));
      ++sizes;
    }

  ck_assert_int_ge(sizes, 20);
}

REDBOOK_TEST(test_stash_that_cannot_begin_leaves_nothing) {
  for (const std::int64_t size : {0, 5, 16, 20, 60}) {
    TempDir parent;
    journal_limit = size;

    const auto failure = stage(parent / "stash");
    journal_limit = std::numeric_limits<std::int64_t>::max();

    assert_text(failure.what, no_space);
    ck_assert(Reopened{parent / "stash"}.tracks.empty());
  }
}
