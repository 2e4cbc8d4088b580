#include "util/param_specs.hpp"

#include <gst/gst.h>

namespace redbook {
namespace {

struct Words {
  const char *name;
  const char *nick;
  const char *blurb;
  GParamFlags flags;
};

Words words_of(GParamSpec *spec) {
  return {g_param_spec_get_name(spec), g_param_spec_get_nick(spec),
          g_param_spec_get_blurb(spec),
          GParamFlags(spec->flags & ~G_PARAM_STATIC_STRINGS)};
}

// Numbers have a range, texts and switches have none.

template <typename Spec, typename Make>
GParamSpec *number(const Words &words, const Spec *spec, Make make) {
  return make(words.name, words.nick, words.blurb, spec->minimum, spec->maximum,
              spec->default_value, words.flags);
}

template <typename Spec, typename Make>
GParamSpec *value(const Words &words, const Spec *spec, Make make) {
  return make(words.name, words.nick, words.blurb, spec->default_value, words.flags);
}

// What is described by the type of the value too.
GParamSpec *typed_copy_of(const Words &words, GParamSpec *spec) {
  if (GST_IS_PARAM_SPEC_ARRAY_LIST(spec))
    return gst_param_spec_array(words.name, words.nick, words.blurb,
                                GST_PARAM_SPEC_ARRAY_LIST(spec)->element_spec,
                                words.flags);
  if (G_IS_PARAM_SPEC_ENUM(spec))
    return g_param_spec_enum(words.name, words.nick, words.blurb, spec->value_type,
                             G_PARAM_SPEC_ENUM(spec)->default_value, words.flags);
  if (G_IS_PARAM_SPEC_BOXED(spec))
    return g_param_spec_boxed(words.name, words.nick, words.blurb, spec->value_type,
                              words.flags);
  g_error("a property of redbooksink, %s, has a kind of its own", words.name);
}

}  // namespace

GParamSpec *copy_of(GParamSpec *spec) {
  const auto words = words_of(spec);
  if (G_IS_PARAM_SPEC_STRING(spec))
    return value(words, G_PARAM_SPEC_STRING(spec), g_param_spec_string);
  if (G_IS_PARAM_SPEC_BOOLEAN(spec))
    return value(words, G_PARAM_SPEC_BOOLEAN(spec), g_param_spec_boolean);
  if (G_IS_PARAM_SPEC_INT(spec))
    return number(words, G_PARAM_SPEC_INT(spec), g_param_spec_int);
  if (G_IS_PARAM_SPEC_UINT(spec))
    return number(words, G_PARAM_SPEC_UINT(spec), g_param_spec_uint);
  if (G_IS_PARAM_SPEC_INT64(spec))
    return number(words, G_PARAM_SPEC_INT64(spec), g_param_spec_int64);
  if (G_IS_PARAM_SPEC_UINT64(spec))
    return number(words, G_PARAM_SPEC_UINT64(spec), g_param_spec_uint64);
  if (G_IS_PARAM_SPEC_DOUBLE(spec))
    return number(words, G_PARAM_SPEC_DOUBLE(spec), g_param_spec_double);
  return typed_copy_of(words, spec);
}

}  // namespace redbook
