#include "saved_stash_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const std::vector<Record> three_records{
    begun_record(1, 0),
    closed_track_record({Lba{0}, {}, Blocks{300}, {}, {"One"}}, 705600,
                        Following::nothing),
    finished_record(705600)};

std::string journal_of(const std::vector<Record> &records) {
  auto bytes = journal_header();
  std::uint32_t number = 0;
  for (const auto &record : records) bytes += bytes_of(record, number++);
  return bytes;
}

std::string damage_in(const std::string &bytes) {
  std::string text;
  for (const auto &what : records_in(bytes).damage) text += what + "; ";
  return text;
}

Track track_at(std::int64_t start) { return {Lba{start}, {}, Blocks{300}, {}, {}}; }

Record closed(std::int64_t start) {
  return closed_track_record(track_at(start), (start + 300) * bytes_per_block,
                             Following::nothing);
}

std::string starts_in(const Promised &promised) {
  std::string text;
  for (const auto &track : promised.disc.tracks)
    text += std::to_string(track.start.value()) + '+' +
            std::to_string(track.length.count()) + ' ';
  return text + (promised.open ? "open " : "") + (promised.finished ? "finished " : "") +
         std::to_string(promised.staged_bytes / bytes_per_block);
}

}  // namespace

REDBOOK_TEST(test_journal_has_the_bytes_that_are_documented) {
  const auto bytes = journal_of({finished_record(2352)});

  const auto golden = bytes_of_hex(
      "52425354 4153480a 01000000 7f4921be"
      "15000000 07000000 00000000 24687971 b66036b4"
      "7b227374616765642d6279746573223a323335327d");
  assert_text(md5_of(bytes), md5_of(golden));
}

REDBOOK_TEST(test_records_come_back) {
  const auto read = records_in(journal_of(three_records));

  ck_assert(read.records == three_records);
  ck_assert(read.damage.empty());
  ck_assert_uint_eq(read.torn_bytes, 0);
  ck_assert_uint_eq(read.next_number, 3);
}

REDBOOK_TEST(test_torn_end_is_the_end_wherever_it_is) {
  const auto bytes = journal_of(three_records);
  const auto last = journal_of({three_records[0], three_records[1]}).size();

  for (auto size = last; size < bytes.size(); ++size) {
    const auto read = records_in(bytes.substr(0, size));
    ck_assert(read.damage.empty());
    ck_assert_uint_eq(read.records.size(), 2);
    ck_assert_uint_eq(read.end, last);
    ck_assert_uint_eq(read.torn_bytes, size - last);
  }
}

REDBOOK_TEST(test_end_that_never_reached_the_disk_is_torn) {
  const auto bytes = journal_of(three_records);
  const auto last = journal_of({three_records[0], three_records[1]}).size();

  for (auto size = last; size < bytes.size(); ++size) {
    const auto read =
        records_in(bytes.substr(0, size) + std::string(bytes.size() - size, '\0'));
    ck_assert(read.damage.empty());
    ck_assert_uint_eq(read.records.size(), 2);
  }
}

REDBOOK_TEST(test_no_flipped_bit_goes_unseen) {
  const auto bytes = journal_of(three_records);

  for (std::size_t place = 0; place < bytes.size(); ++place)
    for (int bit = 0; bit < 8; ++bit) {
      auto flipped = bytes;
      flipped[place] = static_cast<char>(flipped[place] ^ (1 << bit));
      ck_assert_msg(!damage_in(flipped).empty(), "bit %d of byte %zu", bit, place);
    }
}

REDBOOK_TEST(test_records_behind_damage_are_found) {
  const auto bytes = journal_of(three_records);
  const auto second = journal_of({three_records[0]}).size();

  assert_text(damage_in(with_flipped_bit(bytes, second)),
              "record 1: head wrong at byte " + std::to_string(second) + "; ");
  assert_text(damage_in(with_flipped_bit(bytes, second + 30)),
              "record 1: payload wrong at byte " + std::to_string(second) + "; ");
  assert_text(damage_in(with_flipped_bit(bytes, 3)), "header: wrong at byte 0; ");
  ck_assert_uint_eq(records_in(with_flipped_bit(bytes, second)).records.size(), 2);
}

REDBOOK_TEST(test_missing_record_is_told) {
  const auto bytes =
      journal_header() + bytes_of(three_records[0], 0) + bytes_of(three_records[2], 2);

  ck_assert(damage_in(bytes).starts_with("record 1: missing at byte "));
}

REDBOOK_TEST(test_records_of_a_newer_version_are_refused) {
  const auto unknown = Record{static_cast<RecordType>(9), "{}"};

  const auto error = error_of([&] { records_in(journal_of({unknown})); });

  assert_text(error.what(),
              "The stash was made by a newer redbooksink: it was left as it is.");
}

