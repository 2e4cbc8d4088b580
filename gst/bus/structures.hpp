/// Structures within structures.
#pragma once

#include <gst/gst.h>

#include <memory>

namespace redbook {

struct FreeStructure {
  void operator()(GstStructure *structure) const { gst_structure_free(structure); }
};
using GstStructurePointer = std::unique_ptr<GstStructure, FreeStructure>;

/// Sets a field of `structure` to a copy of `part`.
inline void set(GstStructure *structure, const char *field,
                const GstStructurePointer &part) {
  gst_structure_set(structure, field, GST_TYPE_STRUCTURE, part.get(), nullptr);
}

/// Appends `part`, which it takes, to a GST_TYPE_ARRAY.
inline void append(GValue *array, GstStructure *part) {
  GValue value = G_VALUE_INIT;
  g_value_init(&value, GST_TYPE_STRUCTURE);
  g_value_take_boxed(&value, part);
  gst_value_array_append_and_take_value(array, &value);
}

}  // namespace redbook
