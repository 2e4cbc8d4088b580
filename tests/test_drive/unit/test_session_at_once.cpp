#include "test_drive/unit/support.hpp"

using namespace redbook::drive;

namespace {

constexpr int program_blocks = 450;  // pregap and one track

/// Burns the short cue sheet to its end.
void burn(Recorder &recorder, std::uint8_t flags = 0) {
  assert_good(recorder.choose(session_at_once | flags));
  assert_good(recorder.send_cue_sheet(short_cue_sheet()));
  assert_good(recorder.write(Lba{-150}, blocks_of_value(program_blocks, 7)));
  assert_good(recorder.synchronize());
}

Bytes cue_sheet_with_text() {
  auto sheet = short_cue_sheet();
  sheet[3] = 0x41;
  return sheet;
}

}  // namespace

REDBOOK_TEST(test_burned_disc_is_complete_and_reads_back) {
  Recorder recorder;

  burn(recorder);

  ck_assert_uint_eq(recorder.disc_info()[2], 0x0E);
  ck_assert(recorder.read_cd(Lba{0}, 300).data == blocks_of_value(300, 7));
  ck_assert(recorder.state().recording == Recording::nothing);
}

REDBOOK_TEST(test_write_without_cue_sheet_is_out_of_sequence) {
  Recorder recorder;
  recorder.choose(session_at_once);

  const auto reply = recorder.write(Lba{-150}, blocks_of_value(13, 0));

  assert_refused(reply, sense::command_sequence_error);
}

REDBOOK_TEST(test_cue_sheet_in_track_at_once_is_out_of_sequence) {
  Recorder recorder;
  recorder.choose(track_at_once);

  assert_refused(recorder.send_cue_sheet(short_cue_sheet()),
                 sense::command_sequence_error);
}

REDBOOK_TEST(test_wrong_address_is_refused_and_the_burn_can_go_on) {
  Recorder recorder;
  recorder.choose(session_at_once);
  recorder.send_cue_sheet(short_cue_sheet());

  const auto at_zero = recorder.write(Lba{0}, blocks_of_value(1, 0));
  const auto at_start = recorder.write(Lba{-150}, blocks_of_value(10, 0));
  const auto with_gap = recorder.write(Lba{-139}, blocks_of_value(1, 0));
  const auto in_order = recorder.write(Lba{-140}, blocks_of_value(1, 0));

  assert_refused(at_zero, sense::invalid_write_address);
  assert_good(at_start);
  assert_refused(with_gap, sense::invalid_write_address);
  assert_good(in_order);
}

REDBOOK_TEST(test_nothing_goes_beyond_the_announced_lead_out) {
  Recorder recorder;
  recorder.choose(session_at_once);
  recorder.send_cue_sheet(short_cue_sheet());

  const auto reply = recorder.write(Lba{-150}, blocks_of_value(program_blocks + 1, 0));

  assert_refused(reply, sense::lba_out_of_range);
}

REDBOOK_TEST(test_cue_sheet_beyond_the_last_lead_out_is_refused) {
  Recorder recorder{"cd-r-74"};
  recorder.choose(session_at_once);
  auto sheet = short_cue_sheet();
  sheet[29] = 74;

  const auto reply = recorder.send_cue_sheet(sheet);

  assert_refused(reply, sense::invalid_field_in_parameters);
}

REDBOOK_TEST(test_text_is_wanted_before_the_program_once_announced) {
  Recorder recorder;
  recorder.choose(session_at_once);
  recorder.send_cue_sheet(cue_sheet_with_text());

  const auto program = recorder.write(Lba{-150}, blocks_of_value(1, 0));
  const auto text = recorder.write(Lba{-11077}, Bytes(96 * 100), 96);
  const auto rest = recorder.write(Lba{-10977}, Bytes(96 * 10827), 96);
  const auto then_program = recorder.write(Lba{-150}, blocks_of_value(1, 0));

  assert_refused(program, sense::invalid_write_address);
  assert_good(text);
  assert_good(rest);
  assert_good(then_program);
}

REDBOOK_TEST(test_drive_without_text_refuses_to_be_sent_it) {
  Recorder recorder;
  recorder.set("text", "no");
  recorder.choose(session_at_once);

  assert_refused(recorder.send_cue_sheet(cue_sheet_with_text()),
                 sense::invalid_field_in_parameters);
}

REDBOOK_TEST(test_drive_fills_in_a_pregap_it_makes_itself) {
  Recorder recorder;
  recorder.choose(session_at_once);
  auto sheet = short_cue_sheet();
  sheet[11] = 0x01;

  assert_good(recorder.send_cue_sheet(sheet));
  assert_good(recorder.write(Lba{0}, blocks_of_value(300, 7)));

  ck_assert_uint_eq(recorder.disc_info()[2], 0x0E);
}

REDBOOK_TEST(test_simulation_leaves_no_trace) {
  Recorder recorder;

  burn(recorder, test_write);

  ck_assert_uint_eq(recorder.disc_info()[2], 0x00);
  ck_assert(recorder.medium().lead_in().empty());
  ck_assert_uint_eq(get_32(recorder.next_track_info(), 12), 0);
}

REDBOOK_TEST(test_finished_disc_takes_no_more) {
  Recorder recorder;
  burn(recorder);

  recorder.choose(session_at_once);

  assert_refused(recorder.send_cue_sheet(short_cue_sheet()), sense::write_protected);
}

REDBOOK_TEST(test_burn_broken_off_leaves_a_half_written_disc) {
  Recorder recorder;
  recorder.choose(session_at_once);
  recorder.send_cue_sheet(short_cue_sheet());
  recorder.write(Lba{-150}, blocks_of_value(200, 7));

  assert_good(recorder.run({0x1B, 0, 0, 0, 2, 0}));  // eject
  assert_good(recorder.run({0x1B, 0, 0, 0, 3, 0}));
  assert_refused(recorder.test_ready(), sense::medium_may_have_changed);

  ck_assert_uint_eq(recorder.disc_info()[2], 0x05);
  ck_assert_uint_eq(recorder.next_track_info()[7] & 1, 0);
  recorder.choose(session_at_once);
  assert_refused(recorder.send_cue_sheet(short_cue_sheet()), sense::incomplete_session);
}

REDBOOK_TEST(test_copy_bit_alternates_for_scms) {
  Recorder recorder;
  recorder.choose(session_at_once);
  auto sheet = short_cue_sheet();
  sheet[12] = sheet[20] = 0x80;
  recorder.send_cue_sheet(sheet);
  recorder.write(Lba{-150}, blocks_of_value(program_blocks, 7));

  std::string bits;
  for (int i = 0; i < 12; ++i)
    bits += recorder.medium().q_at(Lba{i})[0] & 0x20 ? '1' : '0';

  assert_text(bits, "000011110000");
}

REDBOOK_TEST(test_session_can_follow_if_wanted) {
  Recorder recorder;
  assert_good(recorder.choose(session_at_once, another_session));
  recorder.send_cue_sheet(short_cue_sheet());
  recorder.write(Lba{-150}, blocks_of_value(program_blocks, 7));

  const auto info = recorder.disc_info();

  ck_assert_uint_eq(info[2], 0x01);
  ck_assert_uint_eq(info[4], 2);
  ck_assert_uint_eq(get_32(recorder.next_track_info(), 12), 300 + 11400 - 150);
}
