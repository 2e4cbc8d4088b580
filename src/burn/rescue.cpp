#include "burn/rescue.hpp"

#include <glib.h>

#include <memory>
#include <system_error>
#include <utility>

#include "error.hpp"
#include "stash/cache_folder.hpp"
#include "stash/stash_folder.hpp"

namespace redbook {
namespace {

std::string shell_word(const std::string &word) {
  const std::unique_ptr<char, decltype(&g_free)> text{g_shell_quote(word.c_str()),
                                                      g_free};
  return text.get();
}

Error saying(const Error &error, const std::string &more, const std::string &detail) {
  const auto sentence = std::string{error.what()} + " " + more;
  const auto details = error.detail().empty() ? detail : error.detail() + "\n" + detail;
  return Error{error.fault(), error.result(), sentence, details}.traced(error.trace());
}

}  // namespace

void Rescue::forget() noexcept {
  std::error_code ignored;
  std::filesystem::remove_all(std::exchange(folder_, {}), ignored);
}

std::exception_ptr Rescue::told(const Error &error, const Disc &disc, Stash &stash) {
  try {
    if (!keeps_stash()) folder_ = save_stash(disc, stash, cache_folder());
  } catch (const Error &second) {
    return std::make_exception_ptr(
        saying(error, std::string{"The audio could not be kept: "} + second.what(),
               second.detail()));
  }
  const auto command = "redbook-burner --device " + shell_word(device_) + ' ' +
                       shell_word(folder_.string());
  return std::make_exception_ptr(
      saying(error, "The audio is kept; the details have the command that burns it.",
             command)
          .keeping(folder_.string()));
}

std::exception_ptr Rescue::after(const std::exception_ptr &outcome, const Disc &disc,
                                 Stash &stash) {
  if (!outcome) {
    if (keeps_stash()) forget();
    return outcome;
  }
  try {
    std::rethrow_exception(outcome);
  } catch (const Error &error) {
    return told(error, disc, stash);
  } catch (...) {
    return outcome;
  }
}

}  // namespace redbook
