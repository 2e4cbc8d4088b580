#include "error.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

namespace redbook {
namespace {

bool says_disk_is_full(int number) {
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

}  // namespace

Error::Error(Fault fault, Result result, std::string sentence, std::string detail)
    : fault_{fault},
      result_{result},
      sentence_{std::move(sentence)},
      detail_{std::move(detail)} {}

Error Error::traced(DriveTrace trace) && {
  trace_ = std::move(trace);
  return std::move(*this);
}

Error Error::keeping(std::string stash) && {
  stash_ = std::move(stash);
  return std::move(*this);
}

Error Error::of_errno(Fault fault, std::string sentence, const std::string &path) {
  const int number = errno;
  const auto detail = path + ": " + std::generic_category().message(number);
  if (!says_disk_is_full(number))
    return {fault, Result::file_access, std::move(sentence), detail};
  return {
      fault, Result::not_enough_disk_for_stash,
      "There is no space left on the disk for the audio: free some, or choose another folder.",
      detail};
}

}  // namespace redbook
