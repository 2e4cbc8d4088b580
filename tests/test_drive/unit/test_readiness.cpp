// The tray, the media from stock, mode pages, features.

#include "test_drive/unit/support.hpp"

using namespace redbook::drive;

namespace {

struct MediumSeen {
  const char *name;
  unsigned profile;
  int disc_info;  // byte 2: erasable, state of last session, disc status
};

const MediumSeen media_seen[] = {
    {"cd-r-74", 0x09, 0x00},    {"cd-r-80", 0x09, 0x00}, {"cd-r-90", 0x09, 0x00},
    {"cd-rw-80", 0x0A, 0x10},   {"written", 0x09, 0x0E}, {"written-rw", 0x0A, 0x1E},
    {"appendable", 0x09, 0x01}, {"spoilt", 0x09, 0x05},  {"half-written", 0x09, 0x05},
    {"audio-cd", 0x08, 0x0E},   {"data-cd", 0x08, 0x0E}, {"dvd", 0x10, 0x0E},
};

unsigned profile(Recorder &recorder) {
  return get_16(recorder.run({0x46, 0, 0, 0, 0, 0, 0, 0, 8, 0}).data, 6);
}

Reply tray(Recorder &recorder, std::uint8_t what) {
  return recorder.run({0x1B, 0, 0, 0, what, 0});
}

Bytes mode_page(Recorder &recorder, std::uint8_t page) {
  const auto data = recorder.run({0x5A, 0, page, 0, 0, 0, 0, 1, 0, 0}).data;
  return {data.begin() + 8, data.end()};
}

Reply send_page(Recorder &recorder, const Bytes &list) {
  return recorder.run(
      {0x55, 0x10, 0, 0, 0, 0, 0, 0, static_cast<std::uint8_t>(list.size()), 0}, list);
}

}  // namespace

REDBOOK_LOOP_TEST(test_media_are_what_they_say, std::size(media_seen)) {
  const auto &seen = media_seen[_i];

  Recorder recorder{seen.name};

  ck_assert_uint_eq(profile(recorder), seen.profile);
  ck_assert_int_eq(recorder.disc_info()[2], seen.disc_info);
}

REDBOOK_TEST(test_blank_media_end_where_they_should) {
  const auto limit = [](const char *name) {
    return text_of(View{Recorder{name}.toc(4).data}.subspan(12, 3));
  };

  assert_text(limit("cd-r-74"), "493b4a");
  assert_text(limit("cd-rw-80"), "4f3b4a");
  assert_text(limit("cd-r-90"), "593b4a");
}

REDBOOK_TEST(test_drive_without_medium_is_not_ready) {
  Recorder recorder{""};

  const auto closed = recorder.test_ready();
  tray(recorder, 2);
  const auto open = recorder.test_ready();

  assert_refused(closed, sense::no_medium_tray_closed);
  assert_refused(open, sense::no_medium_tray_open);
  ck_assert_uint_eq(profile(recorder), 0);
}

REDBOOK_TEST(test_loading_a_medium_is_told_once) {
  Recorder recorder;
  tray(recorder, 2);

  assert_good(tray(recorder, 3));

  assert_refused(recorder.test_ready(), sense::medium_may_have_changed);
  assert_good(recorder.test_ready());
}

REDBOOK_TEST(test_locked_tray_stays_closed) {
  Recorder recorder;
  recorder.run({0x1E, 0, 0, 0, 1, 0});

  const auto locked = tray(recorder, 2);
  recorder.run({0x1E, 0, 0, 0, 0, 0});
  const auto unlocked = tray(recorder, 2);

  assert_refused(locked, sense::removal_prevented);
  assert_good(unlocked);
}

REDBOOK_TEST(test_request_sense_tells_the_last_refusal_once) {
  Recorder recorder{""};
  recorder.test_ready();

  const auto first = recorder.run({0x03, 0, 0, 0, 18, 0}).data;
  const auto second = recorder.run({0x03, 0, 0, 0, 18, 0}).data;

  assert_text(text_of(first),
              "70000200000000"
              "0a00000000"
              "3a0100000000");
  ck_assert_uint_eq(second[2], 0);
}

