#include "burn_advice.hpp"

namespace player {
namespace {

const char *advice_on_resource(gint code) {
  switch (code) {
    case GST_RESOURCE_ERROR_NO_SPACE_LEFT:
      return "Take songs out of the list until nothing of the bar is red, or make room on the hard disk.";
    case GST_RESOURCE_ERROR_NOT_FOUND:
      return "See whether the drive is plugged in and a blank CD-R or CD-RW is in it, then burn again.";
    case GST_RESOURCE_ERROR_BUSY:
      return "Close the programs that use the drive, then burn again.";
    case GST_RESOURCE_ERROR_OPEN_WRITE:
      return "See whether you may write there: drives are for members of the group cdrom.";
    case GST_RESOURCE_ERROR_SETTINGS:
      return "Put a blank CD-R into the drive, or choose another destination.";
    case GST_RESOURCE_ERROR_CLOSE:
    case GST_RESOURCE_ERROR_WRITE: return "Burn again with another disc.";
    default: return "";
  }
}

std::string advice_on_stash(const std::string &stash, const std::string &device) {
  const auto how = device.empty() ? "--export " + stash + " NEW.cue"
                                  : "--device " + device + " " + stash;
  return "The music was kept. This makes the disc of it, too: redbook-burner " + how;
}

}  // namespace

std::string advice_on(const GError &error, const GstStructure *details,
                      const std::string &device) {
  std::string advice =
      error.domain == GST_RESOURCE_ERROR ? advice_on_resource(error.code) : "";
  if (const auto *stash = details ? gst_structure_get_string(details, "stash") : nullptr)
    advice += "\n" + advice_on_stash(stash, device);
  return advice;
}

std::string advice_on_file() {
  return "Take the song out of the list, or install the GStreamer plugins that read it, such as gstreamer1.0-libav.";
}

}  // namespace player
