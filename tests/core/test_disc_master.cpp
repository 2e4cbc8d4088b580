// Which call is legal when: the matrix of imapi.md 1.2, and what refused calls leave.
#include <functional>
#include <utility>

#include "disc_master_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

enum class Now { nothing_staged, between_tracks, track_open, recording };

void bring_to(Now state, Staging &staging) {
  if (state == Now::nothing_staged) return;
  staging.stage(Blocks{300});
  if (state == Now::recording) staging.master.begin_recording();
  if (state != Now::track_open) return;
  staging.master.create_audio_track();
  staging.master.append(counting_audio(Blocks{300}));
}

using Call = std::function<Result(DiscMaster &)>;

const std::pair<const char *, Call> calls[] = {
    {"create", [](auto &master) { return master.create_audio_track(); }},
    {"append", [](auto &m) { return m.append(silence(1)); }},
    {"append silence", [](auto &m) { return m.append_silence(1); }},
    {"close", [](auto &m) { return m.close_audio_track().result; }},
    {"close gapless", [](auto &m) { return m.close_audio_track(Join::gapless).result; }},
    {"divide", [](auto &m) { return m.divide_open_track(Blocks{300}).result; }},
    {"drop", [](auto &m) { return m.drop_open_track(); }},
    {"clear", [](auto &m) { return m.clear(); }},
    {"return", [](auto &m) { return m.return_to(m.checkpoint()); }},
    {"record", [](auto &m) { return m.begin_recording(); }},
};

// One line for each call, made on a disc of its own.
std::string answers_in(Now state) {
  std::string table;
  for (const auto &[name, call] : calls) {
    Staging staging;
    bring_to(state, staging);
    table += name + std::string{": "} + name_of(call(staging.master)) + '\n';
  }
  return table;
}

// What is staged before and after each refused call.
void assert_refusals_change_nothing(Now state) {
  for (const auto &[name, call] : calls) {
    Staging staging;
    bring_to(state, staging);
    const auto before = staging.tracks() + staging.counters();

    const auto refused = call(staging.master) != Result::ok;

    if (refused) assert_text(staging.tracks() + staging.counters(), before);
  }
}

}  // namespace

REDBOOK_TEST(test_calls_before_anything_is_staged) {
  assert_text(answers_in(Now::nothing_staged), R"(create: ok
append: track-not-open
append silence: track-not-open
close: track-not-open
close gapless: track-not-open
divide: track-not-open
drop: track-not-open
clear: ok
return: ok
record: invalid-image
)");
}

REDBOOK_TEST(test_calls_between_tracks) {
  assert_text(answers_in(Now::between_tracks), R"(create: ok
append: track-not-open
append silence: track-not-open
close: track-not-open
close gapless: track-not-open
divide: track-not-open
drop: track-not-open
clear: ok
return: ok
record: ok
)");
}

REDBOOK_TEST(test_calls_while_a_track_is_open) {
  assert_text(answers_in(Now::track_open), R"(create: track-open
append: ok
append silence: ok
close: ok
close gapless: ok
divide: ok
drop: ok
clear: ok
return: ok
record: track-open
)");
}

REDBOOK_TEST(test_everything_is_busy_while_recording) {
  assert_text(answers_in(Now::recording), R"(create: busy
append: busy
append silence: busy
close: busy
close gapless: busy
divide: busy
drop: busy
clear: busy
return: busy
record: busy
)");
}

REDBOOK_TEST(test_refused_calls_change_nothing) {
  for (const auto state :
       {Now::nothing_staged, Now::between_tracks, Now::track_open, Now::recording})
    assert_refusals_change_nothing(state);
}

REDBOOK_TEST(test_expected_length_is_only_advice) {
  Staging staging{{.capacity = Blocks{1000}}};

  assert_result(staging.master.create_audio_track(Blocks{5000}), ok);
  assert_blocks(staging.master.expected_length(), 5000);
  assert_text(staging.counters(), "0/1000/1");
  assert_result(staging.master.append(silence(Blocks{400})), ok);
  staging.master.close_audio_track();

  assert_text(staging.tracks(), "0+0+400 ");
  assert_blocks(staging.master.expected_length(), 0);
}

REDBOOK_TEST(test_clear_drops_the_open_track_too) {
  Staging staging;
  bring_to(Now::track_open, staging);

  assert_result(staging.master.clear(), ok);

  assert_text(staging.tracks(), "");
  assert_text(staging.counters(), "0/359849/0");
  ck_assert(!staging.master.stash());
  assert_result(staging.master.begin_recording(), invalid_image);
}

REDBOOK_TEST(test_disc_begins_anew_after_clear) {
  Staging staging;
  staging.stage_bytes(300 * 2352 + 4, Join::gapless);
  staging.master.clear();

  staging.stage_bytes(300 * 2352, Join::padded, 7000);

  assert_text(staging.tracks(), "0+0+300 ");
  ck_assert(staging.recorded() == counting_audio(Blocks{300}, 7000));
}
