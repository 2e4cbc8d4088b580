#include "burn/medium_wait.hpp"
#include "noting_observer.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Medium nothing{};
const Medium blank{.type = MediumType::cd_r, .state = MediumState::blank};
const Medium written{.type = MediumType::cd_r, .state = MediumState::complete};
const Medium written_rw{.type = MediumType::cd_rw, .state = MediumState::complete};

/// A drive that somebody puts discs into: each look finds the next medium, the last one
/// ever after.
class Changer {
 public:
  explicit Changer(std::vector<Medium> media) : media_{std::move(media)} {}

  Disc disc{};
  DriveSettings settings{};
  MediumWait wait{.limit = seconds{3600}, .interval = milliseconds{0}};

  /// How it ended, and what was done and told meanwhile, a line each.
  std::string story(const std::stop_token &stop = {}) {
    Asked asked{*this};
    try {
      wait_for_medium({[this] { return look(); }, [this] { note("eject"); }}, disc,
                      settings, wait, asked, stop);
      note("ready");
    } catch (const Error &error) {
      note(std::string{name_of(error.result())} + ": " + error.what());
    } catch (const Cancelled &) {
      note("cancelled");
    }
    return story_;
  }

  int looks() const { return looks_; }
  void be_busy_at(int look) { busy_at_ = look; }

 private:
  struct Asked : BurnObserver {
    explicit Asked(Changer &changer) : changer_{changer} {}
    void on(const BurnEvent &event) noexcept override {
      const auto &requested = std::get<event::MediumRequested>(event);
      changer_.note(std::string{name_of(requested.medium)} +
                    (requested.complaint.empty() ? "" : ": " + requested.complaint));
    }
    Changer &changer_;
  };

  DriveStatus look() {
    if (++looks_ == busy_at_)
      throw Error{Fault::drive, Result::device_still_in_use, "It is in use."};
    DriveStatus drive{.device = "/dev/sr0"};
    drive.capabilities = {.sao = true, .tao = true};
    const auto last = static_cast<int>(media_.size());
    drive.medium = media_[static_cast<std::size_t>(std::min(looks_, last) - 1)];
    return drive;
  }
  void note(const std::string &line) { story_ += line + '\n'; }

  std::vector<Medium> media_;
  std::string story_;
  int looks_ = 0;
  int busy_at_ = 0;
};

constexpr auto refusal_of_written =
    "The CD-R in the drive is written already and can't be erased: insert a blank disc.";

}  // namespace

REDBOOK_TEST(test_good_disc_is_taken_without_a_word) {
  Changer changer{{blank}};

  assert_text(changer.story(), "ready\n");
}

REDBOOK_TEST(test_empty_drive_asks_once) {
  Changer changer{{nothing, nothing, nothing, blank}};

  assert_text(changer.story(), "blank\nready\n");
}

REDBOOK_TEST(test_each_wrong_disc_is_ejected_and_asked_for_again) {
  Changer changer{{written, written, nothing, written, nothing, blank}};

  const auto again = std::string{"eject\nanother: "} + refusal_of_written + '\n';
  assert_text(changer.story(), again + again + "ready\n");
}

REDBOOK_TEST(test_disc_that_is_too_short_is_a_wrong_one) {
  auto short_one = blank, long_one = blank;
  short_one.capacity = Blocks{1000};
  long_one.capacity = Blocks{1001};
  Changer changer{{short_one, nothing, long_one}};
  changer.disc = Disc{{{Lba{0}, {}, Blocks{1001}, {}, {}}}};

  assert_text(changer.story(),
              "eject\nanother: The disc in the drive is too short: 00:13:26 are needed, "
              "00:13:25 are free.\nready\n");
}

REDBOOK_TEST(test_disc_of_the_last_burn_will_not_do) {
  Changer changer{{written_rw, written_rw, nothing, written_rw}};
  changer.settings.blank = Blanking::fast;
  changer.wait.another = true;

  assert_text(changer.story(), "eject\nnext\nready\n");
}

REDBOOK_TEST(test_ejected_disc_of_the_last_burn_asks_for_the_next) {
  Changer changer{{nothing, blank}};
  changer.wait.another = true;

  assert_text(changer.story(), "next\nready\n");
}

REDBOOK_TEST(test_drive_in_use_is_waited_for) {
  Changer changer{{nothing, nothing, blank}};
  changer.be_busy_at(2);

  assert_text(changer.story(), "blank\nready\n");
}

REDBOOK_TEST(test_without_time_the_disc_that_is_there_has_to_do) {
  Changer empty{{nothing}};
  Changer wrong{{written}};
  empty.wait.limit = wrong.wait.limit = seconds{0};

  assert_text(empty.story(),
              "medium-not-present: There is no disc in the drive: insert a blank CD-R or "
              "CD-RW.\n");
  assert_text(wrong.story(),
              std::string{"medium-not-blank: "} + refusal_of_written + '\n');
}

REDBOOK_TEST(test_drive_that_cannot_burn_is_not_waited_for) {
  Changer changer{{blank}};
  changer.settings.simulate = true;

  assert_text(changer.story(),
              "device-invalid-type: The drive does not offer test writes: switch "
              "simulate off.\n");
}

REDBOOK_TEST(test_time_runs_out) {
  Changer changer{{nothing}};
  changer.wait.limit = milliseconds{1};
  changer.wait.interval = milliseconds{2};

  assert_text(changer.story(),
              "blank\nmedium-not-present: No disc that will do was inserted within 1 "
              "second.\n");
  ck_assert_int_eq(changer.looks(), 2);
}

REDBOOK_TEST(test_stop_ends_the_waiting) {
  Changer changer{{nothing}};
  changer.wait.interval = std::chrono::hours{1};
  std::stop_source stop;
  stop.request_stop();

  assert_text(changer.story(stop.get_token()), "blank\ncancelled\n");
}
