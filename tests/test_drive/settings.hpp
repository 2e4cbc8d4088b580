#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "test_drive/q_frame.hpp"

namespace redbook::drive {

/// Ways to break the drive on purpose, to see that somebody notices.
enum class Broken { nothing, six_bit, msf, q_binary, pregap };

/// What the owner of a drive chose for it: the text file `settings`, a line each of
/// `name value`, the name being the member's with hyphens.
struct Settings {
  std::string vendor = "REDBOOK";
  std::string product = "TEST DRIVE";
  int speed = 0;                ///< recording speed (1 = 176.4 kB/s); 0: takes no time
  int buffer_kb = 2048;         ///< size of the drive's buffer
  int read_offset = 0;          ///< samples by which audio is read late
  int write_offset = 0;         ///< samples by which audio is recorded late
  bool buf = true;              ///< offers buffer underrun protection
  bool simulation = true;       ///< offers test writes
  bool session_at_once = true;  ///< offers SAO
  bool text = true;             ///< reads and writes CD-TEXT
  bool log = true;              ///< keeps `commands.log`
  Broken broken = Broken::nothing;

  static Settings read(const std::filesystem::path &);
  void write(const std::filesystem::path &) const;

  /// Sets one by name; throws std::invalid_argument for a name or value that is none.
  void set(const std::string &name, const std::string &value);
  std::map<std::string, std::string> all() const;

  QSpeller speller() const {
    return {broken == Broken::q_binary, broken == Broken::msf ? 1 : 0};
  }
};

}  // namespace redbook::drive
