#include "core/noting_observer.hpp"
#include "redbook-burner/libburn/progress_meter.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Disc two_tracks() {
  return {{{Lba{0}, {}, Blocks{300}, {}, {}}, {Lba{300}, {}, Blocks{400}, {}, {}}}};
}

std::string told_of(const std::vector<DriveProgress> &readings) {
  const auto disc = two_tracks();
  NotingObserver observer;
  ProgressMeter meter{disc, observer};
  meter.begin();
  for (const auto &progress : readings) meter.update(progress);
  meter.finish();
  return observer.text();
}

constexpr auto whole_burn = R"(tracks 0
blocks 0
blocks 300
tracks 1
blocks 700
tracks 2
closing
)";

}  // namespace

REDBOOK_TEST(test_burn_that_nobody_looked_at_is_told_whole) {
  assert_text(told_of({}), whole_burn);
}

REDBOOK_TEST(test_blocks_only_rise) {
  assert_text(told_of({{.track = 0, .block = 100},
                       {.track = 0, .block = 100},
                       {.track = 0, .block = 50},
                       {.track = 1, .block = 0},
                       {.track = 0, .block = 200},
                       {.track = 1, .block = 7}}),
              R"(tracks 0
blocks 0
blocks 100
blocks 300
tracks 1
blocks 307
blocks 700
tracks 2
closing
)");
}

REDBOOK_TEST(test_figures_beyond_the_disc_are_not_believed) {
  assert_text(told_of({{.track = -1, .block = -5},
                       {.track = 0, .block = 100000},
                       {.track = 99, .block = 1}}),
              whole_burn);
}

REDBOOK_TEST(test_closing_is_told_once_and_ends_the_blocks) {
  assert_text(told_of({{.closing = true}, {.track = 1, .block = 9}, {.closing = true}}),
              whole_burn);
}
