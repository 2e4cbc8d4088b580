#include "metadata/application_toc.hpp"

#include <string>

#include "bus/messages.hpp"
#include "metadata/toc.hpp"

namespace redbook {
namespace {

std::string fault_of_toc(const GstToc *toc) {
  const auto tracks = tracks_of(toc);
  return tracks.empty() ? "it has no times" : fault_of(tracks).value_or("");
}

// On the element, else on the bin around it that stands for it.
OwnedToc toc_set_on(GstElement *element) {
  OwnedToc toc{gst_toc_setter_get_toc(GST_TOC_SETTER(element))};
  const OwnedObject bin{gst_object_get_parent(GST_OBJECT(element))};
  if (!toc && GST_IS_TOC_SETTER(bin.get()))
    toc.reset(gst_toc_setter_get_toc(GST_TOC_SETTER(bin.get())));
  return toc;
}

}  // namespace

OwnedToc toc_of_application(GstElement *element) {
  auto toc = toc_set_on(element);
  const auto fault = toc ? fault_of_toc(toc.get()) : std::string{};
  if (fault.empty()) return toc;
  const auto sentence =
      "The table of contents set by the application was left out: " + fault + ".";
  gst_element_post_message(element, warning_message(element, sentence, {}));
  return nullptr;
}

}  // namespace redbook
