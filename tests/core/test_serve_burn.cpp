// What a burner tells of a burn, and the report of it.
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
