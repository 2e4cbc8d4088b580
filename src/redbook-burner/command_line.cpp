// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <iostream>
#include <map>

#include "text/text_encoding.hpp"
#include "units.hpp"

namespace redbook {
namespace {

constexpr auto exit_codes = R"(Exit codes:
  0  done
  1  the program itself has failed
  2  the command line is wrong
  3  the drive can't be used, or has failed
  4  the disc in the drive won't do
  5  the image or the stash can't be read, or no disc can be made of it
  6  cancelled by a signal; the last line says what became of the disc
  7  the disc was compared, and is not what it should be

Examples:
  redbook-burner --list
  redbook-burner --probe /dev/sr0
  redbook-burner --device /dev/sr0 --blank fast --write-speed 8x album.cue
  redbook-burner --verify /dev/sr0 album.cue
  redbook-burner --stash-info ~/stash
  redbook-burner --device /dev/sr0 --disc 2 ~/stash
  redbook-burner --export album.cue album.ddp
)";

/// What the command line says before it is one action.
struct Arguments {
  CommandLine line{};
  bool list = false;
  std::string probe{}, erase{}, eject{}, load{}, verify{};
  std::string stash_info{}, stash_repair{}, exported{};
  int disc = 0;
  std::int64_t capacity = 0;
  bool quick = false;
  bool full = false;
  bool no_finalize = false;
  bool no_protection = false;
  std::string speed{};
};

/// More than any drive has, and still a number when it is multiplied.
constexpr int max_speed = 1000000;

/// Blocks a second: "600", or "8x" of 75.
int speed_of(const std::string &text) {
  std::size_t used = 0;
  const int number = std::stoi(text, &used);
  const auto unit = text.substr(used);
  const bool possible = number >= 0 && number <= max_speed;
  if (!possible || (!unit.empty() && unit != "x")) throw std::invalid_argument{text};
  return unit.empty() ? number : number * static_cast<int>(blocks_per_second);
}

std::string check_speed(const std::string &text) {
  try {
    speed_of(text);
    return {};
  } catch (const std::logic_error &) {
    return "a speed is blocks a second, such as 600, or a multiple of 75, such as 8x";
  }
}

std::string check_charset(const std::string &name) {
  return is_charset(name) ? "" : "ICU knows no charset of this name";
}

void add_actions(CLI::App &app, Arguments &arguments) {
  const auto add = [&](const char *name, auto &value, const char *help) {
    app.add_option(name, value, help)->type_name("DEVICE")->group("What to do");
  };
  app.add_flag("--list", arguments.list, "List the drives and what is in them")
      ->group("What to do");
  add("--probe", arguments.probe, "Tell what a drive and its disc are like");
  add("--device", arguments.line.device, "Burn IMAGE on this drive");
  add("--verify", arguments.verify, "Compare the disc in this drive with IMAGE");
  add("--erase", arguments.erase, "Make a CD-RW blank");
  add("--eject", arguments.eject, "Open the tray");
  add("--load", arguments.load, "Close the tray");
  const auto stash = [&](const char *name, auto &value, const char *help) {
    return app.add_option(name, value, help)->type_name("FOLDER")->group("What to do");
  };
  stash("--stash-info", arguments.stash_info, "Check a stash, and tell what it holds");
  stash("--stash-repair", arguments.stash_repair,
        "Save what is there of a damaged stash");
  stash("--export", arguments.exported,
        "Write a stash, or an image, as the disc image IMAGE")
      ->type_name("FOLDER|FILE");
  app.add_option("--serve", arguments.line.descriptor)->group("");
  app.add_option("IMAGE", arguments.line.image,
                 "Cue sheet or cdrdao TOC file of the disc, or the folder of a stash")
      ->type_name("FILE.cue|FILE.toc|FOLDER");
}

void add_choice(CLI::App &app, Arguments &arguments) {
  app.add_option("--disc", arguments.disc,
                 "Which disc of a stash that is longer than one, from 1 on")
      ->check(CLI::Range(1, max_staged_tracks).description(""))
      ->type_name("NUMBER")
      ->group("Which disc");
  app.add_option("--capacity", arguments.capacity,
                 "What a disc holds, in blocks; without it: 359849, 80 minutes")
      ->check(CLI::Range(std::int64_t{1}, max_program_length.count()).description(""))
      ->type_name("BLOCKS")
      ->group("Which disc");
  app.add_option("--cue-charset", arguments.line.disc.charset,
                 "Charset of a cue sheet that is not in UTF-8; without it: a guess")
      ->check(CLI::Validator{check_charset, "", "charset"})
      ->type_name("CHARSET")
      ->group("Which disc");
}

/// An option whose value is a word of the enumeration.
template <typename Enumeration>
CLI::Option *add_words(CLI::App &app, const char *name, Enumeration &value,
                       const char *help) {
  std::map<std::string, Enumeration> values;
  std::string choice;
  for (const char *word : words<Enumeration>) {
    values.emplace(word, static_cast<Enumeration>(values.size()));
    choice += (choice.empty() ? "" : "|") + std::string{word};
  }
  return app.add_option(name, value, help)
      ->transform(CLI::CheckedTransformer(values).description(""))
      ->type_name(choice);
}

void add_settings(CLI::App &app, Arguments &arguments) {
  auto &settings = arguments.line.settings;
  const auto add = [&](CLI::Option *option) { option->group("How to burn"); };
  add(add_words(app, "--write-mode", settings.write_mode,
                "Session at once, track at once, or what fits best (auto)"));
  add(app.add_option("--write-speed", arguments.speed,
                     "Blocks a second, or a multiple of 75; without it: the fastest")
          ->check(CLI::Validator{check_speed, "", "speed"})
          ->type_name("600|8x"));
  add(app.add_flag("--simulate", settings.simulate,
                   "Do everything but with the laser off"));
  add(add_words(app, "--blank", settings.blank, "Erase a CD-RW first"));
  add(app.add_flag("--overburn", settings.overburn, "Try what is too long for the disc"));
  add(app.add_flag("--no-finalize", arguments.no_finalize, "Leave the disc open"));
  add(app.add_flag("--no-underrun-protection", arguments.no_protection,
                   "Do without pauses when the buffer is empty"));
  add(app.add_option("--write-offset", settings.write_offset,
                     "Samples to write early, since the drive writes late")
          ->type_name("SAMPLES"));
  add(add_words(
      app, "--verify-after", settings.verify,
      "Read the disc back: its layout, codes and texts (quick), or its audio, too (full)"));
  add(app.add_flag("--eject-after", settings.eject, "Open the tray after the burn"));
}

struct Candidate {
  bool given;
  Action action;
  const std::string &device;  // or what else is worked on
};

/// The one thing to do.
Candidate action_in(const Arguments &arguments) {
  const std::array all{
      Candidate{arguments.list, Action::list, arguments.line.device},
      Candidate{!arguments.probe.empty(), Action::probe, arguments.probe},
      Candidate{!arguments.line.device.empty(), Action::burn, arguments.line.device},
      Candidate{!arguments.verify.empty(), Action::verify, arguments.verify},
      Candidate{!arguments.erase.empty(), Action::erase, arguments.erase},
      Candidate{!arguments.eject.empty(), Action::eject, arguments.eject},
      Candidate{!arguments.load.empty(), Action::load, arguments.load},
      Candidate{!arguments.stash_info.empty(), Action::stash_info, arguments.stash_info},
      Candidate{!arguments.stash_repair.empty(), Action::stash_repair,
                arguments.stash_repair},
      Candidate{!arguments.exported.empty(), Action::export_image, arguments.exported},
      Candidate{arguments.line.descriptor >= 0, Action::serve, arguments.line.device}};
  const auto given = [](const Candidate &candidate) { return candidate.given; };
  if (std::count_if(all.begin(), all.end(), given) != 1)
    throw CLI::ValidationError{
        "say one thing to do: --list, --probe, --device, --verify, --erase, --eject, --load, --stash-info, --stash-repair or --export"};
  return *std::find_if(all.begin(), all.end(), given);
}

/// The action, and what belongs to it.
CommandLine line_of(const Arguments &arguments) {
  const auto action = action_in(arguments);
  auto line = arguments.line;
  line.action = action.action;
  line.device = action.device;
  line.settings.finalize = !arguments.no_finalize;
  line.settings.buffer_underrun_free = !arguments.no_protection;
  if (!arguments.speed.empty()) line.settings.write_speed = speed_of(arguments.speed);
  if (action.action == Action::verify)
    line.settings.verify = arguments.quick ? Verify::quick : Verify::full;
  if (arguments.full) line.erasing = Blanking::full;
  if (arguments.disc > 0) line.disc.number = arguments.disc;
  if (arguments.capacity > 0) line.disc.capacity = Blocks{arguments.capacity};
  return line;
}

void check(const CommandLine &line) {
  const bool takes_image = line.action == Action::burn || line.action == Action::verify ||
                           line.action == Action::export_image;
  if (takes_image && line.image.empty()) throw CLI::RequiredError{"IMAGE"};
  if (!takes_image && !line.image.empty()) throw CLI::ExtrasError{{line.image}};
  const auto &disc = line.disc;
  if (!takes_image && (disc.number || disc.capacity || !disc.charset.empty()))
    throw CLI::ValidationError{
        "--disc, --capacity and --cue-charset go with --device, --verify and --export"};
}

}  // namespace

std::optional<CommandLine> parse_command_line(int count, char **strings, ExitCode &code) {
  CLI::App app{"Burns audio CDs, and looks after the drives that do.", "redbook-burner"};
  app.set_version_flag("--version", PACKAGE_VERSION);
  app.footer(exit_codes);
  Arguments arguments;
  add_actions(app, arguments);
  add_choice(app, arguments);
  add_settings(app, arguments);
  app.add_flag("--full", arguments.full, "With --erase: erase all, which takes long");
  app.add_flag("--quick", arguments.quick, "With --verify: all but the audio");
  app.add_flag("--json", arguments.line.json,
               "With --list, --probe and --stash-info: in JSON");
  try {
    app.parse(count, strings);
    auto line = line_of(arguments);
    check(line);
    return line;
  } catch (const CLI::ParseError &error) {
    const bool asked = app.exit(error, std::cout, std::cerr) == 0;
    code = asked ? ExitCode::done : ExitCode::usage;
    return {};
  }
}

}  // namespace redbook
