#include "protocol/protocol.hpp"

#include <stdexcept>
#include <utility>

#include "disc/disc_json.hpp"
#include "drive/drive_json.hpp"
#include "report/draft_json.hpp"

namespace redbook {
namespace {

/// A part of a long stash has the discs before it, and an image's lead, as its lead.
constexpr std::int64_t max_burn_lead_bytes =
    max_stash_length.bytes() + Blocks{150}.bytes();
constexpr int max_seconds = 1'000'000;

template <typename Message>
concept HasType = requires {
  Message::type;
};

/// These events of a burn happen in the player, and are no messages.
template <typename Message>
concept HappensInPlayer =
    std::same_as<Message, event::Adjusting> || std::same_as<Message, event::Adjusted> ||
    std::same_as<Message, event::MediumRequested>;

void list_seconds(const JsonValue &json, std::chrono::seconds &time) {
  json.number(time, 0, max_seconds);
}

void list_blocks(const JsonValue &json, Blocks &length) {
  json.number(length, 0, max_program_length.count());
}

}  // namespace

static void list_device(const JsonValue &json, std::string &device) {
  json["device"].text(device);
  if (json.is_reading() && device.find('\0') != device.npos)
    throw json["device"].wrong("not a path");
}

/// Reports have a line for each track.
static void check_tracks(const JsonValue &json, const ReportDraft &report,
                         std::size_t tracks) {
  if (report.sums && report.sums->tracks.size() != tracks)
    throw json["sums"]["tracks"].wrong("not one for each track");
  if (report.loudness && report.loudness->tracks.size() != tracks)
    throw json["loudness"]["tracks"].wrong("not one for each track");
}

/// Of messages that have nothing to say but that they are there.
template <typename Message>
requires std::is_empty_v<Message>
static void list_members(const JsonValue &, Message &) {}

static void list_members(const JsonValue &json, Hello &hello) {
  json["protocol"].number(hello.protocol, 0, INT32_MAX);
  json["version"].text(hello.version);
}

static void list_members(const JsonValue &json, request::Probe &probe) {
  list_device(json, probe.device);
}

static void list_members(const JsonValue &json, request::Erase &erase) {
  list_device(json, erase.device);
  json["kind"].word(erase.kind);
}

static void list_members(const JsonValue &json, request::Eject &eject) {
  list_device(json, eject.device);
}

static void list_members(const JsonValue &json, request::Load &load) {
  list_device(json, load.device);
}

static void list_members(const JsonValue &json, request::Burn &burn) {
  list_device(json, burn.device);
  list_members(json["settings"], burn.settings);
  json["lead-bytes"].number(burn.lead_bytes, 0, max_burn_lead_bytes);
  list_members(json["report"], burn.report);
  list_members(json["disc"], burn.disc);
  if (json.is_reading())
    check_tracks(json["report"], burn.report, burn.disc.tracks.size());
}

static void list_members(const JsonValue &json, event::Found &event) {
  list_members(json["finding"], event.finding);
}

static void list_members(const JsonValue &json, event::Erasing &event) {
  list_seconds(json["elapsed"], event.elapsed);
  list_seconds(json["estimated-total"], event.estimated_total);
}

static void list_members(const JsonValue &json, event::Chosen &event) {
  json["write-mode"].word(event.write_mode);
  json["write-speed"].number(event.write_speed, 0, max_write_speed);
}

static void list_members(const JsonValue &json, event::Preparing &event) {
  list_seconds(json["estimated"], event.estimated);
}

static void list_members(const JsonValue &json, event::TracksWritten &event) {
  json["written"].number(event.written, 0, max_tracks);
}

static void list_members(const JsonValue &json, event::BufferFilled &event) {
  json["percent"].number(event.percent, 0, 100);
}

static void list_members(const JsonValue &json, event::BlocksWritten &event) {
  list_blocks(json["written"], event.written);
}

static void list_members(const JsonValue &json, event::Closing &event) {
  list_seconds(json["estimated"], event.estimated);
}

static void list_members(const JsonValue &json, event::Verified &event) {
  list_blocks(json["completed"], event.completed);
  list_blocks(json["total"], event.total);
}

static void list_members(const JsonValue &json, event::Status &event) {
  list_members(json["status"], event.status);
}

static void list_members(const JsonValue &json, event::Failed &event) {
  list_members(json["error"], event.error);
}

namespace {

template <typename Message>
std::string line_of_message(Message message) {
  if constexpr (HasType<Message>) {
    Json json{{"type", Message::type}};
    list_members(JsonValue{json}, message);
    return line_of(json);
  } else {
    static_assert(HappensInPlayer<Message>, "a message needs a type");
    throw std::logic_error{"no message between programs"};
  }
}

template <typename... Message>
std::string line_of_message(const std::variant<Message...> &messages) {
  return std::visit([](const auto &message) { return line_of_message(message); },
                    messages);
}

/// Reads the kind of message that `type` names into `found`; false if it is another.
template <typename Message, typename Messages>
struct Reader {
  static bool read(const std::string &type, const Json &json, Messages &found) {
    if constexpr (HasType<Message>) {
      if (type != Message::type) return false;
      found = value_of<Message>(json, type);
      return true;
    } else {
      return false;
    }
  }
};

template <typename... Message, typename Messages>
struct Reader<std::variant<Message...>, Messages> {
  static bool read(const std::string &type, const Json &json, Messages &found) {
    return (Reader<Message, Messages>::read(type, json, found) || ...);
  }
};

template <typename Messages>
Messages message_in(std::string_view text, const char *sentence) {
  try {
    const auto json = parsed_json(text);
    std::string type;
    JsonValue{json, "message"}["type"].text(type);
    Messages found;
    if (!Reader<Messages, Messages>::read(type, json, found))
      throw bad_json("type: unknown word");
    return found;
  } catch (const Error &error) {
    throw Error{Fault::drive, Result::generic, sentence, error.detail()};
  }
}

}  // namespace

namespace event {

bool operator==(const Failed &a, const Failed &b) {
  return line_of(json_of(a.error)) == line_of(json_of(b.error));
}

}  // namespace event

std::string message_of(const Request &request) { return line_of_message(request); }
std::string message_of(const Event &event) { return line_of_message(event); }

Request request_in(std::string_view message) {
  return message_in<Request>(message, "The player says something that makes no sense.");
}

Event event_in(std::string_view message) {
  return message_in<Event>(
      message,
      "The program redbook-burner says something that makes no sense: reinstall redbooksink.");
}

void check_protocol(const Hello &theirs, const std::string &other) {
  if (theirs.protocol == protocol_number) return;
  throw Error{Fault::drive, Result::generic,
              other + " is of another version than this one: reinstall redbooksink.",
              "protocol " + std::to_string(theirs.protocol) + " of version " +
                  theirs.version + ", " + std::to_string(protocol_number) + " here"};
}

}  // namespace redbook
