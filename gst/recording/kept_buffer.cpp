#include "recording/kept_buffer.hpp"

namespace redbook {
namespace {

void unref(void *buffer) { gst_buffer_unref(static_cast<GstBuffer *>(buffer)); }

}  // namespace

bool can_be_kept(GstBuffer *buffer) {
  if (buffer->pool || gst_buffer_n_memory(buffer) != 1) return false;
  auto *const memory = gst_buffer_peek_memory(buffer, 0);
  return gst_memory_is_type(memory, GST_ALLOCATOR_SYSMEM) &&
         memory->maxsize <= 2 * memory->size;
}

HeldAudio kept(GstBuffer *buffer, Bytes bytes) {
  return {bytes, {gst_buffer_ref(buffer), unref}};
}

}  // namespace redbook
