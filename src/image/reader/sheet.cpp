#include "image/reader/sheet.hpp"

#include <utility>

namespace redbook {

Error sheet_error(const SheetPlace &place, std::string sentence) {
  return {Fault::image, Result::invalid_image, std::move(sentence),
          place.sheet + ':' + std::to_string(place.line)};
}

}  // namespace redbook
