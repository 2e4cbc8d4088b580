/// The element redbookbin.
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

#define GST_TYPE_REDBOOK_BIN (gst_redbook_bin_get_type())
G_DECLARE_FINAL_TYPE(GstRedbookBin, gst_redbook_bin, GST, REDBOOK_BIN, GstBin)

GST_ELEMENT_REGISTER_DECLARE(redbookbin)

G_END_DECLS
