#include "sink/sink_properties.hpp"

#include <gst/audio/streamvolume.h>

#include "sink/property.hpp"

namespace redbook {
namespace {

// What gst-inspect shows last, comes last.
Properties all_properties() {
  Properties all;
  for (auto part : {disc_properties(), drive_properties(), state_properties()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

const Properties &properties() {
  static const auto all = all_properties();
  return all;
}

// GstStreamVolume's two come after our own.
enum class Volume : guint { volume = 1000, mute = 1001 };

void gst_redbook_sink_set_property(GObject *object, guint id, const GValue *value,
                                   GParamSpec *spec) {
  auto &sink = find_sink(object);
  if (id == static_cast<guint>(Volume::volume))
    return sink.set_volume(g_value_get_double(value));
  if (id == static_cast<guint>(Volume::mute))
    return sink.set_mute(g_value_get_boolean(value));
  if (id == 0 || id > properties().size() || !properties()[id - 1].set) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec);
    return;
  }
  properties()[id - 1].set(sink, value);
}

void gst_redbook_sink_get_property(GObject *object, guint id, GValue *value,
                                   GParamSpec *spec) {
  auto &sink = find_sink(object);
  if (id == static_cast<guint>(Volume::volume))
    return g_value_set_double(value, sink.volume());
  if (id == static_cast<guint>(Volume::mute))
    return g_value_set_boolean(value, sink.mute());
  if (id == 0 || id > properties().size()) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec);
    return;
  }
  properties()[id - 1].get(sink, value);
}

}  // namespace

void install_properties(GObjectClass *klass) {
  klass->set_property = gst_redbook_sink_set_property;
  klass->get_property = gst_redbook_sink_get_property;
  guint id = 1;
  for (const auto &property : properties())
    g_object_class_install_property(klass, id++, property.spec);
  g_object_class_override_property(klass, static_cast<guint>(Volume::volume), "volume");
  g_object_class_override_property(klass, static_cast<guint>(Volume::mute), "mute");
}

}  // namespace redbook
