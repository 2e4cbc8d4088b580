// What every element is expected to bear: states in any order and again and again,
// several at once.
#include <malloc.h>

#include <algorithm>
#include <array>

#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int often = 50;  // slow, and they see themselves what is left
#else
constexpr int often = 1000;
#endif

/// Goes there; above READY with music of its own.
void walk_to(Player &player, GstState state) {
  fail_unless(player.set_state(state) != GST_STATE_CHANGE_FAILURE);
  if (state <= GST_STATE_READY) player.rewind();
  if (state == GST_STATE_PLAYING) player.stream().audio(Blocks{2});
}

void make_disc(Player &player, int number) {
  player.set_state(GST_STATE_READY);
  player.rewind();
  player.messages().clear();
  player.play().stream().audio(Blocks{300 + number});
  player.eos();
  fail_unless_equals_int(player.messages().count("burn-complete result=ok"), 1);
  fail_unless_equals_int(player.audio().size(), (300 + number) * bytes_per_block);
}

int open_files() {
  return static_cast<int>(
      std::distance(std::filesystem::directory_iterator{"/proc/self/fd"}, {}));
}

/// What `cycle` leaves behind each time. The first times fill caches.
struct Growth {
  std::int64_t bytes = 0;
  int files = 0;

  template <typename Cycle>
  Growth(int times, Cycle &&cycle) {
    for (int i = 0; i < times / 5; ++i) cycle();
    const auto heap = ::mallinfo2().uordblks;
    files = -open_files();
    for (int i = 0; i < times; ++i) cycle();
    files += open_files();
    bytes = (static_cast<std::int64_t>(::mallinfo2().uordblks) -
             static_cast<std::int64_t>(heap)) /
            times;
  }
};

}  // namespace

REDBOOK_TEST(test_states_in_any_order_with_music_leave_a_working_element) {
  std::array states{GST_STATE_NULL, GST_STATE_READY, GST_STATE_PAUSED, GST_STATE_PLAYING};
  Player player;
  do {
    for (int round = 0; round < 2; ++round)
      for (const auto state : states) walk_to(player, state);
  } while (std::next_permutation(states.begin(), states.end()));

  make_disc(player, 1);
  assert_text(player.messages().errors(), "");
  assert_text(player.folder.names(), "album.bin album.cue ");
}

REDBOOK_TEST(test_each_disc_of_one_element_is_its_own) {
  Player player;
  for (int number = 0; number < 10; ++number) make_disc(player, number);
}

REDBOOK_TEST(test_many_starts_and_stops_leave_nothing) {
  Player player;
  const Growth growth{often, [&] {
                        player.play().stream().audio(Blocks{1});
                        player.set_state(GST_STATE_NULL);
                        player.rewind();
                        player.messages().clear();
                      }};

  fail_unless_equals_int(growth.files, 0);
  fail_unless(growth.bytes < 16, "%d bytes each time", static_cast<int>(growth.bytes));
}

REDBOOK_TEST(test_many_elements_leave_nothing) {
  const Growth growth{often, [] {
                        auto *sink = gst_element_factory_make("redbooksink", nullptr);
                        gst_element_set_state(sink, GST_STATE_READY);
                        gst_element_set_state(sink, GST_STATE_NULL);
                        gst_object_unref(sink);
                      }};

  fail_unless_equals_int(growth.files, 0);
  fail_unless(growth.bytes < 16, "%d bytes each time", static_cast<int>(growth.bytes));
}

REDBOOK_TEST(test_discs_leave_nothing) {
  Player player;
  const Growth growth{often > 100 ? 30 : 5, [&] {
                        make_disc(player, 0);
                        player.set_state(GST_STATE_READY);  // waits for the burner to go
                      }};

  fail_unless_equals_int(growth.files, 0);
  fail_unless(growth.bytes < 256, "%d bytes each time", static_cast<int>(growth.bytes));
}

REDBOOK_TEST(test_several_sinks_at_once_do_not_disturb_each_other) {
  std::array<Player, 4> players;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&player = players.at(static_cast<std::size_t>(i)), i] {
        player.play();
        for (int track = 0; track <= i; ++track) player.song(Blocks{400 + i});
        player.eos();
      });
  }

  for (int i = 0; i < 4; ++i) {
    const auto &player = players.at(static_cast<std::size_t>(i));
    fail_unless_equals_int(player.messages().count("EOS"), 1);
    assert_audio(player.audio(), {counting_audio(Blocks{(400 + i) * (i + 1)})});
  }
}

REDBOOK_TEST(test_end_of_music_twice_and_again_after_a_flush_makes_one_disc_each) {
  Player player;
  player.play().song();
  player.eos();
  player.eos();
  player.flush();
  player.song(Blocks{350});

  player.eos();
  player.eos();

  fail_unless_equals_int(player.messages().count("burn-complete result=ok"), 2);
  fail_unless_equals_int(player.audio().size(), 350 * bytes_per_block);
}