REDBOOK_TEST(test_disc_is_staged_and_finished) {
  const auto records = {begun_record(1, 352800), closed(0), closed(300),
                        finished_record(601 * bytes_per_block)};

  const auto promised = promised_by(records);

  assert_text(starts_in(promised), "0+300 300+301 finished 601");
  ck_assert_int_eq(promised.lead_bytes, 352800);
}

REDBOOK_TEST(test_open_track_counts_and_can_go_on_behind_a_closed_one) {
  const BegunTrack begun{track_at(300), 300 * bytes_per_block};

  assert_text(
      starts_in(promised_by({begun_record(1, 0), closed(0), open_track_record(begun)})),
      "0+300 open 300");
  assert_text(starts_in(promised_by(
                  {begun_record(1, 0), closed_track_record(track_at(0), 705600 + 2352,
                                                           Following::open_track)})),
              "0+300 open 301");
}

REDBOOK_TEST(test_cut_drops_tracks_and_what_finishing_added) {
  const auto staged = 301 * bytes_per_block - 4;
  const std::vector<Record> records{
      begun_record(1, 0), closed_track_record(track_at(0), staged, Following::nothing),
      finished_record(301 * bytes_per_block)};
  auto one_less = records, none_less = records;
  one_less.push_back(cut_record(0, 100, {}));
  none_less.push_back(cut_record(1, staged, {}));

  assert_text(starts_in(promised_by(records)), "0+301 finished 301");
  assert_text(starts_in(promised_by(none_less)), "0+300 300");
  assert_text(starts_in(promised_by(one_less)), "0");
}

REDBOOK_TEST(test_marks_that_no_reader_takes_are_left_out) {
  Track track{Lba{0}, Blocks{400}, Blocks{300}, {Blocks{10}, Blocks{5}, Blocks{900}}, {}};

  const auto promised = promised_by(
      {begun_record(1, 0), closed_track_record(track, 705600, Following::nothing)});

  const auto &kept = promised.disc.tracks.at(0);
  assert_blocks(kept.pregap, 0);
  ck_assert(kept.indexes == std::vector<Blocks>{Blocks{10}});
}

REDBOOK_TEST(test_contradictions_are_refused) {
  for (const auto &records : {std::vector<Record>{closed(0)},
                              {begun_record(1, 0), closed(300)},
                              {begun_record(1, 0), closed(0), finished_record(2352)},
                              {begun_record(1, 0), cut_record(1, 0, {})},
                              {begun_record(1, 0), disc_record(disc_of_ddp_golden_3())},
                              {Record{RecordType::begun, "{"}}})
    assert_text(error_of([&] { promised_by(records); }).what(),
                "The journal of the stash contradicts itself.");
}

REDBOOK_TEST(test_lost_records_are_made_the_best_of) {
  const auto settled = [](const std::vector<Record> &records) {
    return starts_in(promised_by(records, Contradictions::settled));
  };

  assert_text(settled({closed(0), closed(600)}), "0+300 300+300 600+300 900");
  assert_text(settled({begun_record(1, 0), closed(0), closed(150)}), "0+150 150+300 450");
  assert_text(settled({begun_record(1, 0), closed(0), closed(300), closed(0)}),
              "0+300 300");
}

REDBOOK_TEST(test_long_stash_is_promised) {
  std::vector<Record> records{begun_record(1, max_stash_length.bytes())};
  std::int64_t start = 0;
  for (int i = 0; i < max_staged_tracks; ++i, start += 300)
    records.push_back(closed(start));
  records.push_back(mark_record(Lba{max_stash_length.count()}));
  records.push_back(open_track_record({track_at(start), start * bytes_per_block}));

  const auto promised = promised_by(records_in(journal_of(records)).records);

  ck_assert_uint_eq(promised.disc.tracks.size(), 9801);
  ck_assert(promised.open.has_value());
  ck_assert_int_eq(promised.staged_bytes, start * bytes_per_block);
  records.push_back(closed(start));
  assert_text(error_of([&] { promised_by(records); }).detail(),
              "record 9804.track: not behind the one before");
}

REDBOOK_TEST(test_one_track_may_take_all_of_a_long_stash) {
  const Track track{Lba{0}, {}, max_stash_length, {}, {}};

  const auto promised = promised_by(
      {begun_record(1, 0),
       closed_track_record(track, max_stash_length.bytes(), Following::nothing),
       finished_record(max_stash_length.bytes())});

  ck_assert(promised.disc.tracks == std::vector{track});
  ck_assert(promised.finished);
}

REDBOOK_TEST(test_tracks_too_many_for_one_record_are_told_by_their_own) {
  Disc disc{{}, {"All of it"}};
  for (int i = 0; i < max_staged_tracks; ++i) disc.tracks.push_back(track_at(300 * i));

  const auto record = disc_record(disc);

  ck_assert_uint_le(record.payload.size(), max_payload_bytes);
  assert_text(promised_by({begun_record(1, 0), record}).disc.texts.title, "All of it");
}
