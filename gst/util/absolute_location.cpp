#include "util/absolute_location.hpp"

#include <system_error>

#include "error.hpp"

namespace redbook {

std::filesystem::path absolute_location(const std::string &location) {
  std::error_code failed;
  auto path = std::filesystem::absolute(location, failed);
  if (failed)
    throw Error{Fault::settings, Result::invalid_argument,
                "The current folder is gone: give a path that begins with /.",
                location + ": " + failed.message()};
  return path;
}

}  // namespace redbook
