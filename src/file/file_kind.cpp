#include "file/file_kind.hpp"

#include <system_error>

#include "error.hpp"

namespace redbook {

namespace fs = std::filesystem;

std::string file_kind(const fs::file_status &status) {
  switch (status.type()) {
    case fs::file_type::regular: return "a file";
    case fs::file_type::directory: return "a folder";
    case fs::file_type::symlink: return "a link";
    case fs::file_type::fifo: return "a FIFO";
    case fs::file_type::socket: return "a socket";
    case fs::file_type::block:
    case fs::file_type::character: return "a device";
    default: return "no file";
  }
}

void check_replaceable(const fs::path &name) {
  std::error_code none;
  const auto status = fs::symlink_status(name, none);
  if (!fs::exists(status) || fs::is_regular_file(status)) return;
  throw Error{Fault::settings, Result::invalid_argument,
              "What has the name of a new file already is " + file_kind(status) +
                  ": only a regular file is replaced.",
              name.string()};
}

}  // namespace redbook
