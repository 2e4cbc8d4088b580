#include <thread>

#include "album/turns.hpp"
#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

using Place = Turns::Place;

/// Tracks that somebody brings.
struct Tracks : Turns {
  explicit Tracks(std::initializer_list<Number> numbers, unsigned max_at_once = 99) {
    for (const auto number : numbers) add_brought(number);
    begin(max_at_once);
  }
  void add_brought(Number number) {
    ck_assert(add(number));
    set_brought(number, true);
  }
  /// A thread that notes the place it was given to end at.
  std::jthread ending(Number number, Place &place) {
    return std::jthread{[this, number, &place] { place = wait_for_turn(number); }};
  }
};

std::string name_of(Place place) {
  return place == Place::on_the_disc ? "on_the_disc"
                                     : (place == Place::queued ? "queued" : "detached");
}

#define assert_place(actual, wanted) assert_text(name_of(actual), #wanted)

}  // namespace

REDBOOK_TEST(test_tracks_go_onto_the_disc_by_their_numbers) {
  Tracks turns{2, 3, 1};
  assert_place(turns.place(1), on_the_disc);
  assert_place(turns.place(2), queued);

  assert_place(turns.wait_for_turn(1), on_the_disc);
  turns.pass(1);

  assert_place(turns.place(1), detached);
  assert_place(turns.place(2), on_the_disc);
  assert_place(turns.place(3), queued);
}

REDBOOK_TEST(test_disc_is_complete_once) {
  Tracks turns{1, 2}, none{}, stopped{1};

  turns.pass(1);
  ck_assert(!turns.completes());
  turns.pass(2);
  ck_assert(turns.completes());
  ck_assert(!turns.completes());

  ck_assert(!none.completes());
  stopped.pass(1);
  stopped.stop();
  ck_assert(!stopped.completes());
}

REDBOOK_TEST(test_only_the_next_ones_in_order_bring_audio) {
  Tracks turns{1, 2, 3}, at_once{{1, 2, 3}, 2};
  Place place = Place::detached;

  assert_place(turns.wait_to_bring(3), queued);
  assert_place(at_once.wait_to_bring(2), queued);
  std::jthread third{[&] { place = at_once.wait_to_bring(3); }};
  Place second_place = Place::detached;
  const auto second = at_once.ending(2, second_place);
  third.join();

  assert_place(place, queued);
  at_once.stop();
}

REDBOOK_TEST(test_ended_track_waits_for_its_turn) {
  Tracks turns{1, 2};
  Place place = Place::detached;
  auto second = turns.ending(2, place);

  turns.pass(1);
  second.join();

  assert_place(place, on_the_disc);
}

REDBOOK_TEST(test_tracks_behind_a_missing_number_wait_until_all_have_ended) {
  Tracks turns{1, 3};
  turns.wait_for_turn(1);
  turns.pass(1);
  assert_place(turns.place(3), queued);

  assert_place(turns.wait_for_turn(3), on_the_disc);
}

REDBOOK_TEST(test_missing_number_may_still_come) {
  Tracks turns{1, 3};
  turns.pass(1);

  turns.add_brought(2);

  assert_place(turns.place(2), on_the_disc);
  turns.pass(2);
  assert_place(turns.place(3), on_the_disc);
}

REDBOOK_TEST(test_number_whose_place_is_gone_is_refused) {
  Tracks turns{2, 3};
  ck_assert(turns.add(1));
  Place place = Place::detached;
  const auto third = turns.ending(3, place);
  turns.wait_for_turn(2);

  ck_assert(!turns.add(0));
  ck_assert(!turns.add(3));
  ck_assert(!turns.set_brought(1, true));
  ck_assert(turns.add(4));
  assert_place(turns.place(2), on_the_disc);
  turns.stop();
}

REDBOOK_TEST(test_complete_disc_takes_no_more) {
  Tracks turns{1};
  turns.pass(1);
  turns.completes();

  ck_assert(!turns.add(2));

  turns.stop();
  ck_assert(turns.add(2));
}

REDBOOK_TEST(test_nobody_waits_for_a_track_that_nobody_brings) {
  Tracks turns{{1, 2, 3}, 1};
  turns.set_brought(1, false);
  turns.set_brought(2, false);

  assert_place(turns.wait_to_bring(3), queued);
  assert_place(turns.wait_for_turn(3), on_the_disc);
  turns.pass(3);
  ck_assert(turns.completes());
}

REDBOOK_TEST(test_track_that_has_ended_is_kept_when_its_bringer_goes) {
  Tracks turns{1, 2};
  Place place = Place::detached;
  auto second = turns.ending(2, place);
  turns.wait_for_turn(1);

  turns.set_brought(1, false);
  assert_place(turns.place(1), on_the_disc);
  turns.pass(1);
  second.join();

  assert_place(place, on_the_disc);
}

REDBOOK_TEST(test_dismissed_track_holds_up_nobody) {
  Tracks turns{1, 2};
  Place place = Place::detached;
  auto second = turns.ending(2, place);

  turns.dismiss(1);
  second.join();

  assert_place(place, on_the_disc);
}

REDBOOK_TEST(test_thread_that_is_called_away_waits_no_more) {
  Tracks turns{1, 2};
  Place place = Place::on_the_disc;
  auto second = turns.ending(2, place);

  turns.interrupt(2);
  second.join();
  assert_place(place, detached);

  turns.call_back(2);
  assert_place(turns.wait_to_bring(2), queued);
}

REDBOOK_TEST(test_all_stop_until_it_begins_again) {
  Tracks turns{{1, 2}, 1};
  Place place = Place::on_the_disc;
  auto second = turns.ending(2, place);
  std::jthread bringing{[&] { turns.wait_to_bring(2); }};

  turns.stop();
  second.join();
  bringing.join();
  assert_place(place, detached);
  assert_place(turns.place(1), detached);

  turns.begin(2);
  assert_place(turns.wait_to_bring(2), queued);
}
