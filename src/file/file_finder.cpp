#include "file/file_finder.hpp"

#include <glib.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "error.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path &path) {
  std::error_code none;
  return fs::exists(path, none);
}

/// What all spellings of a name have in common: its normal form C, without case. What is
/// not UTF-8 is spelled in one way only.
std::string key_of(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const auto *form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || !is_utf8(name)) return std::string{name};
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece{name.data(), static_cast<std::int32_t>(name.size())});
  auto folded = form->normalize(text, status);
  folded.foldCase();
  std::string key;
  form->normalize(folded, status).toUTF8String(key);
  return key;
}

std::string stem_of(const std::string &name) { return fs::path{name}.stem().string(); }

std::string ending_of(const std::string &name) {
  auto ending = fs::path{name}.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), g_ascii_tolower);
  return ending;
}

/// As old systems wrote it; `name` itself if it has other characters.
std::string in_latin_1(const std::string &name) {
  const std::unique_ptr<char, decltype(&g_free)> bytes{
      g_convert(name.data(), static_cast<gssize>(name.size()), "ISO-8859-1", "UTF-8",
                nullptr, nullptr, nullptr),
      g_free};
  return bytes ? bytes.get() : name;
}

std::string with_slashes(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

/// Here or on Windows.
bool is_absolute(const std::string &name) {
  const bool has_drive = name.size() > 1 && g_ascii_isalpha(name[0]) && name[1] == ':';
  return has_drive || name.starts_with('/') || name.starts_with('\\');
}

std::string last_part_of(const std::string &name) {
  return name.substr(name.find_last_of("/\\") + 1);
}

}  // namespace

FileFinder::FileFinder(Path folder, FileNameRules rules)
    : folder_{std::move(folder)}, rules_{std::move(rules)} {}

std::vector<FileFinder::Meaning> FileFinder::meanings_of(const std::string &name) const {
  std::vector<Meaning> meanings;
  const auto add = [&meanings](const std::string &meaning, bool is_last_part = false) {
    const bool is_known =
        std::any_of(meanings.begin(), meanings.end(),
                    [&](const Meaning &other) { return other.name == meaning; });
    if (!meaning.empty() && meaning.find('\0') == meaning.npos && !is_known)
      meanings.push_back({meaning, is_last_part});
  };
  add(name);
  add(in_latin_1(name));
  if (rules_.percent_encoded) add(percent_decoded(name));
  for (const auto &meaning : std::vector{meanings}) add(with_slashes(meaning.name));
  for (const auto &meaning : std::vector{meanings})
    if (is_absolute(meaning.name)) add(last_part_of(meaning.name), true);
  return meanings;
}

const FileFinder::Listing &FileFinder::listing_of(const Path &folder) {
  const auto [known, is_new] = listings_.try_emplace(folder);
  auto &listing = known->second;
  const auto &endings = rules_.other_endings;
  std::error_code failed;
  if (is_new)
    for (fs::directory_iterator at{folder.empty() ? "." : folder, failed}, end;
         !failed && at != end; at.increment(failed)) {
      const auto name = at->path().filename().string();
      listing.by_name.emplace(key_of(name), name);
      if (std::find(endings.begin(), endings.end(), ending_of(name)) != endings.end())
        listing.by_stem.emplace(key_of(stem_of(name)), name);
    }
  return listing;
}

// Part by part, as a folder may be spelled differently too.
std::optional<fs::path> FileFinder::spelled_similarly(const std::string &name) {
  const Path wanted{name};
  auto path = wanted.is_absolute() ? wanted.root_path() : folder_;
  for (const auto &part : wanted.relative_path()) {
    if (is_there(path / part)) {
      path /= part;
      continue;
    }
    const auto [first, last] =
        listing_of(path).by_name.equal_range(key_of(part.string()));
    if (std::distance(first, last) != 1) return std::nullopt;
    path /= first->second;
  }
  return path;
}

std::optional<fs::path> FileFinder::with_another_ending(const std::string &name,
                                                        Spelling spelling) {
  const auto parent = fs::path{name}.parent_path();
  const auto folder = spelling == Spelling::same ? std::optional{folder_ / parent}
                                                 : spelled_similarly(parent.string());
  if (!folder || rules_.other_endings.empty()) return std::nullopt;
  const auto stem = stem_of(name);
  const auto [first, last] = listing_of(*folder).by_stem.equal_range(key_of(stem));
  std::vector<std::string> found;
  for (auto at = first; at != last; ++at)
    if (spelling == Spelling::similar || stem_of(at->second) == stem)
      found.push_back(at->second);
  if (found.size() != 1) return std::nullopt;
  return *folder / found.front();
}

std::optional<FoundFile> FileFinder::find(const std::string &name) {
  const auto meanings = meanings_of(name);
  for (const auto &[meaning, is_last_part] : meanings)
    if (is_there(folder_ / meaning)) return FoundFile{folder_ / meaning, is_last_part};
  for (const auto &[meaning, is_last_part] : meanings)
    if (auto path = with_another_ending(meaning, Spelling::same))
      return FoundFile{*path, true};
  for (const auto &[meaning, is_last_part] : meanings)
    if (auto path = spelled_similarly(meaning)) return FoundFile{*path, true};
  for (const auto &[meaning, is_last_part] : meanings)
    if (auto path = with_another_ending(meaning, Spelling::similar))
      return FoundFile{*path, true};
  return std::nullopt;
}

std::optional<fs::path> FileFinder::find_by_stem(const std::string &stem) {
  for (const auto spelling : {Spelling::same, Spelling::similar})
    if (auto path = with_another_ending(stem + '.', spelling)) return path;
  return std::nullopt;
}

void NamedFiles::add(const std::string &name, const FoundFile &found) {
  std::error_code failed;
  auto file = fs::canonical(found.path, failed);
  if (failed) file = found.path.lexically_normal();
  const auto [at, is_new] =
      files_.try_emplace(std::move(file), Named{name, found.is_guess});
  const auto &other = at->second;
  if (is_new || other.name == name || !(other.is_guess || found.is_guess)) return;
  throw Error{
      Fault::image, Result::invalid_image,
      "Two names come to one and the same file, so one of them is not there: correct the names.",
      other.name + " and " + name + " would both be " + found.path.string()};
}

}  // namespace redbook
