#include "burn/failures.hpp"

#include <optional>

#include "error.hpp"

namespace redbook {
namespace {

struct LocatedError {
  std::string where;
  Error error;
};

std::optional<Error> error_in(const std::exception_ptr &outcome) {
  try {
    std::rethrow_exception(outcome);
  } catch (const Error &error) {
    return error;
  } catch (...) {
    return std::nullopt;
  }
}

std::string with(const std::string &where, const std::string &text) {
  return where.empty() || text.empty() ? text : where + ": " + text;
}

Error joined_errors(const std::vector<LocatedError> &places) {
  std::string sentence;
  std::string detail;
  for (const auto &[where, error] : places) {
    sentence += (sentence.empty() ? "" : " ") + with(where, error.what());
    if (error.detail().empty()) continue;
    detail += (detail.empty() ? "" : "\n") + with(where, error.detail());
  }
  const auto &first = places.front().error;
  return Error{first.fault(), first.result(), sentence, detail}
      .traced(first.trace())
      .keeping(first.stash());
}

}  // namespace

std::exception_ptr all_in_one(const std::vector<Failure> &failures) {
  std::vector<LocatedError> places;
  for (const auto &[where, outcome] : failures)
    if (auto error = error_in(outcome)) places.push_back({where, *std::move(error)});
  if (!places.empty()) return std::make_exception_ptr(joined_errors(places));
  return failures.empty() ? nullptr : failures.front().outcome;
}

}  // namespace redbook
