#include "drive/drive_json.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

DriveStatus status_with_everything() {
  return {"/dev/sr0",
          "PIONEER",
          "BD-RW",
          "1.0",
          {true, true, true, true, true},
          {MediumType::cd_rw,
           MediumState::appendable,
           Blocks{359849},
           Blocks{300000},
           {Lba{0}, Lba{22500}},
           Lba{45000},
           {3600, 1200},
           1200}};
}

std::string detail_with(Json object, const char *member, const Json &value) {
  object[member] = value;
  return error_of([&] { value_of<DriveSettings>(object, "settings"); }).detail();
}

}  // namespace

REDBOOK_TEST(test_settings_are_written_as_is_told) {
  assert_text(line_of(json_of(DriveSettings{.write_mode = WriteMode::sao,
                                            .write_speed = 600,
                                            .blank = Blanking::fast,
                                            .write_offset = -6,
                                            .verify = Verify::full})),
              R"({"write-mode":"sao","write-speed":600,"simulate":false,"eject":false,)"
              R"("finalize":true,"buffer-underrun-free":true,"blank":"fast",)"
              R"("overburn":false,"write-offset":-6,"verify":"full"})");
}

REDBOOK_TEST(test_settings_come_back) {
  const DriveSettings settings{WriteMode::tao, 75,   true, true,         false, false,
                               Blanking::full, true, 30,   Verify::quick};

  ck_assert(value_of<DriveSettings>(parsed_json(line_of(json_of(settings))), "s") ==
            settings);
}

REDBOOK_TEST(test_settings_of_an_older_player_verify_nothing) {
  auto older = json_of(DriveSettings{.verify = Verify::full});
  older.erase("verify");

  ck_assert(value_of<DriveSettings>(older, "settings") == DriveSettings{});
}

REDBOOK_TEST(test_status_comes_back) {
  const auto status = status_with_everything();

  ck_assert(value_of<DriveStatus>(parsed_json(line_of(json_of(status))), "s") == status);
  ck_assert(value_of<DriveStatus>(json_of(DriveStatus{}), "s") == DriveStatus{});
}

REDBOOK_TEST(test_medium_is_written_as_is_told) {
  assert_text(line_of(json_of(status_with_everything())["medium"]),
              R"({"type":"cd-rw","state":"appendable","capacity":359849,"free":300000,)"
              R"("tracks":[0,22500],"lead-out":45000,"write-speeds":[3600,1200],)"
              R"("write-speed":1200})");
}

REDBOOK_TEST(test_what_is_wrong_is_told_with_its_place) {
  const auto good = json_of(DriveSettings{});

  assert_text(detail_with(good, "write-mode", "raw"),
              "settings.write-mode: unknown word");
  assert_text(detail_with(good, "write-speed", -1),
              "settings.write-speed: no number from 0 to 100000");
  assert_text(detail_with(good, "simulate", "no"),
              "settings.simulate: neither true nor false");
  assert_text(detail_with(good, "write-offset", 1e9),
              "settings.write-offset: no number from -100000000 to 100000000");
}
