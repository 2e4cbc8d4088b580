/// Decoders that GStreamer's decodebins lose music of, made safe for them.
#pragma once

namespace decoding {

/// Some elements read a file on a thread of their own and bring its audio at once. In
/// GStreamer 1.22 that is now and then before uridecodebin has linked them: then they
/// stop, their error is swallowed, and everybody waits forever. This registers, in this
/// process alone, an element for each of them that holds it and shows its pad once there
/// is audio, which no decodebin misses. Call it after gst_init().
void register_steady_decoders();

}  // namespace decoding
