// SPDX-License-Identifier: GPL-2.0-or-later
// redbook-burner: one drive, one process, and the only one that knows libburn.
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "drive/drive_json.hpp"
#include "drive/system_drives.hpp"
#include "redbook-burner/command_line.hpp"
#include "redbook-burner/console.hpp"
#include "redbook-burner/drive_text.hpp"
#include "redbook-burner/image_export.hpp"
#include "redbook-burner/libburn/command_watch.hpp"
#include "redbook-burner/libburn/device_node.hpp"
#include "redbook-burner/libburn/drive_failure.hpp"
#include "redbook-burner/libburn/libburn_drive.hpp"
#include "redbook-burner/serve/serve.hpp"
#include "redbook-burner/source_disc.hpp"
#include "redbook-burner/stash_commands.hpp"
#include "redbook-burner/stop_signals.hpp"
#include "text/terminal_text.hpp"

namespace redbook {
namespace {

/// What --list says of a drive that can't be opened.
Json json_of_refusal(const std::string &device, const Error &error) {
  return {
      {"device", device}, {"error", error.what()}, {"result", name_of(error.result())}};
}

void list(const CommandLine &line) {
  auto all = Json::array();
  for (const auto &drive : drives_of_system()) {
    try {
      const auto status = LibburnDrive{drive.device}.status();
      all.push_back(json_of(status));
      if (!line.json) std::cout << terminal_text(summary(status)) << '\n';
    } catch (const Error &error) {
      all.push_back(json_of_refusal(drive.device, error));
      if (!line.json)
        std::cout << drive.device << "  " << terminal_text(error.what()) << '\n';
    }
  }
  if (line.json) std::cout << line_of(all) << '\n';
  if (!line.json && all.empty()) std::cout << "The system has no CD drive.\n";
}

void probe(const CommandLine &line) {
  const auto status = LibburnDrive{line.device}.status();
  if (line.json)
    std::cout << line_of(json_of(status)) << '\n';
  else
    std::cout << terminal_lines(details(status));
}

void erase(const CommandLine &line, const std::stop_token &stop) {
  LibburnDrive drive{line.device};
  Console console{stdout, false};
  drive.erase(line.erasing, console, stop);
  console.end_bar();
  std::cout << "The disc is blank.\n";
}

// Cancelled in track at once, libburn closes the disc behind what was written.
std::string medium_state_after_cancelling(LibburnDrive &drive,
                                          const DriveSettings &settings) {
  const auto medium = drive.status().medium;
  const bool written = CommandWatch::of_process().has_written();
  if (!settings.simulate && written && medium.state == MediumState::complete)
    return "The disc is closed with " + std::to_string(medium.tracks.size()) +
           " tracks, the last one cut short.";
  return medium_state_after(medium, settings.simulate, written);
}

/// Does `work`, which `console` shows. `summary`: what is to be said if it is cancelled.
template <typename Work, typename Summary>
void show(Console &console, Work &&work, Summary &&summary) {
  try {
    work();
  } catch (const Cancelled &) {
    console.end_bar();
    std::cerr << "Cancelled. " << summary() << '\n';
    throw;
  } catch (...) {
    console.end_bar();
    throw;
  }
  console.end_bar();
}

void burn(const CommandLine &line, const std::stop_token &stop) {
  auto image = read_disc(line.image, line.disc);
  const auto &settings = line.settings;
  Console console{stdout, settings.simulate, image.disc.tracks.size(),
                  image.disc.length()};
  const auto disc = checked_disc(image, console);
  LibburnDrive drive{line.device};
  show(
      console, [&] { drive.burn(disc, *image.stash, settings, console, stop); },
      [&] {
        return console.is_verifying() ? "The disc is burned, and not verified."
                                      : medium_state_after_cancelling(drive, settings);
      });
  std::cout << (settings.simulate ? "The simulation went well. Nothing was written.\n"
                                  : "The disc is burned.\n");
}

void verify(const CommandLine &line, const std::stop_token &stop) {
  auto image = read_disc(line.image, line.disc);
  Console console{stdout, false, image.disc.tracks.size(), image.disc.length()};
  const auto disc = checked_disc(image, console);
  LibburnDrive drive{line.device};
  show(
      console, [&] { drive.verify(disc, *image.stash, line.settings, console, stop); },
      [] { return "Not all of the disc was compared."; });
  std::cout << "The disc is what it should be.\n";
}

void carry_out(const CommandLine &line, const std::stop_token &stop) {
  switch (line.action) {
    case Action::list: return list(line);
    case Action::probe: return probe(line);
    case Action::erase: return erase(line, stop);
    case Action::eject: return LibburnDrive{line.device}.eject();
    case Action::load: return LibburnDrive{line.device}.load();
    case Action::serve:
      return serve(line.descriptor, [](const std::string &device) {
        return std::make_unique<LibburnDrive>(device);
      });
    case Action::burn: return burn(line, stop);
    case Action::verify: return verify(line, stop);
    case Action::stash_info: return tell_of_stash(line.device, line.json);
    case Action::stash_repair: return repair(line.device);
    case Action::export_image:
      return export_image(line.device, line.disc, line.image, stop);
  }
}

ExitCode code_of(const Error &error) {
  if (error.result() == Result::verification_failed) return ExitCode::verification;
  switch (error.fault()) {
    case Fault::drive: return ExitCode::drive;
    case Fault::medium: return ExitCode::medium;
    default: return ExitCode::image;
  }
}

ExitCode run(int count, char **words) {
  auto code = ExitCode::done;
  const auto line = parse_command_line(count, words, code);
  if (!line) return code;
  const StopSignals signals;  // which have no say while a player is served
  try {
    carry_out(*line, signals.token());
    return ExitCode::done;
  } catch (const Error &error) {
    std::cerr << "redbook-burner: " << terminal_lines(error.what()) << '\n';
    if (!error.detail().empty())
      std::cerr << "(" << terminal_lines(error.detail()) << ")\n";
    return code_of(error);
  } catch (const Cancelled &) {
    return ExitCode::cancelled;
  }
}

}  // namespace
}  // namespace redbook

int main(int count, char **words) {
  try {
    return static_cast<int>(redbook::run(count, words));
  } catch (const std::exception &error) {
    std::cerr << "redbook-burner: " << error.what() << '\n';
    return static_cast<int>(redbook::ExitCode::internal);
  }
}
