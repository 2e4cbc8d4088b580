#include "bus/boundary.hpp"

#include "bus/messages.hpp"
#include "error.hpp"
#include "util/log.hpp"

namespace redbook {
namespace {

void post(GstElement *element, const Error &error, const char *stage) {
  GST_ERROR_OBJECT(element, "%s (%s)", error.what(), error.detail().c_str());
  gst_element_post_message(element, error_message(element, error, stage));
}

}  // namespace

void post_current_exception(GstElement *element, const char *stage) noexcept {
  try {
    throw;
  } catch (const Error &error) {
    post(element, error, stage);
  } catch (const Cancelled &) {
    GST_INFO_OBJECT(element, "%s was cancelled", stage);
  } catch (const std::exception &bug) {
    post(element,
         {Fault::stash, Result::generic, "Something went wrong in redbooksink itself.",
          bug.what()},
         stage);
  }
}

}  // namespace redbook
