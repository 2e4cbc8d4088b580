#include "metadata/application_tags.hpp"

namespace redbook {
namespace {

ApplicationTags tags_set_on(GstTagSetter *setter) {
  const auto *tags = gst_tag_setter_get_tag_list(setter);
  return {OwnedTags{tags ? gst_tag_list_copy(tags) : nullptr},
          gst_tag_setter_get_tag_merge_mode(setter)};
}

}  // namespace

ApplicationTags tags_of_application(GstElement *element) {
  auto own = tags_set_on(GST_TAG_SETTER(element));
  const OwnedObject bin{gst_object_get_parent(GST_OBJECT(element))};
  if (!GST_IS_TAG_SETTER(bin.get())) return own;
  auto around = tags_set_on(GST_TAG_SETTER(bin.get()));
  if (!own.tags) return around;
  own.tags.reset(
      gst_tag_list_merge(own.tags.get(), around.tags.get(), GST_TAG_MERGE_KEEP));
  return own;
}

}  // namespace redbook
