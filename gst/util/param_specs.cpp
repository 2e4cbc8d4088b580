#include "util/param_specs.hpp"

#include <gst/gst.h>

namespace redbook {
namespace {

struct ParamInfo {
  const char *name;
  const char *nick;
  const char *blurb;
  GParamFlags flags;
};

ParamInfo info_of(GParamSpec *spec) {
  return {g_param_spec_get_name(spec), g_param_spec_get_nick(spec),
          g_param_spec_get_blurb(spec),
          GParamFlags(spec->flags & ~G_PARAM_STATIC_STRINGS)};
}

// Numbers have a range, texts and switches have none.

template <typename Spec, typename Make>
GParamSpec *number(const ParamInfo &info, const Spec *spec, Make make) {
  return make(info.name, info.nick, info.blurb, spec->minimum, spec->maximum,
              spec->default_value, info.flags);
}

template <typename Spec, typename Make>
GParamSpec *value(const ParamInfo &info, const Spec *spec, Make make) {
  return make(info.name, info.nick, info.blurb, spec->default_value, info.flags);
}

// What is described by the type of the value too.
GParamSpec *typed_copy_of(const ParamInfo &info, GParamSpec *spec) {
  if (GST_IS_PARAM_SPEC_ARRAY_LIST(spec))
    return gst_param_spec_array(info.name, info.nick, info.blurb,
                                GST_PARAM_SPEC_ARRAY_LIST(spec)->element_spec,
                                info.flags);
  if (G_IS_PARAM_SPEC_ENUM(spec))
    return g_param_spec_enum(info.name, info.nick, info.blurb, spec->value_type,
                             G_PARAM_SPEC_ENUM(spec)->default_value, info.flags);
  if (G_IS_PARAM_SPEC_BOXED(spec))
    return g_param_spec_boxed(info.name, info.nick, info.blurb, spec->value_type,
                              info.flags);
  g_error("a property of redbooksink, %s, has a kind of its own", info.name);
}

}  // namespace

GParamSpec *copy_of(GParamSpec *spec) {
  const auto info = info_of(spec);
  if (G_IS_PARAM_SPEC_STRING(spec))
    return value(info, G_PARAM_SPEC_STRING(spec), g_param_spec_string);
  if (G_IS_PARAM_SPEC_BOOLEAN(spec))
    return value(info, G_PARAM_SPEC_BOOLEAN(spec), g_param_spec_boolean);
  if (G_IS_PARAM_SPEC_INT(spec))
    return number(info, G_PARAM_SPEC_INT(spec), g_param_spec_int);
  if (G_IS_PARAM_SPEC_UINT(spec))
    return number(info, G_PARAM_SPEC_UINT(spec), g_param_spec_uint);
  if (G_IS_PARAM_SPEC_INT64(spec))
    return number(info, G_PARAM_SPEC_INT64(spec), g_param_spec_int64);
  if (G_IS_PARAM_SPEC_UINT64(spec))
    return number(info, G_PARAM_SPEC_UINT64(spec), g_param_spec_uint64);
  if (G_IS_PARAM_SPEC_DOUBLE(spec))
    return number(info, G_PARAM_SPEC_DOUBLE(spec), g_param_spec_double);
  return typed_copy_of(info, spec);
}

}  // namespace redbook
