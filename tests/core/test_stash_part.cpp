// Parts of a stash, for discs of their own.
#include "disc/disc_parts.hpp"
#include "discs.hpp"
#include "stash/stash_folder.hpp"
#include "stash/stash_part.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// More than the kernel copies in one go.
constexpr Blocks all{4500};

struct Whole {
  TempDir folder;
  std::shared_ptr<Stash> stash = std::make_shared<Stash>(folder.path(), lead.bytes());
  static constexpr Blocks lead{150};

  Whole() { stash->write(0, counting_audio(all)); }

  std::shared_ptr<Stash> copy(Blocks offset, Blocks length, Blocks copy_lead = {},
                              const std::stop_token &stop = {}) const {
    return copied_part(*stash, offset, length, folder.path(), copy_lead, stop);
  }
};

Pcm audio_of(const Stash &stash, Blocks length) {
  auto audio = silence(length);
  stash.read(0, audio);
  return audio;
}

Pcm counting_from(Blocks offset, Blocks length) {
  return counting_audio(length, offset.samples());
}

}  // namespace

REDBOOK_TEST(test_shared_part_is_the_same_file_from_there_on) {
  const Whole whole;

  const auto part = shared_part(*whole.stash, Blocks{1000});

  ck_assert(audio_of(*part, Blocks{600}) == counting_from(Blocks{1000}, Blocks{600}));
  ck_assert_int_eq(part->lead_bytes(), Blocks{1150}.bytes());
  whole.stash->write(Blocks{1000}.bytes(), silence(4));
  ck_assert_int_eq(sample_at(audio_of(*part, Blocks{1}), 0), 0);
}

REDBOOK_TEST(test_shared_part_outlives_the_whole) {
  Whole whole;
  const auto part = shared_part(*whole.stash, Blocks{3});

  whole.stash.reset();

  ck_assert(audio_of(*part, Blocks{1}) == counting_from(Blocks{3}, Blocks{1}));
}

REDBOOK_TEST(test_copied_part_is_that_part_and_no_more) {
  const Whole whole;

  const auto part = whole.copy(Blocks{700}, Blocks{3700});

  ck_assert(staged(*part) == counting_from(Blocks{700}, Blocks{3700}));
}

REDBOOK_TEST(test_copied_part_has_the_lead_of_its_image) {
  const Whole whole;

  const auto part = whole.copy(Blocks{700}, Blocks{300}, Blocks{150});

  auto expected = silence(Blocks{150});
  const auto audio = counting_from(Blocks{700}, Blocks{300});
  expected.insert(expected.end(), audio.begin(), audio.end());
  ck_assert(staged(*part) == expected);
}

REDBOOK_TEST(test_copied_parts_end_to_end_are_the_whole) {
  const Whole whole;
  const Disc layout{{{Lba{0}, {}, all, {}, {}}}};

  Pcm parts;
  for (const auto &part : divided(layout, Blocks{1700})) {
    const auto audio = staged(*whole.copy(part.offset, part.disc.length()));
    parts.insert(parts.end(), audio.begin(), audio.end());
  }

  ck_assert(parts == counting_audio(all));
}

REDBOOK_TEST(test_copy_that_is_stopped_leaves_nothing) {
  const Whole whole;
  std::stop_source stop;
  stop.request_stop();
  bool cancelled = false;

  try {
    whole.copy(Blocks{0}, all, {}, stop.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  ck_assert(cancelled);
  assert_text(whole.folder.names(), "");
}

REDBOOK_TEST(test_full_disk_is_named) {
  const Whole whole;

  const auto error =
      error_when_files_end_at(Blocks{2000}.bytes(), [&] { whole.copy(Blocks{0}, all); });

  assert_result(error.result(), not_enough_disk_for_stash);
  ck_assert(error.fault() == Fault::stash);
  assert_text(whole.folder.names(), "");
}

REDBOOK_TEST(test_part_that_is_not_there_is_an_error) {
  const Whole whole;

  const auto error = error_of([&] { whole.copy(Blocks{4000}, Blocks{501}); });

  assert_text(error.what(), "The staged audio could not be read again.");
}

// What a burn that failed leaves.
REDBOOK_TEST(test_shared_part_is_saved_as_a_stash) {
  const Whole whole;
  const auto disc = disc_of_ddp_golden_3();
  const auto part = shared_part(*whole.stash, Blocks{700});

  const auto saved = open_stash(save_stash(disc, *part, whole.folder.path()));

  ck_assert(saved.disc == disc);
  ck_assert(audio_of(*saved.stash, disc.length()) ==
            counting_from(Blocks{700}, disc.length()));
}
