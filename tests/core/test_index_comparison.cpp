// Indexes of a disc that is read, compared with those that were staged.
#include "error.hpp"
#include "q_data.hpp"
#include "verify/index_comparison.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Tracks of 10 s: a plain one, one with a pregap and an index 02, another plain one.
Disc album() {
  return {{{Lba{0}, {}, Blocks{750}, {}, {}},
           {Lba{750}, Blocks{150}, Blocks{750}, {Blocks{300}}, {}},
           {Lba{1500}, {}, Blocks{750}, {}, {}}}};
}

/// A drive with a disc in it.
struct QDrive {
  Disc disc = album();
  Blocks ahead{};   ///< by so much its Q runs ahead of what it is asked for
  Blocks number{};  ///< by so much it counts the places in Q wrong
  bool tells = true;
  std::function<void(int reading, Lba block, std::span<std::byte> q)> spoil{};
  int readings = 0;

  bool read(Lba first, std::span<std::byte> into) {
    ++readings;
    put_q_data(disc, first + ahead, into);
    auto block = first + ahead;
    for (std::size_t at = 0; at < into.size(); at += formatted_q_bytes) {
      const auto q = into.subspan(at, formatted_q_bytes);
      if (number != Blocks{}) renumber(block, q);
      if (spoil) spoil(readings, block, q);
      block = block + Blocks{1};
    }
    return tells;
  }

  std::string text(const Disc &staged = album(), const std::stop_token &stop = {}) {
    const auto read_q = [this](Lba first, std::span<std::byte> into) {
      return read(first, into);
    };
    std::string text;
    for (const auto &finding : compare_indexes(staged, read_q, stop))
      text += finding.name + ' ' + name_of(finding.severity) + ": " +
              sentence_of(finding) + '\n';
    return text;
  }

 private:
  void renumber(Lba block, std::span<std::byte> q) const {
    std::array<std::byte, formatted_q_bytes> other{};
    put_q(disc, block + number, other);
    std::copy_n(other.begin() + 7, 3, q.begin() + 7);
  }
};

void put_code(std::span<std::byte> q) { q[0] = std::byte{0x02}; }

Disc with_hundred_indexes() {
  Disc disc{{{Lba{0}, {}, Blocks{3000}, {}, {}}}};
  for (int index = 2; index <= max_index; ++index)
    disc.tracks[0].indexes.push_back(Blocks{30} * (index - 1));
  return disc;
}

}  // namespace

REDBOOK_TEST(test_good_disc_has_no_findings) {
  QDrive drive;

  assert_text(drive.text(), "");
  ck_assert_int_eq(drive.readings, 4);
}

REDBOOK_TEST(test_all_indexes_of_a_track_are_looked_at) {
  QDrive drive;
  drive.disc = with_hundred_indexes();

  assert_text(drive.text(with_hundred_indexes()), "");
  ck_assert_int_eq(drive.readings, 98);
}

REDBOOK_TEST(test_moved_index_is_told_with_both_places) {
  QDrive later;
  later.disc.tracks[1].indexes[0] = Blocks{400};
  QDrive earlier;
  earlier.disc.tracks[1].indexes[0] = Blocks{297};

  assert_text(later.text(),
              "VERIFY_INDEX error: Track 2: its index 02 begins at block 1300 (00:19:25) "
              "instead of block 1200 (00:18:00).\n");
  assert_text(earlier.text(),
              "VERIFY_INDEX error: Track 2: its index 02 begins at block 1197 (00:17:72) "
              "instead of block 1200 (00:18:00).\n");
}

REDBOOK_TEST(test_moved_pregap_is_told) {
  QDrive drive;
  drive.disc.tracks[0].length = Blocks{800};
  drive.disc.tracks[1].start = Lba{800};
  drive.disc.tracks[1].pregap = Blocks{100};

  assert_text(drive.text(),
              "VERIFY_INDEX error: Track 2: its index 00 begins at block 800 (00:12:50) "
              "instead of block 750 (00:12:00).\n");
}

REDBOOK_TEST(test_lost_indexes_are_told) {
  QDrive drive;
  drive.disc.tracks[0].length = Blocks{900};
  drive.disc.tracks[1].start = Lba{900};
  drive.disc.tracks[1].pregap = Blocks{};
  drive.disc.tracks[1].indexes.clear();

  assert_text(
      drive.text(),
      R"(VERIFY_INDEX error: Track 2: its index 00 is not on the disc, and should begin at block 750 (00:12:00).
VERIFY_INDEX error: Track 2: its index 02 is not on the disc, and should begin at block 1200 (00:18:00).
)");
}

