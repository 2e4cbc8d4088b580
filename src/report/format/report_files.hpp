/// Where a report lies.
#pragma once

#include <filesystem>

#include "report/report.hpp"

namespace redbook {

/// A report is two files that say the same, for programs and for people, and a picture
/// if one is asked for.
struct ReportFiles {
  std::filesystem::path json;
  std::filesystem::path text;
  std::filesystem::path picture{};  ///< a page or a drawing; empty: none
};

/// The files for a location: NAME.json and NAME.txt. One of these endings, or .log for
/// the text, may be part of the location; with .html or .svg there is that file, too.
ReportFiles report_files(const std::filesystem::path &location);

/// Where the report of one of several discs goes: NAME-sr1, NAME-2, NAME-copy-2, or all
/// of these, with the ending of `location`. `device`: empty if there is one drive
/// only. An empty location stays empty.
std::string report_location(const std::filesystem::path &location, const WhichDisc &which,
                            const std::filesystem::path &device);

/// Throws Error (settings) if no report could be written. Before an hour is staged.
void check_report_files(const ReportFiles &files);

/// Adds what the picture shows of `audio`, that of the disc: reads all of it if there
/// is to be a picture. Audio that cannot be read is left out.
void add_waveform(Report &report, const ReportFiles &files, const Stash &audio);

/// Replaces what is there; all files are complete or as they were. Throws Error.
void write_report(const Report &report, const ReportFiles &files);

}  // namespace redbook
