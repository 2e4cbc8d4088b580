/// What went wrong in several places, told as one.
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace redbook {

struct Failure {
  std::string where{};  ///< "/dev/sr1, copy 2 of 3"; empty: there is one place only
  std::exception_ptr outcome{};
};

/// Null if nothing failed. An Error if there is one, the first, its sentence and its
/// detail telling of all; else what was thrown, Cancelled say.
std::exception_ptr all_in_one(const std::vector<Failure> &failures);

}  // namespace redbook
