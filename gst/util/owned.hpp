/// GStreamer's objects in C++ hands.
#pragma once

#include <gst/audio/audio.h>
#include <gst/gst.h>

#include <memory>

#include "bytes.hpp"

namespace redbook {

/// Gives up what GStreamer counts or allocates.
struct Unref {
  void operator()(GstToc *toc) const { gst_mini_object_unref(GST_MINI_OBJECT_CAST(toc)); }
  void operator()(GstTagList *tags) const { gst_tag_list_unref(tags); }
  void operator()(GstCaps *caps) const { gst_caps_unref(caps); }
  void operator()(GstEvent *event) const { gst_event_unref(event); }
  void operator()(GstBuffer *buffer) const { gst_buffer_unref(buffer); }
  void operator()(GstStructure *structure) const { gst_structure_free(structure); }
  void operator()(GstObject *object) const { gst_object_unref(object); }
  void operator()(GstElement *element) const { gst_object_unref(element); }
  void operator()(GstPad *pad) const { gst_object_unref(pad); }
  void operator()(GstDevice *device) const { gst_object_unref(device); }
  void operator()(char *text) const { g_free(text); }
};

using OwnedToc = std::unique_ptr<GstToc, Unref>;
using OwnedTags = std::unique_ptr<GstTagList, Unref>;
using OwnedCaps = std::unique_ptr<GstCaps, Unref>;
using OwnedEvent = std::unique_ptr<GstEvent, Unref>;
using OwnedBuffer = std::unique_ptr<GstBuffer, Unref>;
using OwnedStructure = std::unique_ptr<GstStructure, Unref>;
using OwnedObject = std::unique_ptr<GstObject, Unref>;
using OwnedElement = std::unique_ptr<GstElement, Unref>;
using OwnedPad = std::unique_ptr<GstPad, Unref>;
using OwnedDevice = std::unique_ptr<GstDevice, Unref>;
using OwnedText = std::unique_ptr<char, Unref>;

/// The bytes of a buffer, for as long as this lives; nobody may change it meanwhile.
/// Empty if they cannot be mapped.
class ReadMap {
 public:
  explicit ReadMap(GstBuffer *buffer)
      : buffer_{buffer},
        memory_{gst_buffer_n_memory(buffer) == 1 ? gst_buffer_peek_memory(buffer, 0)
                                                 : nullptr},
        mapped_{map() != FALSE} {}
  ~ReadMap() {
    if (!mapped_) return;
    if (memory_)
      gst_memory_unmap(memory_, &info_);
    else
      gst_buffer_unmap(buffer_, &info_);
  }
  ReadMap(const ReadMap &) = delete;
  ReadMap &operator=(const ReadMap &) = delete;

  explicit operator bool() const { return mapped_; }
  Bytes bytes() const {
    return mapped_ ? std::as_bytes(std::span{info_.data, info_.size}) : Bytes{};
  }

 private:
  // What is in one piece needs less.
  gboolean map() {
    return memory_ ? gst_memory_map(memory_, &info_, GST_MAP_READ)
                   : gst_buffer_map(buffer_, &info_, GST_MAP_READ);
  }

  GstBuffer *buffer_;
  GstMemory *memory_;  // the only one of the buffer
  GstMapInfo info_{};
  bool mapped_;
};

}  // namespace redbook
