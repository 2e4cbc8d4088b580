/// What plays into redbookbin.
#pragma once

#include <cmath>
#include <cstring>
#include <functional>
#include <numbers>

#include "element_support.hpp"

namespace redbook::test {

/// GStreamer's own plugins that redbookbin is made of.
class BasePlugins {
 public:
  BasePlugins() {
    for (const std::string name : {"coreelements", "audioconvert"}) {
      const auto file = CORE_PLUGINS "/libgst" + name + ".so";
      auto *plugin = gst_plugin_load_file(file.c_str(), nullptr);
      fail_unless(plugin != nullptr, "%s is not there", file.c_str());
      gst_object_unref(plugin);
    }
  }
};

/// redbookbin, a folder for its image, and what plays into it.
class BinPlayer : private BasePlugins, public Player {
 public:
  BinPlayer() : Player{"redbookbin"} {}

  /// A stream of this form, up to its first buffer.
  BinPlayer &stream_of(const std::string &form) {
    stream_start(form, ++group_);
    fail_unless(caps("audio/x-raw, " + form));
    segment();
    return *this;
  }
  /// The redbooksink inside.
  GstElement *inner() const {
    auto *inner = gst_bin_get_by_name(GST_BIN(sink()), "sink");
    gst_object_unref(inner);  // the bin keeps it
    return inner;
  }
  /// All that came out, in samples: left, right, left ...
  std::vector<int> samples() const {
    const auto bytes = audio();
    std::vector<std::int16_t> pcm(bytes.size() / 2);
    std::memcpy(pcm.data(), bytes.data(), pcm.size() * 2);
    return {pcm.begin(), pcm.end()};
  }

 private:
  guint group_ = 500;
};

inline std::string form(const char *format, int rate, int channels) {
  return std::string{"format="} + format + ", rate=" + std::to_string(rate) +
         ", channels=" + std::to_string(channels) + ", layout=interleaved";
}

/// `count` values one after another in the machine's own bytes.
template <typename Value>
Pcm pcm_of(std::int64_t count, const std::function<Value(std::int64_t)> &value) {
  Pcm pcm(static_cast<std::size_t>(count) * sizeof(Value));
  for (std::int64_t i = 0; i < count; ++i) {
    const auto each = value(i);
    std::memcpy(pcm.data() + static_cast<std::size_t>(i) * sizeof each, &each,
                sizeof each);
  }
  return pcm;
}

inline double sine(double hertz, int rate, std::int64_t sample) {
  return std::sin(2 * std::numbers::pi * hertz * static_cast<double>(sample) / rate);
}

}  // namespace redbook::test
