// A process that stages is ended at every call that changes the disk, before and inside,
// and at any instruction. What it leaves is what it had promised, byte for byte.
#include <sys/wait.h>

#include <cstring>

#include "failing_disk.hpp"
#include "staging_script.hpp"
#include "stash/stash_folder.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Stages until it is ended at this point. Nothing is tidied up.
[[noreturn]] void stage_to(const std::filesystem::path &path, int point) {
  last_point = point;
  StagingScript script{path};
  script.run(StagingScript::steps(), [](int done) { last_words().steps = done; });
  ::_exit(0);
}

/// How far a process came.
struct Ended {
  int status = 0;
  int points = last_words().points;
  int steps = last_words().steps;
  std::int64_t audio_bytes = last_words().audio_bytes;

  bool early() const { return WIFEXITED(status) && WEXITSTATUS(status) == ended_here; }
};

Ended end_at(const std::filesystem::path &path, int point) {
  forget_last_words();
  const auto child = ::fork();
  if (child == 0) stage_to(path, point);
  int status = 0;
  ::waitpid(child, &status, 0);
  return {status};
}

/// The same, ended from outside once it has passed so many points.
Ended kill_behind(const std::filesystem::path &path, int point) {
  forget_last_words();
  const auto child = ::fork();
  if (child == 0) stage_to(path, std::numeric_limits<int>::max());
  while (last_words().points < point && ::waitpid(child, nullptr, WNOHANG) == 0) {
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  return {};
}

const std::vector<Expected> &expectations() {
  static const auto all = [] {
    std::vector<Expected> made;
    for (int i = 0; i <= StagingScript::steps(); ++i) made.push_back(Expected::after(i));
    return made;
  }();
  return all;
}

/// What was done, or that and the step that was being done, which may have been to drop
/// some.
bool is_as_promised(const Reopened &reopened, const Ended &ended) {
  const auto &all = expectations();
  const auto done = static_cast<std::size_t>(ended.steps);
  const auto whole = Blocks::whole(ended.audio_bytes).bytes();
  if (reopened.is(all[done], whole)) return true;
  if (done + 1 == all.size()) return false;
  const auto &next = all[done + 1];
  return reopened.is(
      next,
      std::min(whole,
               Blocks::whole(static_cast<std::int64_t>(next.audio.size())).bytes()));
}

/// Whether it can be burned, and has the same audio still.
bool can_be_burned(const std::filesystem::path &path, const Reopened &reopened) {
  if (reopened.tracks.empty()) return true;
  { StagingFolder{path}.finish(); }
  const auto opened = open_stash(path);
  auto audio = silence(opened.disc.length());
  opened.stash->read(0, audio);
  const auto end = static_cast<std::size_t>(Disc{reopened.tracks}.length().bytes());
  return std::memcmp(reopened.audio.data(), audio.data(), end) == 0;
}

/// Empty where all is well, else where the process was ended.
std::string fault_of(const std::filesystem::path &path, const Ended &ended) {
  const auto where = "step " + std::to_string(ended.steps) + ", point " +
                     std::to_string(ended.points) + ": ";
  try {
    const Reopened reopened{path};
    if (!is_as_promised(reopened, ended)) return where + "not what was promised";
    return can_be_burned(path, reopened) ? "" : where + "can't be burned";
  } catch (const Error &error) {
    return where + error.what() + " (" + error.detail() + ")";
  }
}

}  // namespace

REDBOOK_TEST(test_whatever_call_is_the_last_one_what_was_promised_is_there) {
  int points = 0;
  bool went_on = true;
  for (; went_on; ++points) {
    TempDir parent;
    const auto ended = end_at(parent / "stash", points);
    assert_text(fault_of(parent / "stash", ended), "");
    went_on = ended.early();
  }

  ck_assert_int_ge(points, 200);
}

REDBOOK_TEST(test_killed_at_any_moment_what_was_promised_is_there) {
  for (int point = 0; point < 200; point += 4) {
    TempDir parent;
    const auto ended = kill_behind(parent / "stash", point);
    assert_text(fault_of(parent / "stash", ended), "");
  }
}
