#include "burn/rescue.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <system_error>
#include <utility>

#include "error.hpp"
#include "image/image_format.hpp"
#include "stash/cache_folder.hpp"
#include "stash/stash_folder.hpp"
#include "text/shell_word.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

Error saying(const Error &error, const std::string &more, const std::string &detail) {
  const auto sentence = std::string{error.what()} + " " + more;
  const auto details = error.detail().empty() ? detail : error.detail() + "\n" + detail;
  return Error{error.fault(), error.result(), sentence, details}.traced(error.trace());
}

bool is_same_file(int a, int b) {
  struct stat one {
  }, other{};
  return ::fstat(a, &one) == 0 && ::fstat(b, &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

/// A name by which the `number`-th image is made in its format, whatever it was asked for
/// by.
std::string name_for_export(const ImageFiles &files, int number) {
  const auto sheet = numbered(files.sheet, files.format, number);
  try {
    if (format_of(sheet, ImageFormat::automatic) == files.format) return sheet.string();
  } catch (const Error &) {
    // The ending says nothing: another one is put behind it.
  }
  return sheet.string() + kind_of(files.format).ending;
}

}  // namespace

Rescue::Rescue(const std::string &device)
    : parents_{cache_folder},
      sentence_{"The audio is kept; the details have the command that burns it."},
      before_folder_{"--device", shell_word(device)} {}

Rescue::Rescue(const ImageFiles &files)
    : parents_{[folder = files.folder()] { return folder; }, cache_folder},
      sentence_{
          "The audio is kept; the details have the command that makes the image of it."},
      before_folder_{"--export"},
      image_{[files](int number) { return shell_word(name_for_export(files, number)); }} {
}

void Rescue::remove() noexcept {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  release();
}

void Rescue::release() noexcept {
  folder_.clear();
  audio_ = {};
}

// Another disc was staged meanwhile: the older one stays for the user.
void Rescue::release_older(const Stash &stash) {
  if (keeps_stash() && !is_same_file(audio_.get(), stash.fd())) release();
}

// What the last parent says counts if none of them takes it.
void Rescue::keep(const Disc &disc, Stash &stash) {
  if (keeps_stash()) return;
  for (const auto &parent : parents_) {
    try {
      folder_ = save_stash(disc, stash, parent());
      audio_ = FileDescriptor{::fcntl(stash.fd(), F_DUPFD_CLOEXEC, 0)};
      return;
    } catch (const Error &) {
      if (&parent == &parents_.back()) throw;
    }
  }
}

std::string Rescue::command(const fs::path &folder, const WhichDisc &which) const {
  std::string line = "redbook-burner";
  for (const auto &word : before_folder_) line += ' ' + word;
  line += ' ' + shell_word(folder.string());
  if (image_) line += ' ' + image_(which.disc);
  if (which.discs > 1)
    line += " --disc " + std::to_string(which.disc) + " --capacity " +
            std::to_string(which.capacity.count());
  return line;
}

std::exception_ptr Rescue::told(const Error &error, const Disc &disc, Stash &stash,
                                const WhichDisc &which) {
  try {
    keep(disc, stash);
  } catch (const Error &second) {
    return std::make_exception_ptr(
        saying(error, std::string{"The audio could not be kept: "} + second.what(),
               second.detail()));
  }
  return std::make_exception_ptr(
      saying(error, sentence_, command(folder_, which)).keeping(folder_.string()));
}

std::exception_ptr Rescue::pointing_to(const fs::path &folder,
                                       const std::exception_ptr &outcome,
                                       const WhichDisc &which,
                                       LastTrack last_track) const {
  const auto repair =
      last_track == LastTrack::complete
          ? std::string{}
          : "redbook-burner --stash-repair " + shell_word(folder.string()) + " && ";
  try {
    if (outcome) std::rethrow_exception(outcome);
    return outcome;
  } catch (const Error &error) {
    return std::make_exception_ptr(
        saying(error, sentence_, repair + command(folder, which))
            .keeping(folder.string()));
  } catch (...) {
    return outcome;
  }
}

BurnEnd Rescue::after(const std::exception_ptr &outcome, const Disc &whole, Stash &stash,
                      const WhichDisc &which) {
  release_older(stash);
  if (!outcome) {
    if (keeps_stash()) remove();
    return {outcome, false};
  }
  auto heard = outcome;
  try {
    std::rethrow_exception(outcome);
  } catch (const Error &error) {
    heard = told(error, whole, stash, which);
  } catch (...) {
  }
  return {std::move(heard), keeps_stash()};
}

}  // namespace redbook
