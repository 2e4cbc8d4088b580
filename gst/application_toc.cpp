#include "application_toc.hpp"

#include <string>

#include "messages.hpp"
#include "toc.hpp"

namespace redbook {
namespace {

std::string fault_of_toc(const GstToc *toc) {
  const auto tracks = tracks_of(toc);
  return tracks.empty() ? "it has no times" : fault_of(tracks).value_or("");
}

}  // namespace

OwnedToc toc_of_application(GstElement *element) {
  OwnedToc toc{gst_toc_setter_get_toc(GST_TOC_SETTER(element))};
  const auto fault = toc ? fault_of_toc(toc.get()) : std::string{};
  if (fault.empty()) return toc;
  const auto sentence =
      "The table of contents set by the application was left out: " + fault + ".";
  gst_element_post_message(element, warning_message(element, sentence, {}));
  return nullptr;
}

}  // namespace redbook
