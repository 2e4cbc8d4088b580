#include "util/mirror.hpp"

#include <gst/gst.h>

#include <span>
#include <vector>

namespace redbook {
namespace {

using ElementOf = GObject *(*)(GObject *);

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
GParamSpec *number_copy(const ParamInfo &info, const Spec *spec, Make make) {
  return make(info.name, info.nick, info.blurb, spec->minimum, spec->maximum,
              spec->default_value, info.flags);
}

template <typename Spec, typename Make>
GParamSpec *value_copy(const ParamInfo &info, const Spec *spec, Make make) {
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

// GObject has no copy of its own that can be installed on another class. Of the kinds
// that redbooksink's properties are.
GParamSpec *copy_of(GParamSpec *spec) {
  const auto info = info_of(spec);
  if (G_IS_PARAM_SPEC_STRING(spec))
    return value_copy(info, G_PARAM_SPEC_STRING(spec), g_param_spec_string);
  if (G_IS_PARAM_SPEC_BOOLEAN(spec))
    return value_copy(info, G_PARAM_SPEC_BOOLEAN(spec), g_param_spec_boolean);
  if (G_IS_PARAM_SPEC_INT(spec))
    return number_copy(info, G_PARAM_SPEC_INT(spec), g_param_spec_int);
  if (G_IS_PARAM_SPEC_UINT(spec))
    return number_copy(info, G_PARAM_SPEC_UINT(spec), g_param_spec_uint);
  if (G_IS_PARAM_SPEC_INT64(spec))
    return number_copy(info, G_PARAM_SPEC_INT64(spec), g_param_spec_int64);
  if (G_IS_PARAM_SPEC_UINT64(spec))
    return number_copy(info, G_PARAM_SPEC_UINT64(spec), g_param_spec_uint64);
  if (G_IS_PARAM_SPEC_DOUBLE(spec))
    return number_copy(info, G_PARAM_SPEC_DOUBLE(spec), g_param_spec_double);
  return typed_copy_of(info, spec);
}

bool is_of_every_element(const GParamSpec *spec) {
  return g_type_is_a(GST_TYPE_ELEMENT, spec->owner_type);
}

// An interface's properties are overridden, as on every class that has the interface.
void install_property(GObjectClass *klass, guint id, GParamSpec *spec) {
  if (G_TYPE_IS_INTERFACE(spec->owner_type))
    g_object_class_override_property(klass, id, spec->name);
  else
    g_object_class_install_property(klass, id, copy_of(spec));
}

void install_properties(GObjectClass *klass, GObjectClass *mirrored, guint id) {
  guint count = 0;
  auto **specs = g_object_class_list_properties(mirrored, &count);
  for (auto *spec : std::span{specs, count})
    if (!is_of_every_element(spec)) install_property(klass, id++, spec);
  g_free(specs);
}

// A closure of the mirror's class, whose data is how to find the mirrored element.
void emit_there(GClosure *, GValue *result, guint count, const GValue *arguments,
                gpointer hint, gpointer element_of) {
  auto *self = static_cast<GObject *>(g_value_get_object(arguments));
  auto *element = reinterpret_cast<ElementOf>(element_of)(self);
  const auto *name = g_signal_name(static_cast<GSignalInvocationHint *>(hint)->signal_id);
  std::vector<GValue> there(arguments, arguments + count);
  there.front() = G_VALUE_INIT;
  g_value_init(&there.front(), G_OBJECT_TYPE(element));
  g_value_set_object(&there.front(), element);
  g_signal_emitv(there.data(), g_signal_lookup(name, G_OBJECT_TYPE(element)), 0, result);
  g_value_unset(&there.front());
}

GClosure *action(ElementOf element_of) {
  auto *closure = g_closure_new_simple(sizeof(GClosure), nullptr);
  g_closure_set_meta_marshal(closure, reinterpret_cast<gpointer>(element_of), emit_there);
  return closure;
}

void install_action(GType type, guint signal, ElementOf element_of) {
  GSignalQuery query;
  g_signal_query(signal, &query);
  if (!(query.signal_flags & G_SIGNAL_ACTION)) return;
  g_signal_newv(query.signal_name, type, query.signal_flags, action(element_of), nullptr,
                nullptr, nullptr, query.return_type, query.n_params,
                const_cast<GType *>(query.param_types));
}

void notify_mirror(GObject *, GParamSpec *spec, GObject *mirror) {
  if (!is_of_every_element(spec)) g_object_notify(mirror, spec->name);
}

}  // namespace

void install_mirror(GObjectClass *klass, GType mirrored, guint first_id,
                    GObject *(*element_of)(GObject *)) {
  auto *mirrored_class = G_OBJECT_CLASS(g_type_class_ref(mirrored));
  install_properties(klass, mirrored_class, first_id);
  guint count = 0;
  auto *signals = g_signal_list_ids(mirrored, &count);
  for (const auto signal : std::span{signals, count})
    install_action(G_TYPE_FROM_CLASS(klass), signal, element_of);
  g_free(signals);
  g_type_class_unref(mirrored_class);
}

void forward_notifications(GObject *mirrored, GObject *mirror) {
  g_signal_connect_object(mirrored, "notify", G_CALLBACK(notify_mirror), mirror,
                          GConnectFlags{});
}

void set_mirrored(GObject *mirrored, const GValue *value, GParamSpec *spec) {
  g_object_set_property(mirrored, spec->name, value);
}

void get_mirrored(GObject *mirrored, GValue *value, GParamSpec *spec) {
  g_object_get_property(mirrored, spec->name, value);
}

}  // namespace redbook
