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

/// Finds files by name, seen from one folder. Folders are listed once, so a long playlist
/// whose names are all a little wrong stays quick.
class FileFinder {
 public:
  FileFinder(std::filesystem::path folder, FileNameRules rules);

  /// The file or folder that `name` means, or nothing. In this order: the name as it is,
  /// or in Latin-1; percent-decoded, if the rules say so; with `/` for `\`; its last part
  /// alone, beside the sheet; then each of these with another ending; then each, and each
  /// with another ending, in another spelling: upper and lower case and the normal form
  /// of Unicode may differ. One that several files would fit means none of them.
  std::optional<std::filesystem::path> find(const std::string &name);

  /// The one file in the folder that is called `stem` and has one of the other endings.
  std::optional<std::filesystem::path> find_by_stem(const std::string &stem);

  /// The file that `sheet` in the folder names, the only one that it does if
  /// `is_only_one`: such a file may be called as the sheet is. Then `remarks` get a
  /// sentence. What is not there is the name seen from the folder.
  std::filesystem::path find_for_sheet(const std::filesystem::path &sheet,
                                       const std::string &name, bool is_only_one,
                                       std::vector<std::string> &remarks);

 private:
  using Path = std::filesystem::path;
  using Names = std::vector<std::string>;
  /// The names in a folder, by what all spellings of one have in common.
  struct Listing {
    std::multimap<std::string, std::string> by_name{};
    std::multimap<std::string, std::string> by_stem{};  // those with one of the endings
  };
  enum class Spelling { same, similar };

  Names meanings_of(const std::string &name) const;
  std::optional<Path> spelled_similarly(const std::string &name);
  std::optional<Path> with_another_ending(const std::string &name, Spelling spelling);
  const Listing &listing_of(const Path &folder);

  Path folder_;
  FileNameRules rules_;
  std::map<Path, Listing> listings_;
};

}  // namespace redbook
