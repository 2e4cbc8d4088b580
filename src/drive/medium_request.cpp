#include "drive/medium_request.hpp"

namespace redbook {

const char *name_of(Wanted wanted) {
  switch (wanted) {
    case Wanted::blank: return "blank";
    case Wanted::another: return "another";
    case Wanted::next: break;
  }
  return "next";
}

}  // namespace redbook
