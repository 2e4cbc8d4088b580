#include "report/format/report_files.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "error.hpp"
#include "file/file_kind.hpp"
#include "file/file_set.hpp"
#include "file/new_file.hpp"
#include "report/format/disc_map.hpp"
#include "report/format/html_page.hpp"
#include "report/format/report_json.hpp"
#include "report/format/report_text.hpp"
#include "report/format/svg_picture.hpp"

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
  const std::array known{".json", ".txt", ".log", ".html", ".svg"};
  const bool ours = std::find(known.begin(), known.end(), ending) != known.end();
  return ours ? ending : fs::path{};
}

bool is_page(const fs::path &file) { return file.extension() == ".html"; }

bool is_picture(const fs::path &file) {
  return is_page(file) || file.extension() == ".svg";
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
          with_ending(name, ending == ".log" ? ".log" : ".txt"),
          is_picture(location) ? location : fs::path{}};
}

void check_report_files(const ReportFiles &files) {
  const auto folder = folder_of(files.json);
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    throw Error::of_errno(Fault::settings,
                          "The folder for the report cannot be written to.",
                          folder.string());
  std::error_code none;
  for (const auto &file : {files.json, files.text, files.picture})
    if (fs::is_directory(file, none))
      throw Error{Fault::settings, Result::invalid_argument,
                  "A folder stands where the report is to be.", file.string()};
  for (const auto &file : {files.json, files.text, files.picture})
    check_replaceable(file);
}

void add_waveform(Report &report, const ReportFiles &files, const Stash &audio) {
  if (files.picture.empty()) return;
  try {
    report.waveform = waveform_of(audio, report.disc.length(), waveform_columns);
  } catch (const Error &) {
    report.waveform.clear();
  }
}

void write_report(const Report &report, const ReportFiles &files) {
  FileSet set{files.json};
  const auto add = [&set](const fs::path &file, const std::string &text) {
    write_new_file(set.add(file), text);
  };
  add(files.json, json_of(report));
  add(files.text, text_of(report));
  if (!files.picture.empty())
    add(files.picture, is_page(files.picture) ? html_of(report) : svg_of(report));
  set.commit();
}

}  // namespace redbook
