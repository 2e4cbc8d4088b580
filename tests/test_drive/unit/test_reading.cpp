// READ CD, offsets, READ TOC, READ SUB-CHANNEL.

#include <algorithm>

#include "test_drive/music.hpp"
#include "test_drive/unit/support.hpp"

using namespace redbook::drive;

namespace {

Bytes sub_channel(Recorder &recorder, std::uint8_t format, std::uint8_t track = 0) {
  return recorder.run({0x42, 2, 0x40, format, 0, 0, track, 0, 24, 0}).data;
}

std::string characters(const Bytes &bytes, std::size_t at, std::size_t count) {
  const auto part = View{bytes}.subspan(at, count);
  return {part.begin(), part.end()};
}

}  // namespace

REDBOOK_TEST(test_read_offset_delays_what_is_read) {
  Recorder recorder{"audio-cd"};
  const auto plain = recorder.read_cd(Lba{10}, 2).data;
  recorder.set("read-offset", "30");

  const auto late = recorder.read_cd(Lba{10}, 2).data;

  ck_assert(std::equal(plain.begin(), plain.end() - 120, late.begin() + 120));
}

REDBOOK_TEST(test_write_offset_delays_what_is_recorded) {
  Recorder recorder;
  recorder.set("write-offset", "-1500");
  recorder.choose(session_at_once);
  recorder.send_cue_sheet(short_cue_sheet());
  recorder.write(Lba{-150}, blocks_of_value(150, 0));
  const auto audio = music(1, 300 * 588);

  recorder.write(Lba{0}, audio);

  const auto read = recorder.read_cd(Lba{0}, 300).data;
  ck_assert(std::equal(audio.begin() + 6000, audio.end(), read.begin()));
}

REDBOOK_TEST(test_sub_channel_comes_with_the_audio) {
  Recorder recorder{"audio-cd"};

  const auto raw = recorder.read_cd(Lba{0}, 1, 0x10, 1).data;
  const auto formatted = recorder.read_cd(Lba{0}, 1, 0x10, 2).data;

  ck_assert_uint_eq(raw.size(), 2352 + 96);
  assert_text(text_of(View{formatted}.subspan(2352)),
              "010101000000000002005a28"
              "00000000");
  for (std::size_t bit = 0; bit < 96; ++bit)
    ck_assert_int_eq(raw[2352 + bit] >> 6 & 1,
                     formatted[2352 + bit / 8] >> (7 - bit % 8) & 1);
}

REDBOOK_TEST(test_pregap_sets_p_and_counts_down) {
  Recorder recorder{"audio-cd"};

  const auto formatted = recorder.read_cd(Lba{-150}, 1, 0, 2).data;

  assert_text(text_of(formatted),
              "01010000017400000000aab9"
              "00000080");
}

REDBOOK_TEST(test_error_flags_take_their_place) {
  Recorder recorder{"audio-cd"};

  ck_assert_uint_eq(recorder.read_cd(Lba{0}, 2, 0x12).data.size(), 2 * (2352 + 294));
  ck_assert_uint_eq(recorder.read_cd(Lba{0}, 2, 0x14).data.size(), 2 * (2352 + 296));
}

REDBOOK_TEST(test_nothing_is_read_beyond_the_lead_out) {
  Recorder recorder{"audio-cd"};

  assert_good(recorder.read_cd(Lba{1349}, 1));
  assert_refused(recorder.read_cd(Lba{1350}, 1), sense::lba_out_of_range);
  assert_refused(recorder.read_cd(Lba{-151}, 1), sense::lba_out_of_range);
}

REDBOOK_TEST(test_audio_is_not_read_as_data) {
  Recorder audio{"audio-cd"};
  Recorder data{"data-cd"};

  assert_refused(audio.run({0x28, 0, 0, 0, 0, 0, 0, 0, 1, 0}),
                 sense::illegal_mode_for_track);
  const auto volume = data.run({0x28, 0, 0, 0, 0, 16, 0, 0, 1, 0}).data;
  ck_assert_uint_eq(volume.size(), 2048);
  assert_text(characters(volume, 1, 5), "CD001");
}

REDBOOK_TEST(test_toc_in_all_formats) {
  Recorder recorder{"written"};

  assert_text(text_of(recorder.toc(0).data),
              "00220103"
              "0010010000000200"
              "0010020000000800"
              "0010030000000e00"
              "0010aa0000001400");
  assert_text(text_of(recorder.toc(1).data),
              "000a0101"
              "0010010000000200");
  assert_text(text_of(recorder.toc(2).data),
              "00440101"
              "011000a000000000010000"
              "011000a100000000030000"
              "011000a200000000001400"
              "0110000100000000000200"
              "0110000200000000000800"
              "0110000300000000000e00");
  ck_assert_uint_eq(recorder.toc(3).data.size(), 4 + 3 * 11);
  assert_text(text_of(recorder.toc(4).data),
              "001a0000"
              "d0408800"
              "61221700"
              "4f3b4a00"
              "000000000000000000000000");
  assert_refused(recorder.toc(5), sense::invalid_field_in_cdb);
}

REDBOOK_TEST(test_sub_channel_finds_the_catalogue_number) {
  Recorder recorder{"audio-cd"};

  const auto mcn = sub_channel(recorder, 2);
  const auto isrc = sub_channel(recorder, 3, 1);

  ck_assert_uint_eq(mcn[8], 0x80);
  assert_text(characters(mcn, 9, 13), "1234567890128");
  ck_assert_uint_eq(isrc[8], 0);
}

REDBOOK_TEST(test_position_is_where_the_head_is) {
  Recorder recorder{"audio-cd"};
  recorder.read_cd(Lba{500}, 1);

  const auto position = sub_channel(recorder, 1);

  assert_text(text_of(View{position}.subspan(4, 12)),
              "01100201"
              "00000832"
              "00000032");
}

REDBOOK_TEST(test_allocation_length_cuts_the_answer) {
  Recorder recorder{"written"};

  const auto four = recorder.run({0x43, 2, 0, 0, 0, 0, 0, 0, 4, 0}).data;

  assert_text(text_of(four), "00220103");
}
