#include "image/reader/sheet_files.hpp"

#include <map>
#include <optional>

#include "file/file_finder.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

/// Looks for the files of one sheet, with a finder for each set of endings.
class SheetFiles {
 public:
  SheetFiles(const Sheet &sheet, const fs::path &path, std::vector<std::string> &remarks)
      : sheet_{sheet}, path_{path}, remarks_{remarks} {}

  fs::path path_of(const AudioFile &file, const std::vector<std::string> &endings) {
    const auto folder = path_.parent_path();
    auto &finder =
        finders_.try_emplace(endings, folder, FileNameRules{.other_endings = endings})
            .first->second;
    if (const auto found = finder.find(file.name)) {
      note(file, *found);
      return found->path;
    }
    return named_as_the_sheet(file, finder).value_or(folder / file.name);
  }

 private:
  void note(const AudioFile &file, const FoundFile &found) {
    try {
      named_.add(file.name, found);
    } catch (const Error &error) {
      throw with_place(error, {path_.string(), file.line});
    }
  }

  std::optional<fs::path> named_as_the_sheet(const AudioFile &file, FileFinder &finder) {
    if (sheet_.files.size() != 1) return std::nullopt;
    auto found = finder.find_by_stem(path_.stem().string());
    if (found)
      remarks_.push_back(path_.string() + " names " + file.name +
                         ", which is not there: " + found->string() + " is taken.");
    return found;
  }

  const Sheet &sheet_;
  const fs::path &path_;
  std::vector<std::string> &remarks_;
  std::map<std::vector<std::string>, FileFinder> finders_;
  NamedFiles named_;
};

}  // namespace

std::vector<fs::path> files_of(const Sheet &sheet, const fs::path &path,
                               const EndingsFor &endings_for,
                               std::vector<std::string> &remarks) {
  SheetFiles files{sheet, path, remarks};
  std::vector<fs::path> paths;
  for (const auto &file : sheet.files)
    paths.push_back(files.path_of(file, endings_for(file.format)));
  return paths;
}

}  // namespace redbook
