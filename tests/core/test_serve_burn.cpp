// What a burner tells of a burn, and the report of it.
#include "cdtext/encoder.hpp"
#include "service_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_burn_is_told_in_its_order) {
  const Staged staged;
  Pcm heard = silence(Blocks{300});
  Service service{
      {.burn = [&](const Disc &disc, const Stash &stash, const DriveSettings &settings,
                   BurnObserver &observer, auto) {
        if (disc == staged.disc && settings.write_speed == 600) stash.read(0, heard);
        tell_everything(observer);
      }}};

  service.say(staged.request(), staged.file());

  assert_text(service.hear_out(),
              "found chosen preparing tracks-written buffer-filled blocks-written "
              "tracks-written closing done ");
  ck_assert(heard == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_burn_leaves_its_report) {
  const Staged staged;
  Service service{{.burn = [&](auto &, auto &, auto &, BurnObserver &observer, auto) {
    tell_everything(observer);
  }}};

  service.say(staged.request(), staged.file());
  service.hear_out();

  const auto report = contents(staged.folder / "report.json");
  ck_assert(tells(report, R"("result": "ok")"));
  ck_assert(tells(report, R"("tracks-written": 1)"));
  ck_assert(tells(report, R"("write-mode": "sao")"));
  ck_assert(tells(report, R"("name": "X")"));
  assert_text(staged.folder.names(), "report.json report.txt ");
}

REDBOOK_TEST(test_burn_leaves_a_picture_of_its_audio) {
  const Staged staged;
  auto request = staged.request();
  request.report.location = (staged.folder / "report.svg").string();
  Service service;

  service.say(request, staged.file());
  service.hear_out();

  ck_assert(tells(contents(staged.folder / "report.svg"), "class=\"wave\""));
}

REDBOOK_TEST(test_failed_burn_leaves_its_report) {
  const Staged staged;
  Service service{{.burn = [](auto &, auto &, auto &, auto &, auto) {
    throw Error{Fault::medium, Result::generic, "It is scratched.", "3/0c/00"};
  }}};

  service.say(staged.request(), staged.file());
  assert_text(service.hear_out(), "failed ");

  const auto report = contents(staged.folder / "report.json");
  ck_assert(tells(report, R"("result": "generic")"));
  ck_assert(tells(report, R"("error": "It is scratched.")"));
  ck_assert(tells(report, R"("write-mode": "auto")"));
}

REDBOOK_TEST(test_report_that_cannot_be_written_is_a_finding) {
  const Staged staged;
  auto request = staged.request();
  request.report.location = "/nowhere/report.json";
  Service service;

  service.say(request, staged.file());

  assert_text(service.hear_out(), "found done ");
}

REDBOOK_TEST(test_burn_without_its_audio_is_refused) {
  const Staged staged;
  Service service;

  service.say(staged.request());

  assert_text(service.hear_out(), "failed ");
}

REDBOOK_TEST(test_stash_that_ends_early_is_told) {
  const Staged staged;
  staged.stash->resize(Blocks{300}.bytes() - 1);
  Service service;

  service.say(staged.request(), staged.file());

  const auto failed = std::get<event::Failed>(event_in(service.hear()));
  assert_text(failed.error.what(), "The staged audio ends before the disc does.");
  assert_text(failed.error.detail(), "705599 bytes of 705600");
}

REDBOOK_TEST(test_disc_that_cannot_be_made_never_reaches_the_drive) {
  const struct {
    void (*spoil)(Disc &);
    const char *sentence;
  } faults[] = {
      {[](Disc &disc) { disc.tracks.clear(); },
       "The disc cannot be made. Disc: it has no tracks."},
      {[](Disc &disc) { disc.tracks[0].length = Blocks{299}; },
       "The disc cannot be made. Track 1: it is 00:03:74 long, and 4 seconds are the least."},
      {[](Disc &disc) { disc.cdtext.resize(17); },
       "The CD-TEXT that the player made for the disc is damaged."},
      {[](Disc &disc) { disc.cdtext.resize(18); },
       "The CD-TEXT that the player made for the disc is damaged."}};
  for (const auto &[spoil, sentence] : faults) {
    const Staged staged;
    auto request = staged.request();
    spoil(request.disc);
    bool burned = false;
    Service service{
        {.burn = [&](auto &, auto &, auto &, auto &, auto) { burned = true; }}};

    service.say(request, staged.file());

    const auto failed = std::get<event::Failed>(event_in(service.hear()));
    assert_text(failed.error.what(), sentence);
    ck_assert(!burned);
  }
}

REDBOOK_TEST(test_cdtext_with_a_control_character_never_reaches_the_drive) {
  const Staged staged;
  auto request = staged.request();
  auto &packs = request.disc.cdtext;
  packs = encode({{{.disc = {.title = "A!B"}, .tracks = {{}}}}}).bytes();
  std::ranges::replace(packs, std::byte{'!'}, std::byte{0x1b});
  const auto crc = inverted_crc16(Bytes{packs}.first(16));
  packs[16] = static_cast<std::byte>(crc >> 8U);
  packs[17] = static_cast<std::byte>(crc & 0xffU);
  Service service;

  service.say(request, staged.file());

  const auto failed = std::get<event::Failed>(event_in(service.hear()));
  assert_text(failed.error.detail(), "The title of the disc has a control character.");
}

REDBOOK_TEST(test_codes_reach_the_drive_in_their_valid_form_only) {
  const Staged staged;
  auto request = staged.request();
  request.disc.mcn = std::string{"\0\033[2J345678901", 13};
  request.disc.tracks[0].subcode.isrc = "XY-BLG-11-01234";
  Disc burned;
  Service service{
      {.burn = [&](const Disc &disc, auto &, auto &, auto &, auto) { burned = disc; }}};

  service.say(request, staged.file());

  assert_text(service.hear_out(), "found done ");
  assert_text(burned.mcn, "");
  assert_text(burned.tracks.at(0).subcode.isrc, "XYBLG1101234");
  ck_assert(tells(contents(staged.folder / "report.json"), "MCN_SYNTAX"));
}
