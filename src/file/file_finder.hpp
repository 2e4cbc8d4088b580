/// Files as sheets and playlists name them, which were often written on another system.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redbook {

/// What a name may mean beside itself.
struct FileNameRules {
  /// `%20` may stand for a space: the name may be part of a URI.
  bool percent_encoded = false;
  /// Files that may stand for one with another ending: with a dot, in lower case. A sheet
  /// is often older than the FLAC that the WAV has become.
  std::vector<std::string> other_endings{};
};

/// A file or folder that a name was found to mean.
struct FoundFile {
  std::filesystem::path path{};
  /// By the last part of its name, another ending or another spelling.
  bool is_guess = false;
};

/// Finds files by name, seen from one folder. Folders are listed once, so a long playlist
/// whose names are all a little wrong stays quick.
class FileFinder {
 public:
  FileFinder(std::filesystem::path folder, FileNameRules rules);

  /// The file or folder that `name` means, or nothing. In this order: the name as it is,
  /// or in Latin-1; percent-decoded, if the rules say so; with `/` for `\`; if it is
  /// absolute, here or on Windows, its last part alone, beside the sheet; then each of
  /// these with another ending; then each, and each with another ending, in another
  /// spelling: upper and lower case and the normal form of Unicode may differ. One that
  /// several files would fit means none of them.
  std::optional<FoundFile> find(const std::string &name);

  /// The one file in the folder that is called `stem` and has one of the other endings.
  std::optional<std::filesystem::path> find_by_stem(const std::string &stem);

 private:
  using Path = std::filesystem::path;
  struct Meaning {
    std::string name{};
    bool is_last_part = false;
  };
  /// The names in a folder, by what all spellings of one have in common.
  struct Listing {
    std::multimap<std::string, std::string> by_name{};
    std::multimap<std::string, std::string> by_stem{};  // those with one of the endings
  };
  enum class Spelling { same, similar };

  std::vector<Meaning> meanings_of(const std::string &name) const;
  std::optional<Path> spelled_similarly(const std::string &name);
  std::optional<Path> with_another_ending(const std::string &name, Spelling spelling);
  const Listing &listing_of(const Path &folder);

  Path folder_;
  FileNameRules rules_;
  std::map<Path, Listing> listings_;
};

/// The files that the names of one sheet or list have come to.
class NamedFiles {
 public:
  /// Throws Error (image) if another name has come to this file, and one of the two by a
  /// guess: one of them is not there, and the disc would have the other one twice.
  void add(const std::string &name, const FoundFile &found);

 private:
  struct Named {
    std::string name{};
    bool is_guess = false;
  };

  std::map<std::filesystem::path, Named> files_;
};

}  // namespace redbook
