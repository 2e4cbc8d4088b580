#pragma once

#include <check.h>
#undef fail  // libcheck's macro breaks <iostream>

#include <fstream>
#include <string>

#include "temp_dir.hpp"
#include "test_case.hpp"
#include "test_drive/commands.hpp"
#include "test_drive/drive.hpp"
#include "test_drive/stock.hpp"

namespace redbook::drive {

using test::TempDir;

/// Time that passes when told to, and when somebody sleeps.
class FakeClock : public Clock {
 public:
  Nanoseconds now() const override { return now_; }
  void sleep(Nanoseconds length) override { pass(length); }
  void pass(Nanoseconds length) { now_ += length; }

 private:
  Nanoseconds now_{std::chrono::hours{1}};
};

/// A drive with a medium from stock, and the commands in words.
class Recorder {
 public:
  explicit Recorder(const std::string &medium = "cd-r-80") {
    Drive::create(folder());
    if (!medium.empty()) make_medium(folder() / "medium", medium);
    run({0x00, 0, 0, 0, 0, 0});  // takes the unit attention
  }

  std::filesystem::path folder() const { return dir_ / "sr0"; }
  FakeClock &clock() { return clock_; }
  Medium medium() const { return Medium{folder() / "medium"}; }
  DriveState state() const { return *Mapped<DriveState>{folder() / "state"}; }

  void set(const std::string &name, const std::string &value) {
    auto settings = Settings::read(folder() / "settings");
    settings.set(name, value);
    settings.write(folder() / "settings");
  }
  void plan(const std::string &lines) { std::ofstream{folder() / "plan"} << lines; }

  Reply run(const Bytes &cdb, const Bytes &parameters = {}) {
    Command command;
    command.cdb = cdb;
    command.parameters = parameters;
    command.room = parameters.empty() ? 1 << 20 : 0;
    return Drive{folder(), clock_}.execute(command);
  }

  Reply write(Lba lba, const Bytes &data, std::size_t block_bytes = bytes_per_block) {
    Bytes cdb(10);
    cdb[0] = 0x2A;
    put_32(cdb, 2, static_cast<std::uint32_t>(lba.value));
    put_16(cdb, 7, static_cast<unsigned>(data.size() / block_bytes));
    return run(cdb, data);
  }
  Reply read_cd(Lba lba, int blocks, std::uint8_t main = 0x10, std::uint8_t sub = 0) {
    Bytes cdb(12);
    cdb[0] = 0xBE;
    put_32(cdb, 2, static_cast<std::uint32_t>(lba.value));
    put_16(cdb, 7, static_cast<unsigned>(blocks));
    cdb[9] = main;
    cdb[10] = sub;
    return run(cdb);
  }
  Reply synchronize() { return run({0x35, 0, 0, 0, 0, 0, 0, 0, 0, 0}); }
  Reply close_session() { return run({0x5B, 0, 2, 0, 0, 0, 0, 0, 0, 0}); }
  Reply test_ready() { return run({0, 0, 0, 0, 0, 0}); }

  /// Mode page 05h: write type with its flags (byte 2), multi-session and control.
  Reply choose(std::uint8_t type, std::uint8_t track_mode = 0) {
    Bytes list(8 + WriteParameters::bytes);
    list[8] = 0x05;
    list[9] = WriteParameters::bytes - 2;
    list[10] = type;
    list[11] = track_mode;
    return run({0x55, 0x10, 0, 0, 0, 0, 0, 0, static_cast<std::uint8_t>(list.size()), 0},
               list);
  }
  Reply send_cue_sheet(const Bytes &lines) {
    return run({0x5D, 0, 0, 0, 0, 0, 0, 0, static_cast<std::uint8_t>(lines.size()), 0},
               lines);
  }
  Bytes next_track_info() { return run({0x52, 1, 0, 0, 0, 0xFF, 0, 0, 36, 0}).data; }
  Bytes disc_info() { return run({0x51, 0, 0, 0, 0, 0, 0, 0, 34, 0}).data; }
  Reply toc(std::uint8_t format) {
    return run({0x43, 2, format, 0, 0, 0, 0, 0x10, 0, 0});
  }

 private:
  TempDir dir_;
  FakeClock clock_;
};

constexpr std::uint8_t track_at_once = 0x01;
constexpr std::uint8_t session_at_once = 0x02;
constexpr std::uint8_t test_write = 0x10;
constexpr std::uint8_t underrun_proof = 0x40;
constexpr std::uint8_t another_session = 0xC0;

/// One track of 300 blocks, after redbook's example A.
inline Bytes short_cue_sheet() {
  return {0x01, 0, 0, 0x01, 0, 0, 0, 0, 0x01, 1,    0, 0,    0, 0, 0, 0,
          0x01, 1, 1, 0,    0, 0, 2, 0, 0x01, 0xAA, 1, 0x01, 0, 0, 6, 0};
}

inline Bytes blocks_of_value(int blocks, std::uint8_t value) {
  return Bytes(static_cast<std::size_t>(blocks) * bytes_per_block, value);
}

inline Bytes hex_bytes(const std::string &text) {
  Bytes bytes;
  std::string digits;
  for (const char c : text)
    if (c != ' ' && c != '\n') digits += c;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes.push_back(
        static_cast<std::uint8_t>(std::stoi(digits.substr(i, 2), nullptr, 16)));
  return bytes;
}

inline std::string text_of(View bytes) {
  constexpr auto digits = "0123456789abcdef";
  std::string text;
  for (const auto byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 0xF];
  }
  return text;
}

inline void assert_good(const Reply &reply) {
  ck_assert_uint_eq(reply.status, status_good);
  ck_assert_uint_eq(reply.host_status, 0);
  ck_assert_int_eq(reply.error_number, 0);
}

inline void assert_refused(const Reply &reply, Sense sense) {
  ck_assert_uint_eq(reply.status, status_check_condition);
  ck_assert_uint_eq(reply.sense.key, sense.key);
  ck_assert_uint_eq(reply.sense.asc, sense.asc);
  ck_assert_uint_eq(reply.sense.ascq, sense.ascq);
}

}  // namespace redbook::drive
