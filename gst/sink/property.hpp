/// Kinds of properties, each a line in a table. All are there since the element is; one
/// that comes later has a gtk-doc comment with its `Since:` before its row.
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

/// A setting. `from` and `to` are as g_value_get_int and g_value_set_int.
template <typename Place, typename From, typename To>
Property row(GParamSpec *spec, Place place, From from, To to) {
  return {spec,
          [=](Sink &sink, const GValue *value) { set_at(sink, place, from(value)); },
          [=](const Sink &sink, GValue *value) { to(value, get_at(sink, place)); }};
}

/// What a setting is as long as nobody sets it.
template <typename Place>
ValueAt<Place> initial(Place place) {
  Settings settings;
  return std::invoke(place, settings);
}

template <typename Place>
Property text(const char *name, const char *blurb, Place place) {
  return row(
      g_param_spec_string(name, name, blurb, nullptr, setting), place,
      [](const GValue *value) {
        const char *string = g_value_get_string(value);
        return std::string{string ? string : ""};
      },
      [](GValue *value, const std::string &string) {
        g_value_set_string(value, string.empty() ? nullptr : string.c_str());
      });
}

template <typename Place>
Property flag(const char *name, const char *blurb, Place place) {
  return row(g_param_spec_boolean(name, name, blurb, initial(place), setting), place,
             g_value_get_boolean, g_value_set_boolean);
}

template <typename Place>
Property choice(const char *name, const char *blurb, GType type, Place place) {
  using Choice = ValueAt<Place>;
  return row(
      g_param_spec_enum(name, name, blurb, type, static_cast<gint>(initial(place)),
                        setting),
      place,
      [](const GValue *value) { return static_cast<Choice>(g_value_get_enum(value)); },
      [](GValue *value, Choice choice) {
        g_value_set_enum(value, static_cast<gint>(choice));
      });
}

/// A range of numbers, its ends included.
struct RealRange {
  double min = 0;
  double max = 0;
};

template <typename Place>
Property real(const char *name, const char *blurb, RealRange range, Place place) {
  return row(g_param_spec_double(name, name, blurb, range.min, range.max, initial(place),
                                 setting),
             place, g_value_get_double, g_value_set_double);
}

template <typename Place>
Property number(const char *name, const char *blurb, gint min, gint max, Place place) {
  return row(g_param_spec_int(name, name, blurb, min, max, initial(place), setting),
             place, g_value_get_int, g_value_set_int);
}

inline Blocks blocks_in(const GValue *value) { return Blocks{g_value_get_uint(value)}; }

template <typename Place>
Property length(const char *name, const char *blurb, Place place,
                GParamFlags flags = setting) {
  constexpr auto max = static_cast<guint>(max_program_length.count());
  return row(g_param_spec_uint(name, name, blurb, 0, max, 0, flags), place, blocks_in,
             [](GValue *value, Blocks length) {
               g_value_set_uint(value, static_cast<guint>(length.count()));
             });
}

// The table, in three parts.

/// What is asked of a disc, wherever it goes.
Properties disc_properties();
/// What is asked of a drive, and what it tells.
Properties drive_properties();
/// What can be read of the disc in the making: IMAPI's counters, and the findings.
Properties state_properties();

}  // namespace redbook
