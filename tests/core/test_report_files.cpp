#include <filesystem>

#include "discs.hpp"
#include "report/format/report_files.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;

std::string names_for(const char *location) {
  const auto files = report_files(location);
  return files.json.string() + ' ' + files.text.string() +
         (files.picture.empty() ? "" : ' ' + files.picture.string());
}

Report small_report() {
  Report report;
  report.disc = disc_of_the_golden_pair();
  return report;
}

}  // namespace

REDBOOK_TEST(test_location_gets_two_endings) {
  assert_text(names_for("a/album"), "a/album.json a/album.txt");
  assert_text(names_for("album.cue"), "album.cue.json album.cue.txt");
}

REDBOOK_TEST(test_ending_of_a_report_is_taken_as_one_of_the_two) {
  assert_text(names_for("album.json"), "album.json album.txt");
  assert_text(names_for("album.txt"), "album.json album.txt");
  assert_text(names_for("vol. 1.log"), "vol. 1.json vol. 1.log");
}

REDBOOK_TEST(test_ending_of_a_picture_asks_for_one) {
  assert_text(names_for("a/album.html"), "a/album.json a/album.txt a/album.html");
  assert_text(names_for("vol. 1.svg"), "vol. 1.json vol. 1.txt vol. 1.svg");
  assert_text(report_location("album.svg", {2, 2, 1, 1}, ""), "album-2.svg");
}

REDBOOK_TEST(test_picture_shows_the_audio) {
  const TempDir folder;
  auto report = small_report();
  report.disc = {{{Lba{0}, {}, Blocks{300}, {}, {}}}};
  auto audio = silence(Blocks{300});
  audio[1] = std::byte{0x40};  // left, half of full scale, in the first column
  const auto stash = stash_with(folder, audio);

  add_waveform(report, report_files("album.json"), *stash);
  ck_assert(report.waveform.empty());
  add_waveform(report, report_files("album.svg"), *stash);

  ck_assert_int_eq(report.waveform.at(0).left.highest, 0x4000);
  ck_assert_int_eq(report.waveform.at(1).left.highest, 0);
}

REDBOOK_TEST(test_picture_of_audio_that_cannot_be_read_goes_without) {
  const TempDir folder;
  auto report = small_report();

  add_waveform(report, report_files("album.svg"), Stash{folder.path()});

  ck_assert(report.waveform.empty());
}

REDBOOK_TEST(test_picture_is_written_beside_the_others) {
  const TempDir folder;

  write_report(small_report(), report_files(folder / "page.html"));
  write_report(small_report(), report_files(folder / "drawing.svg"));

  assert_text(folder.names(),
              "drawing.json drawing.svg drawing.txt page.html page.json page.txt ");
  ck_assert(contents(folder / "page.html").starts_with("<!DOCTYPE html>\n<html "));
  ck_assert(contents(folder / "drawing.svg").find("<svg ") != std::string::npos);
}

REDBOOK_TEST(test_each_of_several_discs_has_a_report_of_its_own) {
  const WhichDisc only{};
  const WhichDisc third_of_second_copy{3, 4, 2, 2};

  assert_text(report_location("a/album.json", only, ""), "a/album.json");
  assert_text(report_location("a/album", only, "/dev/sr1"), "a/album-sr1");
  assert_text(report_location("album.log", third_of_second_copy, ""),
              "album-3-copy-2.log");
  assert_text(report_location("", third_of_second_copy, "/dev/sr1"), "");
}

REDBOOK_TEST(test_report_replaces_an_older_one) {
  const TempDir folder;
  const auto files = report_files(folder / "album");
  write_file(files.json, "old");

  write_report(small_report(), files);

  ck_assert(contents(files.json).starts_with("{\n  \"format\": \"redbook-report\""));
  ck_assert(contents(files.text).find("Table of contents") != std::string::npos);
  ck_assert_int_eq(std::distance(fs::directory_iterator{folder.path()}, {}), 2);
}

REDBOOK_TEST(test_missing_folder_is_found_before_anything_is_staged) {
  const TempDir folder;

  const auto error =
      error_of([&] { check_report_files(report_files(folder / "missing/album")); });

  assert_text(error.what(), "The folder for the report cannot be written to.");
  ck_assert(error.fault() == Fault::settings);
}

REDBOOK_TEST(test_folder_in_the_place_of_a_report_is_found) {
  const TempDir folder;
  fs::create_directory(folder / "album.txt");

  const auto error =
      error_of([&] { check_report_files(report_files(folder / "album")); });

  assert_text(error.what(), "A folder stands where the report is to be.");
}

REDBOOK_TEST(test_report_that_cannot_be_completed_leaves_the_older_one) {
  const TempDir folder;
  const auto files = report_files(folder / "album");
  write_file(files.json, "old");
  fs::create_directory(files.text);
  write_file(files.text / "in the way", "");

  error_of([&] { write_report(small_report(), files); });

  assert_text(contents(files.json), "old");
}
