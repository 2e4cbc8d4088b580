/// What goes wrong, in words for the user and in codes for the program.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <stop_token>
#include <string>

#include "enum_words.hpp"
#include "result.hpp"

namespace redbook {

/// Whose turn it is: the one thing a caller may branch on.
enum class Fault { settings, stash, layout, drive, medium, image };
template <>
inline constexpr auto words<Fault> =
    std::array{"settings", "stash", "layout", "drive", "medium", "image"};

/// What a drive said when it failed; empty: not known.
struct DriveTrace {
  std::string stage{};    ///< opening, erasing, burning, closing
  std::string command{};  ///< "WRITE(10)"
  std::string sense{};    ///< key/ASC/ASCQ in hexadecimal: "3/0C/00"
  std::optional<std::int64_t> lba{};
  bool operator==(const DriveTrace &) const = default;
};

/// Something the user can act on.
class Error : public std::exception {
 public:
  /// `sentence` is for the user: a full stop, no path. `detail` has path, errno, sense
  /// code.
  Error(Fault fault, Result result, std::string sentence, std::string detail = {});

  /// The same after a system call failed: errno joins the detail, and decides the result
  /// if it says that the disk is full.
  static Error of_errno(Fault, std::string sentence, const std::string &path);

  /// The same with what the drive said.
  Error traced(DriveTrace trace) &&;

  /// The same if the audio was kept in the folder `stash`.
  Error keeping(std::string stash) &&;

  const char *what() const noexcept override { return sentence_.c_str(); }
  const std::string &detail() const noexcept { return detail_; }
  Fault fault() const noexcept { return fault_; }
  Result result() const noexcept { return result_; }
  const DriveTrace &trace() const noexcept { return trace_; }
  /// Where the audio was kept; empty: nowhere in particular.
  const std::string &stash() const noexcept { return stash_; }

 private:
  Fault fault_;
  Result result_;
  std::string sentence_;
  std::string detail_;
  DriveTrace trace_{};
  std::string stash_{};
};

/// Work that was asked to stop has stopped. No error.
struct Cancelled {};

inline void throw_if_stopped(const std::stop_token &stop) {
  if (stop.stop_requested()) throw Cancelled{};
}

}  // namespace redbook
