/// How each message of the protocol is written as JSON, and read.
#pragma once

#include <chrono>
#include <cstdint>

#include "disc/disc_json.hpp"
#include "drive/drive_json.hpp"
#include "protocol/protocol.hpp"
#include "report/draft_json.hpp"

namespace redbook::form {

using std::chrono::seconds;

/// A part of a long stash has the discs before it, and an image's lead, as its lead.
inline constexpr std::int64_t max_lead_bytes =
    max_stash_length.bytes() + Blocks{150}.bytes();
inline constexpr int max_seconds = 1'000'000;

/// How one kind of message is written and read. `name` is its `type`.
template <typename Message>
struct Form;

/// Of messages that have nothing to say but that they are there.
template <typename Message>
struct BareForm {
  static void write(const Message &, Json &) {}
  static Message read(const Fields &) { return {}; }
};

/// Of messages that name a device only.
template <typename Message>
struct DeviceForm {
  static void write(const Message &message, Json &json) {
    json["device"] = message.device;
  }
  static Message read(const Fields &fields) { return {fields.text("device")}; }
};

/// Of messages that say how long something will take.
template <typename Message>
struct EstimateForm {
  static void write(const Message &message, Json &json) {
    json["estimated"] = message.estimated.count();
  }
  static Message read(const Fields &fields) {
    return {seconds{fields.number("estimated", 0, max_seconds)}};
  }
};

template <>
struct Form<Hello> {
  static constexpr const char *name = "hello";
  static void write(const Hello &hello, Json &json) {
    json["protocol"] = hello.protocol;
    json["version"] = hello.version;
  }
  static Hello read(const Fields &fields) {
    return {fields.integer("protocol", 0, INT32_MAX), fields.text("version")};
  }
};

template <>
struct Form<request::Probe> : DeviceForm<request::Probe> {
  static constexpr const char *name = "probe";
};

template <>
struct Form<request::Eject> : DeviceForm<request::Eject> {
  static constexpr const char *name = "eject";
};

template <>
struct Form<request::Load> : DeviceForm<request::Load> {
  static constexpr const char *name = "load";
};

template <>
struct Form<request::Erase> {
  static constexpr const char *name = "erase";
  static void write(const request::Erase &erase, Json &json) {
    json["device"] = erase.device;
    json["kind"] = json_of(erase.kind);
  }
  static request::Erase read(const Fields &fields) {
    return {fields.text("device"), blanking_in(fields, "kind")};
  }
};

template <>
struct Form<request::Burn> {
  static constexpr const char *name = "burn";
  static void write(const request::Burn &burn, Json &json) {
    json["device"] = burn.device;
    json["settings"] = json_of(burn.settings);
    json["lead-bytes"] = burn.lead_bytes;
    json["report"] = json_of(burn.report);
    json["disc"] = json_of(burn.disc);
  }
  static request::Burn read(const Fields &fields) {
    return {fields.text("device"), value_of<Disc>(fields.value("disc"), "burn.disc"),
            drive_settings_of(fields.value("settings"), "burn.settings"),
            fields.number("lead-bytes", 0, max_lead_bytes),
            value_of<ReportDraft>(fields.value("report"), "burn.report")};
  }
};

template <>
struct Form<request::Cancel> : BareForm<request::Cancel> {
  static constexpr const char *name = "cancel";
};

template <>
struct Form<event::Preparing> : EstimateForm<event::Preparing> {
  static constexpr const char *name = "preparing";
};

template <>
struct Form<event::Closing> : EstimateForm<event::Closing> {
  static constexpr const char *name = "closing";
};

template <>
struct Form<event::TracksWritten> {
  static constexpr const char *name = "tracks-written";
  static void write(const event::TracksWritten &event, Json &json) {
    json["written"] = event.written;
  }
  static event::TracksWritten read(const Fields &fields) {
    return {fields.integer("written", 0, max_tracks)};
  }
};

template <>
struct Form<event::BlocksWritten> {
  static constexpr const char *name = "blocks-written";
  static void write(const event::BlocksWritten &event, Json &json) {
    json["written"] = event.written.count();
  }
  static event::BlocksWritten read(const Fields &fields) {
    return {Blocks{fields.number("written", 0, max_program_length.count())}};
  }
};

template <>
struct Form<event::Erasing> {
  static constexpr const char *name = "erasing";
  static void write(const event::Erasing &event, Json &json) {
    json["elapsed"] = event.elapsed.count();
    json["estimated-total"] = event.estimated_total.count();
  }
  static event::Erasing read(const Fields &fields) {
    return {seconds{fields.number("elapsed", 0, max_seconds)},
            seconds{fields.number("estimated-total", 0, max_seconds)}};
  }
};

template <>
struct Form<event::Chosen> {
  static constexpr const char *name = "chosen";
  static void write(const event::Chosen &event, Json &json) {
    json["write-mode"] = name_of(event.write_mode);
    json["write-speed"] = event.write_speed;
  }
  static event::Chosen read(const Fields &fields) {
    return {write_mode_in(fields), fields.integer("write-speed", 0, max_write_speed)};
  }
};

template <>
struct Form<event::BufferFilled> {
  static constexpr const char *name = "buffer-filled";
  static void write(const event::BufferFilled &event, Json &json) {
    json["percent"] = event.percent;
  }
  static event::BufferFilled read(const Fields &fields) {
    return {fields.integer("percent", 0, 100)};
  }
};

template <>
struct Form<event::Verified> {
  static constexpr const char *name = "verified";
  static void write(const event::Verified &event, Json &json) {
    json["completed"] = event.completed.count();
    json["total"] = event.total.count();
  }
  static event::Verified read(const Fields &fields) {
    return {Blocks{fields.number("completed", 0, max_program_length.count())},
            Blocks{fields.number("total", 0, max_program_length.count())}};
  }
};

template <>
struct Form<event::Found> {
  static constexpr const char *name = "found";
  static void write(const event::Found &event, Json &json) {
    json["finding"] = json_of(event.finding);
  }
  static event::Found read(const Fields &fields) {
    return {value_of<Finding>(fields.value("finding"), "found.finding")};
  }
};

template <>
struct Form<event::Heartbeat> : BareForm<event::Heartbeat> {
  static constexpr const char *name = "heartbeat";
};

template <>
struct Form<event::Status> {
  static constexpr const char *name = "status";
  static void write(const event::Status &event, Json &json) {
    json["status"] = json_of(event.status);
  }
  static event::Status read(const Fields &fields) {
    return {drive_status_of(fields.value("status"), "status.status")};
  }
};

template <>
struct Form<event::Done> : BareForm<event::Done> {
  static constexpr const char *name = "done";
};

template <>
struct Form<event::Cancelled> : BareForm<event::Cancelled> {
  static constexpr const char *name = "cancelled";
};

template <>
struct Form<event::Failed> {
  static constexpr const char *name = "failed";
  static void write(const event::Failed &event, Json &json) {
    json["error"] = json_of(event.error);
  }
  static event::Failed read(const Fields &fields) {
    return {error_of(fields.value("error"), "failed.error")};
  }
};

}  // namespace redbook::form
