#include "test_drive/unit/support.hpp"

using namespace redbook::drive;

namespace {

Lba next_writable(Recorder &recorder) {
  return Lba{static_cast<std::int32_t>(get_32(recorder.next_track_info(), 12))};
}

void burn_track(Recorder &recorder, int blocks, std::uint8_t value) {
  assert_good(recorder.write(next_writable(recorder), blocks_of_value(blocks, value)));
  assert_good(recorder.synchronize());
}

}  // namespace

REDBOOK_TEST(test_tracks_are_152_blocks_apart) {
  Recorder recorder;
  recorder.choose(track_at_once);

  burn_track(recorder, 400, 1);
  const auto second = next_writable(recorder);
  burn_track(recorder, 300, 2);
  assert_good(recorder.close_session());

  ck_assert_int_eq(second.value, 552);
  assert_text(text_of(recorder.toc(0).data),
              "001a0102"
              "0010010000000200"
              "001002000000091b"
              "0010aa0000000d1d");
  ck_assert(recorder.read_cd(Lba{552}, 1).data == blocks_of_value(1, 2));
}

REDBOOK_TEST(test_short_track_is_padded_to_four_seconds) {
  Recorder recorder;
  recorder.choose(track_at_once);

  burn_track(recorder, 10, 1);

  ck_assert_int_eq(next_writable(recorder).value, 300 + 2 + 150);
}

REDBOOK_TEST(test_write_anywhere_else_is_refused) {
  Recorder recorder;
  recorder.choose(track_at_once);

  assert_refused(recorder.write(Lba{1}, blocks_of_value(1, 0)),
                 sense::invalid_write_address);
  assert_refused(recorder.write(Lba{-150}, blocks_of_value(1, 0)),
                 sense::invalid_write_address);
}

REDBOOK_TEST(test_nothing_goes_beyond_the_last_lead_out) {
  Recorder recorder;
  recorder.choose(track_at_once);
  {
    // given: a track that ends ten blocks before the limit
    auto medium = recorder.medium();
    auto &disc = medium.catalogue();
    disc.open_session();
    TrackEntry track;
    track.number = track.session = 1;
    track.end = disc.last_lead_out - 310;
    disc.add_track(track);
  }
  const auto next = next_writable(recorder);

  const auto reply = recorder.write(next, blocks_of_value(200, 0));

  assert_refused(reply, sense::lba_out_of_range);
}

REDBOOK_TEST(test_open_session_shows_in_disc_information) {
  Recorder recorder;
  recorder.choose(track_at_once);

  burn_track(recorder, 300, 1);

  const auto info = recorder.disc_info();
  ck_assert_uint_eq(info[2], 0x05);
  ck_assert_uint_eq(info[6], 2);
  assert_refused(recorder.toc(0), sense::invalid_field_in_cdb);
  ck_assert_uint_eq(recorder.toc(3).data.size(), 4 + 11);
}

REDBOOK_TEST(test_closed_session_may_be_followed_by_another) {
  Recorder recorder;
  recorder.choose(track_at_once, another_session);
  burn_track(recorder, 300, 1);
  assert_good(recorder.close_session());

  const auto second = next_writable(recorder);
  recorder.choose(track_at_once);
  burn_track(recorder, 300, 2);
  assert_good(recorder.close_session());

  ck_assert_int_eq(second.value, 302 + 11400);
  ck_assert_uint_eq(recorder.disc_info()[2], 0x0E);
  ck_assert_uint_eq(recorder.toc(1).data[3], 2);
  ck_assert_uint_eq(recorder.toc(2).data[3], 2);
}

REDBOOK_TEST(test_simulation_counts_its_tracks_and_leaves_no_trace) {
  Recorder recorder;
  recorder.choose(track_at_once | test_write);

  burn_track(recorder, 400, 1);
  const auto second = next_writable(recorder);
  burn_track(recorder, 300, 1);
  assert_good(recorder.close_session());

  ck_assert_int_eq(second.value, 552);
  ck_assert_int_eq(next_writable(recorder).value, 0);
  ck_assert_uint_eq(recorder.disc_info()[2], 0x00);
}

REDBOOK_TEST(test_data_track_is_refused) {
  Recorder recorder;
  recorder.choose(track_at_once, 0x04);

  assert_refused(recorder.write(Lba{0}, blocks_of_value(1, 0)),
                 sense::illegal_mode_for_track);
}

REDBOOK_TEST(test_only_rewritable_media_can_be_blanked) {
  Recorder rewritable{"written-rw"};
  Recorder recordable{"written"};
  const Bytes blank{0xA1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

  assert_good(rewritable.run(blank));
  assert_refused(recordable.run(blank), sense::cannot_write_medium);

  ck_assert_uint_eq(rewritable.disc_info()[2], 0x10);
  assert_refused(rewritable.read_cd(Lba{0}, 1), sense::lba_out_of_range);
}
