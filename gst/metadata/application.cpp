#include "metadata/application.hpp"

#include <string>

#include "bus/messages.hpp"
#include "metadata/toc.hpp"

namespace redbook {
namespace {

OwnedObject parent_of(GstElement *element) {
  return OwnedObject{gst_object_get_parent(GST_OBJECT(element))};
}

ApplicationTags tags_set_on(GstTagSetter *setter) {
  const auto *tags = gst_tag_setter_get_tag_list(setter);
  return {OwnedTags{tags ? gst_tag_list_copy(tags) : nullptr},
          gst_tag_setter_get_tag_merge_mode(setter)};
}

OwnedToc toc_set_on(GstElement *element) {
  OwnedToc toc{gst_toc_setter_get_toc(GST_TOC_SETTER(element))};
  const auto bin = parent_of(element);
  if (!toc && GST_IS_TOC_SETTER(bin.get()))
    toc.reset(gst_toc_setter_get_toc(GST_TOC_SETTER(bin.get())));
  return toc;
}

std::string fault_of_toc(const GstToc *toc) {
  const auto tracks = tracks_of(toc);
  return tracks.empty() ? "it has no times" : fault_of(tracks).value_or("");
}

}  // namespace

ApplicationTags tags_of_application(GstElement *element) {
  auto own = tags_set_on(GST_TAG_SETTER(element));
  const auto bin = parent_of(element);
  if (!GST_IS_TAG_SETTER(bin.get())) return own;
  auto around = tags_set_on(GST_TAG_SETTER(bin.get()));
  if (!own.tags) return around;
  own.tags.reset(
      gst_tag_list_merge(own.tags.get(), around.tags.get(), GST_TAG_MERGE_KEEP));
  return own;
}

OwnedToc toc_of_application(GstElement *element) {
  auto toc = toc_set_on(element);
  const auto fault = toc ? fault_of_toc(toc.get()) : std::string{};
  if (fault.empty()) return toc;
  const auto sentence =
      "The table of contents set by the application was left out: " + fault + ".";
  gst_element_post_message(element, warning_message(element, sentence, {}));
  return nullptr;
}

void forget_application_metadata(GstElement *element) {
  gst_tag_setter_reset_tags(GST_TAG_SETTER(element));
  gst_toc_setter_reset(GST_TOC_SETTER(element));
}

}  // namespace redbook
