/// The pads of redbookalbum.
#pragma once

#include <gst/gst.h>

#include "album/branch.hpp"

G_BEGIN_DECLS

#define GST_TYPE_REDBOOK_ALBUM_PAD (gst_redbook_album_pad_get_type())
G_DECLARE_FINAL_TYPE(GstRedbookAlbumPad, gst_redbook_album_pad, GST, REDBOOK_ALBUM_PAD,
                     GstPad)

G_END_DECLS

namespace redbook {

/// A new pad track_NUMBER, floating. `output` must outlive its streams.
GstPad *new_album_pad(AlbumOutput &output, GstPadTemplate *templ, Turns::Number number);

/// What comes at the pad.
Branch &branch_of(GstPad *pad);

}  // namespace redbook