REDBOOK_TEST(test_pregap_that_nobody_staged_is_told) {
  QDrive drive;
  drive.disc.tracks[1].length = Blocks{600};
  drive.disc.tracks[2].start = Lba{1350};
  drive.disc.tracks[2].pregap = Blocks{150};

  assert_text(drive.text(),
              "VERIFY_INDEX error: Track 3: before its index 01, at block 1499 "
              "(00:21:74), lies index 00 of track 3, which should not be on the disc.\n");
}

REDBOOK_TEST(test_indexes_that_are_all_wrong_are_not_all_searched) {
  QDrive drive;
  drive.disc = with_hundred_indexes();
  drive.disc.tracks[0].indexes.clear();

  const auto text = drive.text(with_hundred_indexes());

  ck_assert(text.find("its index 11 is not on the disc") != std::string::npos);
  ck_assert(text.ends_with("its index 99 does not begin at block 2940 (00:41:15).\n"));
  ck_assert_int_le(drive.readings, 2 * 98 + 10 * 25);
}

REDBOOK_TEST(test_q_that_runs_ahead_does_no_harm) {
  for (const int ahead : {-4, -3, 1, 4}) {
    QDrive drive;
    drive.ahead = Blocks{ahead};

    assert_text(drive.text(), "");
  }
}

REDBOOK_TEST(test_drive_may_count_two_blocks_wrong_and_no_more) {
  for (const int number : {-2, -1, 1, 2}) {
    QDrive good;
    good.number = Blocks{number};
    assert_text(good.text(), "");
  }
  QDrive bad;
  bad.number = Blocks{3};
  ck_assert(
      bad.text().starts_with("VERIFY_INDEX error: Track 2: its index 00 begins at "
                             "block 753 (00:12:03) instead of block 750"));
}

REDBOOK_TEST(test_codes_around_an_index_do_no_harm) {
  for (const int hidden : {748, 749, 750, 751}) {
    QDrive drive;
    drive.spoil = [&](int, Lba block, std::span<std::byte> q) {
      if (block == Lba{hidden} || block == Lba{hidden + 1}) put_code(q);
    };

    assert_text(drive.text(), "");
  }
}

REDBOOK_TEST(test_error_is_seen_twice) {
  QDrive drive;
  drive.spoil = [](int reading, Lba block, std::span<std::byte> q) {
    if (reading == 1 && block >= Lba{750}) q[2] = bcd(7);
  };

  assert_text(drive.text(), "");
  ck_assert_int_eq(drive.readings, 5);
}

REDBOOK_TEST(test_drive_that_does_not_tell_is_asked_a_few_times_only) {
  QDrive refusing;
  refusing.tells = false;
  QDrive binary;
  binary.spoil = [](int, Lba, std::span<std::byte> q) { q[8] = std::byte{0x0C}; };
  QDrive elsewhere;
  elsewhere.ahead = Blocks{75};

  for (auto *drive : {&refusing, &binary, &elsewhere}) {
    assert_text(drive->text(),
                "VERIFY_INDEX_UNREADABLE note: Disc: the drive does not tell where its "
                "indexes begin. That was not verified.\n");
    ck_assert_int_eq(drive->readings, 9);
  }
}

REDBOOK_TEST(test_index_that_can_not_be_read_is_named) {
  QDrive drive;
  drive.spoil = [](int reading, Lba block, std::span<std::byte> q) {
    if (block > Lba{1100} && block < Lba{1300})
      q[2] = bcd(reading % 2 + block.value() % 2);
  };

  assert_text(drive.text(),
              "VERIFY_INDEX_UNREADABLE note: Disc: the drive does not tell where 1 of 4 "
              "indexes begin, the first being index 02 of track 2. That was not "
              "verified.\n");
}

REDBOOK_TEST(test_hidden_track_ends_in_its_place) {
  auto staged = album();
  staged.tracks[0].pregap = Blocks{200};
  QDrive good;
  good.disc = staged;
  QDrive bad;

  assert_text(good.text(staged), "");
  ck_assert(bad.text(staged).starts_with(
      "VERIFY_INDEX error: Track 1: its index 01 begins at block 0 (00:02:00) instead of "
      "block 200 (00:04:50).\n"));
}

REDBOOK_TEST(test_comparison_is_cancelled_between_two_readings) {
  QDrive drive;
  std::stop_source stop;
  drive.spoil = [&](int reading, Lba, std::span<std::byte>) {
    if (reading == 2) stop.request_stop();
  };
  bool cancelled = false;

  try {
    drive.text(album(), stop.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  ck_assert(cancelled);
  ck_assert_int_eq(drive.readings, 2);
}
