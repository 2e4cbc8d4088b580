/// The element redbookalbum.
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

#define GST_TYPE_REDBOOK_ALBUM (gst_redbook_album_get_type())
G_DECLARE_FINAL_TYPE(GstRedbookAlbum, gst_redbook_album, GST, REDBOOK_ALBUM, GstBin)

GST_ELEMENT_REGISTER_DECLARE(redbookalbum)

G_END_DECLS
