#include "report/report_files.hpp"

#include <unistd.h>

#include "error.hpp"
#include "image/replacement.hpp"
#include "report/report_json.hpp"
#include "report/report_text.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

fs::path with_ending(fs::path name, const char *ending) { return name += ending; }

fs::path folder_of(const fs::path &file) {
  return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

/// What a report's files may end with; another ending belongs to the name.
fs::path ending_of(const fs::path &location) {
  const auto ending = location.extension();
  return ending == ".json" || ending == ".txt" || ending == ".log" ? ending : fs::path{};
}

fs::path name_of(fs::path location) {
  return ending_of(location).empty() ? location : location.replace_extension();
}

}  // namespace

std::string report_location(const fs::path &location, const WhichDisc &which,
                            const fs::path &device) {
  if (location.empty()) return {};
  auto name = name_of(location);
  if (!device.empty()) name += '-' + device.filename().string();
  if (which.disc > 1) name += '-' + std::to_string(which.disc);
  if (which.copy > 1) name += "-copy-" + std::to_string(which.copy);
  return name += ending_of(location);
}

ReportFiles report_files(const fs::path &location) {
  const auto ending = ending_of(location);
  const auto name = name_of(location);
  return {with_ending(name, ".json"),
          with_ending(name, ending == ".log" ? ".log" : ".txt")};
}

void check_report_files(const ReportFiles &files) {
  const auto folder = folder_of(files.json);
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    throw Error::of_errno(Fault::settings,
                          "The folder for the report cannot be written to.",
                          folder.string());
  for (const auto &file : {files.json, files.text})
    if (fs::is_directory(file))
      throw Error{Fault::settings, Result::invalid_argument,
                  "A folder stands where the report is to be.", file.string()};
}

void write_report(const Report &report, const ReportFiles &files) {
  Replacement json{files.json};
  Replacement text{files.text};
  write_new_file(json.temporary_name(), json_of(report));
  write_new_file(text.temporary_name(), text_of(report));
  json.swap_in();
  text.swap_in();
  json.keep();
  text.keep();
  sync_folder(folder_of(files.json));
}

}  // namespace redbook
