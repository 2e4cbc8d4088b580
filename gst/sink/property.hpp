/// Kinds of properties, each a line in a table.
#pragma once

#include <gst/gst.h>

#include <functional>
#include <string>
#include <type_traits>
#include <vector>

#include "sink/sink.hpp"

namespace redbook {

/// One property: what gst-inspect prints, and where the value is.
struct Property {
  GParamSpec *spec;
  std::function<void(Sink &, const GValue *)> set;  ///< null: it is read only
  std::function<void(const Sink &, GValue *)> get;
};
using Properties = std::vector<Property>;

inline constexpr auto setting =
    GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_READY);
inline constexpr auto setting_at_any_time =
    GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_PLAYING);
inline constexpr auto reading = GParamFlags(G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

// What is a setting lies at a `place`: a member of Settings, or a function that gives a
// reference into it.

template <typename Place>
using ValueAt = std::remove_cvref_t<std::invoke_result_t<Place, Settings &>>;

template <typename Place>
void set_at(Sink &sink, Place place, ValueAt<Place> value) {
  sink.change_settings([&](Settings &s) { std::invoke(place, s) = std::move(value); });
}

template <typename Place>
ValueAt<Place> get_at(const Sink &sink, Place place) {
  auto settings = sink.settings();
  return std::invoke(place, settings);
}

template <typename Place>
Property text(const char *name, const char *blurb, Place place) {
  return {g_param_spec_string(name, name, blurb, nullptr, setting),
          [place](Sink &sink, const GValue *value) {
            const char *string = g_value_get_string(value);
            set_at(sink, place, string ? string : "");
          },
          [place](const Sink &sink, GValue *value) {
            const auto string = get_at(sink, place);
            g_value_set_string(value, string.empty() ? nullptr : string.c_str());
          }};
}

template <typename Place>
Property flag(const char *name, const char *blurb, Place place) {
  Settings initial;
  return {g_param_spec_boolean(name, name, blurb, std::invoke(place, initial), setting),
          [place](Sink &sink, const GValue *value) {
            set_at(sink, place, g_value_get_boolean(value));
          },
          [place](const Sink &sink, GValue *value) {
            g_value_set_boolean(value, get_at(sink, place));
          }};
}

template <typename Place>
Property choice(const char *name, const char *blurb, GType type, Place place) {
  Settings settings;
  const auto initial = static_cast<gint>(std::invoke(place, settings));
  return {g_param_spec_enum(name, name, blurb, type, initial, setting),
          [place](Sink &sink, const GValue *value) {
            set_at(sink, place, static_cast<ValueAt<Place>>(g_value_get_enum(value)));
          },
          [place](const Sink &sink, GValue *value) {
            g_value_set_enum(value, static_cast<gint>(get_at(sink, place)));
          }};
}

/// A range of numbers, its ends included.
struct RealRange {
  double least = 0;
  double most = 0;
};

template <typename Place>
Property real(const char *name, const char *blurb, RealRange range, Place place) {
  Settings settings;
  const auto initial = std::invoke(place, settings);
  return {
      g_param_spec_double(name, name, blurb, range.least, range.most, initial, setting),
      [place](Sink &sink, const GValue *value) {
        set_at(sink, place, g_value_get_double(value));
      },
      [place](const Sink &sink, GValue *value) {
        g_value_set_double(value, get_at(sink, place));
      }};
}

template <typename Place>
Property number(const char *name, const char *blurb, gint least, gint most, Place place) {
  return {g_param_spec_int(name, name, blurb, least, most, 0, setting),
          [place](Sink &sink, const GValue *value) {
            set_at(sink, place, g_value_get_int(value));
          },
          [place](const Sink &sink, GValue *value) {
            g_value_set_int(value, get_at(sink, place));
          }};
}

inline Blocks blocks_in(const GValue *value) { return Blocks{g_value_get_uint(value)}; }

template <typename Place>
Property length(const char *name, const char *blurb, Place place) {
  constexpr auto most = static_cast<guint>(max_program_length.count());
  return {
      g_param_spec_uint(name, name, blurb, 0, most, 0, setting),
      [place](Sink &sink, const GValue *value) { set_at(sink, place, blocks_in(value)); },
      [place](const Sink &sink, GValue *value) {
        g_value_set_uint(value, static_cast<guint>(get_at(sink, place).count()));
      }};
}

}  // namespace redbook
