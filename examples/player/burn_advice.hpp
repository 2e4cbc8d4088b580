/// What to do when a burn has failed.
#pragma once

#include <gst/gst.h>

#include <string>

namespace player {

/// For an error of the recorder on this device, or of an image if that is empty.
/// `details`, which may be null, are those of its message.
std::string advice_on(const GError &error, const GstStructure *details,
                      const std::string &device);

/// For a file that cannot be decoded.
std::string advice_on_file();

}  // namespace player
