/// What a player and the program redbook-burner say to each other.
///
/// They are the two ends of a socketpair of type SOCK_SEQPACKET. Each message is one JSON
/// object on one line, whose member `type` says what it is; the other members are those
/// of the structs below (text/json_value.hpp has the rules). Both ends say `hello` first,
/// with the number of their protocol: an end that hears another number, or anything else
/// first, goes no further, the burner with a `failed`. Then the player makes requests,
/// one at a time, each of which names the device: `probe` is answered by `status`, and
/// every request ends with exactly one of `done`, `cancelled` and `failed`, once the
/// drive is free again. With `burn` comes the descriptor of the stash (SCM_RIGHTS). Until
/// then the events are those of the burn, in their order, and a `heartbeat` each second
/// for as long as the drive works. `cancel` asks what is under way to stop. A
/// player that is gone is taken for one that wants its disc: what burns is finished, what
/// has not begun is not. Messages are at most 4 MiB long; channel.hpp says how they
/// travel. The number of the protocol rises with each change that an older end would
/// misunderstand.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "drive/burn_event.hpp"
#include "drive/drive.hpp"
#include "error.hpp"
#include "report/report.hpp"

namespace redbook {

inline constexpr int protocol_number = 1;

/// The first message of both ends.
struct Hello {
  static constexpr auto type = "hello";
  int protocol = protocol_number;
  std::string version{};  ///< of the program, for errors
  bool operator==(const Hello &) const = default;
};

/// Requests, from the player.
namespace request {

struct Probe {
  static constexpr auto type = "probe";
  std::string device{};
  bool operator==(const Probe &) const = default;
};

struct Erase {
  static constexpr auto type = "erase";
  std::string device{};
  Blanking kind = Blanking::fast;
  bool operator==(const Erase &) const = default;
};

struct Eject {
  static constexpr auto type = "eject";
  std::string device{};
  bool operator==(const Eject &) const = default;
};

struct Load {
  static constexpr auto type = "load";
  std::string device{};
  bool operator==(const Load &) const = default;
};

struct Burn {
  static constexpr auto type = "burn";
  std::string device{};
  Disc disc{};
  DriveSettings settings{};
  std::int64_t lead_bytes = 0;  ///< of the stash, 0 to 4 GiB
  ReportDraft report{};
  bool operator==(const Burn &) const = default;
};

struct Cancel {
  static constexpr auto type = "cancel";
  bool operator==(const Cancel &) const = default;
};

}  // namespace request

/// Events, from the burner, beside those of a burn.
namespace event {

struct Heartbeat {
  static constexpr auto type = "heartbeat";
  bool operator==(const Heartbeat &) const = default;
};

struct Status {
  static constexpr auto type = "status";
  DriveStatus status{};
  bool operator==(const Status &) const = default;
};

struct Done {
  static constexpr auto type = "done";
  bool operator==(const Done &) const = default;
};

struct Cancelled {
  static constexpr auto type = "cancelled";
  bool operator==(const Cancelled &) const = default;
};

struct Failed {
  static constexpr auto type = "failed";
  Error error{Fault::drive, Result::generic, {}};
};

bool operator==(const Failed &, const Failed &);

}  // namespace event

using Request = std::variant<Hello, request::Probe, request::Erase, request::Eject,
                             request::Load, request::Burn, request::Cancel>;
using Event = std::variant<Hello, BurnEvent, event::Heartbeat, event::Status, event::Done,
                           event::Cancelled, event::Failed>;

/// The message, without a line end.
std::string message_of(const Request &request);
std::string message_of(const Event &event);

/// What a message says. Throws Error (drive) for one that is none of these, or has
/// something out of its range.
Request request_in(std::string_view message);
Event event_in(std::string_view message);

/// Throws Error (drive) if `theirs` is not the protocol of this program; `other` is
/// what the other end is called.
void check_protocol(const Hello &theirs, const std::string &other);

}  // namespace redbook
