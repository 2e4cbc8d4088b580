#include "pad_monitor.hpp"

#include <gst/gst.h>

namespace redbook::test {
namespace {

/// The functions that a pad had.
struct Functions {
  GstPadChainFunction chain;
  GstPadChainListFunction chain_list;
  GstPadEventFunction event;
  GstPadEventFullFunction event_full;
  GstPadQueryFunction query;
  GstPadActivateModeFunction activate_mode;
  GstPadLinkFunction link;
  GstPadUnlinkFunction unlink;
};

GQuark quark() { return g_quark_from_static_string("redbook-monitored-functions"); }

Functions *functions_of(GstPad *pad) {
  return static_cast<Functions *>(g_object_get_qdata(G_OBJECT(pad), quark()));
}

GstFlowReturn chain(GstPad *pad, GstObject *parent, GstBuffer *buffer) {
  return functions_of(pad)->chain(pad, parent, buffer);
}

GstFlowReturn chain_list(GstPad *pad, GstObject *parent, GstBufferList *list) {
  return functions_of(pad)->chain_list(pad, parent, list);
}

gboolean event(GstPad *pad, GstObject *parent, GstEvent *event) {
  return functions_of(pad)->event(pad, parent, event);
}

GstFlowReturn event_full(GstPad *pad, GstObject *parent, GstEvent *event) {
  return functions_of(pad)->event_full(pad, parent, event);
}

gboolean query(GstPad *pad, GstObject *parent, GstQuery *query) {
  return functions_of(pad)->query(pad, parent, query);
}

gboolean activate_mode(GstPad *pad, GstObject *parent, GstPadMode mode, gboolean active) {
  return functions_of(pad)->activate_mode(pad, parent, mode, active);
}

GstPadLinkReturn link(GstPad *pad, GstObject *parent, GstPad *peer) {
  return functions_of(pad)->link(pad, parent, peer);
}

void unlink(GstPad *pad, GstObject *parent) { functions_of(pad)->unlink(pad, parent); }

void monitor(GstPad *pad) {
  if (functions_of(pad)) return;
  const auto *had = new Functions{GST_PAD_CHAINFUNC(pad), GST_PAD_CHAINLISTFUNC(pad),
                                  GST_PAD_EVENTFUNC(pad), GST_PAD_EVENTFULLFUNC(pad),
                                  GST_PAD_QUERYFUNC(pad), GST_PAD_ACTIVATEMODEFUNC(pad),
                                  GST_PAD_LINKFUNC(pad),  GST_PAD_UNLINKFUNC(pad)};
  g_object_set_qdata_full(
      G_OBJECT(pad), quark(), const_cast<Functions *>(had),
      [](gpointer functions) { delete static_cast<Functions *>(functions); });
  if (GST_PAD_IS_SINK(pad)) {
    if (had->chain) gst_pad_set_chain_function(pad, chain);
    if (had->chain_list) gst_pad_set_chain_list_function(pad, chain_list);
  }
  if (had->event_full)
    gst_pad_set_event_full_function(pad, event_full);
  else if (had->event)
    gst_pad_set_event_function(pad, event);
  if (had->query) gst_pad_set_query_function(pad, query);
  if (had->activate_mode) gst_pad_set_activatemode_function(pad, activate_mode);
  if (had->link) gst_pad_set_link_function(pad, link);
  if (had->unlink) gst_pad_set_unlink_function(pad, unlink);
}

gboolean monitor_added(GSignalInvocationHint *, guint, const GValue *values, gpointer) {
  monitor(GST_PAD(g_value_get_object(&values[1])));
  return TRUE;
}

gboolean monitor_linked(GSignalInvocationHint *, guint, const GValue *values, gpointer) {
  auto *pad = GST_PAD(g_value_get_object(&values[0]));
  if (!GST_OBJECT_PARENT(pad)) monitor(pad);
  return TRUE;
}

}  // namespace

void monitor_pads() {
  g_signal_add_emission_hook(g_signal_lookup("pad-added", GST_TYPE_ELEMENT), 0,
                             monitor_added, nullptr, nullptr);
  g_signal_add_emission_hook(g_signal_lookup("linked", GST_TYPE_PAD), 0, monitor_linked,
                             nullptr, nullptr);
}

}  // namespace redbook::test
