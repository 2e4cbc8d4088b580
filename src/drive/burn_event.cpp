#include "drive/burn_event.hpp"

namespace redbook {

const char *name_of(RequestedMedium medium) {
  switch (medium) {
    case RequestedMedium::blank: return "blank";
    case RequestedMedium::another: return "another";
    case RequestedMedium::next: break;
  }
  return "next";
}

}  // namespace redbook