REDBOOK_TEST(test_unknown_command_is_refused) {
  Recorder recorder;

  assert_refused(recorder.run({0xD8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                 sense::invalid_opcode);
}

REDBOOK_TEST(test_mode_page_is_kept) {
  Recorder recorder;

  assert_good(recorder.choose(session_at_once | test_write | underrun_proof, 0x02));

  const auto page = mode_page(recorder, 0x05);
  ck_assert_uint_eq(page.size(), 52);
  ck_assert_uint_eq(page[2], 0x52);
  ck_assert_uint_eq(page[3], 0x02);
}

REDBOOK_TEST(test_mode_select_checks_lengths) {
  Recorder recorder;
  auto list = Bytes(8 + 52);
  list[8] = 0x05;
  list[9] = 50;
  list[10] = 0x02;
  auto cut_page = list;
  cut_page[9] = 40;
  cut_page.resize(8 + 42);
  auto cut_list = list;
  cut_list.resize(8 + 30);
  auto with_descriptor = list;
  with_descriptor[7] = 8;

  assert_good(send_page(recorder, list));
  assert_refused(send_page(recorder, cut_page), sense::invalid_field_in_parameters);
  assert_refused(send_page(recorder, cut_list), sense::parameter_list_length);
  assert_refused(send_page(recorder, with_descriptor),
                 sense::invalid_field_in_parameters);
}

REDBOOK_TEST(test_modes_the_drive_has_not_are_refused) {
  Recorder recorder;
  recorder.set("buf", "no");
  recorder.set("simulation", "no");
  recorder.set("session-at-once", "no");

  for (const int type : {session_at_once | 0, track_at_once | test_write,
                         track_at_once | underrun_proof, 0, 3})
    assert_refused(recorder.choose(static_cast<std::uint8_t>(type)),
                   sense::invalid_field_in_parameters);
  assert_good(recorder.choose(track_at_once));
}

REDBOOK_TEST(test_capabilities_follow_the_settings) {
  Recorder recorder;
  const auto able = mode_page(recorder, 0x2A);
  recorder.set("buf", "no");
  recorder.set("simulation", "no");
  recorder.set("buffer-kb", "512");

  const auto unable = mode_page(recorder, 0x2A);

  ck_assert_uint_eq(able[3] & 0x04, 0x04);
  ck_assert_uint_eq(able[4] & 0x80, 0x80);
  ck_assert_uint_eq(unable[3] & 0x04, 0);
  ck_assert_uint_eq(unable[4] & 0x80, 0);
  ck_assert_uint_eq(get_16(unable, 12), 512);
}

// libburn asks GET PERFORMANCE for speeds only where it finds this feature.
REDBOOK_TEST(test_real_time_streaming_is_offered_with_the_speeds) {
  Recorder recorder;

  const auto configuration = recorder.run({0x46, 2, 0x01, 0x07, 0, 0, 0, 0, 64, 0});
  const auto speeds = recorder.run({0xAC, 0, 0, 0, 0, 0, 0, 0, 0, 16, 3, 0});

  assert_text(text_of(View{configuration.data}.subspan(8)), "01070f040a000000");
  ck_assert_uint_eq(speeds.data.size(), 8 + 6 * 16);
}

REDBOOK_TEST(test_pressed_disc_cannot_be_recorded) {
  Recorder recorder{"audio-cd"};
  recorder.choose(track_at_once);

  assert_refused(recorder.write(Lba{0}, blocks_of_value(1, 0)),
                 sense::cannot_write_medium);
  assert_refused(recorder.toc(4), sense::invalid_field_in_cdb);
}

REDBOOK_TEST(test_settings_survive_and_refuse_nonsense) {
  Recorder recorder;
  recorder.set("read-offset", "-667");

  const auto settings = Settings::read(recorder.folder() / "settings");

  ck_assert_int_eq(settings.read_offset, -667);
  for (const auto &[name, value] :
       {std::pair{"read-offset", "1501"}, std::pair{"read-offset", "6 samples"},
        std::pair{"buf", "maybe"}, std::pair{"broken", "glass"},
        std::pair{"colour", "blue"}}) {
    bool refused = false;
    try {
      recorder.set(name, value);
    } catch (const std::invalid_argument &) {
      refused = true;
    }
    ck_assert_msg(refused, "accepted %s %s", name, value);
  }
}
