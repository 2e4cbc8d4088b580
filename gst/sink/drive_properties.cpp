#include "bus/enums.hpp"
#include "bus/structures.hpp"
#include "sink/property.hpp"

namespace redbook {
namespace {

// A place in what is asked of the drive.
template <typename Value>
auto in_drive(Value DriveSettings::*member) {
  return [member](Settings &settings) -> Value & { return settings.drive.*member; };
}

// The medium as it was when staging began; none below PAUSED, or for an image.
template <typename Value>
auto of_medium(Value value) {
  return [value](const Sink &sink) {
    const auto recording = sink.recording();
    const auto drive = recording ? recording->drive() : std::nullopt;
    return value(drive ? drive->medium : Medium{});
  };
}

template <typename Count>
Property medium_count(const char *name, const char *blurb, Count count) {
  return {g_param_spec_uint(name, name, blurb, 0, G_MAXUINT, 0, reading), nullptr,
          [count = of_medium(count)](const Sink &sink, GValue *value) {
            g_value_set_uint(value, static_cast<guint>(count(sink)));
          }};
}

Property devices() {
  return {
      gst_param_spec_array(
          "devices", "devices",
          "Drives to burn the same disc on at once: devices=\"</dev/sr0,/dev/sr1>\"",
          g_param_spec_string("device", "device", "Drive", nullptr, setting), setting),
      [](Sink &sink, const GValue *array) {
        std::vector<std::string> names;
        for (guint i = 0; i < gst_value_array_get_size(array); ++i) {
          const auto *name = g_value_get_string(gst_value_array_get_value(array, i));
          if (name && *name) names.emplace_back(name);
        }
        set_at(sink, &Settings::devices, names);
      },
      [](const Sink &sink, GValue *array) {
        for (const auto &name : get_at(sink, &Settings::devices)) append(array, name);
      }};
}

Property media_type() {
  return {g_param_spec_enum("media-type", "media-type", "Kind of the medium in the drive",
                            GST_TYPE_REDBOOK_MEDIA_TYPE, 0, reading),
          nullptr, [](const Sink &sink, GValue *value) {
            const auto type = of_medium([](const Medium &m) { return m.type; })(sink);
            g_value_set_enum(value, static_cast<gint>(type));
          }};
}

Property recorder_state() {
  return {g_param_spec_enum("recorder-state", "recorder-state",
                            "What goes on: nothing, a disc in the making, or a burn",
                            GST_TYPE_REDBOOK_RECORDER_STATE, 0, reading),
          nullptr, [](const Sink &sink, GValue *value) {
            const auto recording = sink.recording();
            const auto state = recording ? recording->state() : RecorderState::idle;
            g_value_set_enum(value, static_cast<gint>(state));
          }};
}

Property write_speeds() {
  return {
      gst_param_spec_array(
          "supported-write-speeds", "supported-write-speeds",
          "Speeds that the drive offers for the medium, in blocks a second (75 is 1x), fastest first",
          g_param_spec_uint("speed", "speed", "Blocks a second", 0, G_MAXUINT, 0,
                            reading),
          reading),
      nullptr, [](const Sink &sink, GValue *array) {
        const auto speeds = of_medium([](const Medium &m) { return m.write_speeds; });
        for (const auto speed : speeds(sink)) append(array, static_cast<guint>(speed));
      }};
}

}  // namespace

Properties drive_properties() {
  return {
      text(
          "device",
          "Drive to burn on, such as /dev/sr0. Nothing is guessed: without it, and without location, there is an error",
          &Settings::device),
      devices(),
      number(
          "copies",
          "Discs to burn, one after another, on each drive. Each copy but the last is ejected, and the next disc asked for",
          1, 9999, &Settings::copies),
      number(
          "wait-for-medium",
          "Seconds to wait for a disc that will do, when the burn is due. 0: the one in the drive has to do, and is looked at before staging; there are ten minutes to change discs between copies",
          0, 24 * 3600, &Settings::wait_for_medium),
      choice(
          "write-mode",
          "How the disc is written. Automatic: session at once if the drive offers it, else track at once, with 2 s of silence before each track",
          GST_TYPE_REDBOOK_WRITE_MODE, in_drive(&DriveSettings::write_mode)),
      number(
          "write-speed",
          "Blocks (1/75 s) a second, 75 is 1x, 600 is 8x. 0: as fast as the drive goes. The nearest that the drive offers is taken, and told",
          0, 75 * 100, in_drive(&DriveSettings::write_speed)),
      flag("eject", "Open the tray after the burn", in_drive(&DriveSettings::eject)),
      flag("finalize",
           "Close the disc. Else it can be appended to, and most players do not play it",
           in_drive(&DriveSettings::finalize)),
      flag("buffer-underrun-free", "Let the drive pause if audio comes late, if it can",
           in_drive(&DriveSettings::buffer_underrun_free)),
      choice("blank",
             "Erase a CD-RW that is not blank before the burn. A CD-R never is erased",
             GST_TYPE_REDBOOK_BLANK, in_drive(&DriveSettings::blank)),
      choice(
          "verify",
          "What of the disc is read back and compared after the burn. Quick: its table of contents, codes and texts. Full: every sample, too, which takes as long as a copy of the disc",
          GST_TYPE_REDBOOK_VERIFY, in_drive(&DriveSettings::verify)),
      flag("overburn", "Try to write more than the medium says it holds",
           in_drive(&DriveSettings::overburn)),
      number(
          "write-offset",
          "Samples by which the audio is written early, to undo the drive's writing it late. What falls off at one end is lost, silence comes in at the other",
          -44100, 44100, in_drive(&DriveSettings::write_offset)),
      medium_count("total-sectors-on-media",
                   "Blocks that the medium holds. 0: no medium known",
                   [](const Medium &m) { return m.capacity.count(); }),
      medium_count("free-sectors-on-media", "Blocks that are free on the medium",
                   [](const Medium &m) { return m.free.count(); }),
      medium_count("used-sectors-on-media", "Blocks that are used on the medium",
                   [](const Medium &m) { return (m.capacity - m.free).count(); }),
      medium_count("number-of-existing-tracks", "Tracks that are on the medium",
                   [](const Medium &m) { return m.tracks.size(); }),
      write_speeds(),
      medium_count(
          "current-write-speed",
          "Speed that is set, in blocks a second (75 is 1x); while burning, that of the burn",
          [](const Medium &m) { return m.write_speed; }),
      media_type(),
      recorder_state(),
  };
}

}  // namespace redbook
