#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>

#include "album.hpp"
#include "text/text_encoding.hpp"

namespace burn_album {
namespace {

constexpr auto footer = R"(Exit codes:
  0    done
  1    the command line or the music won't do; nothing was burned
  2    the drive, its disc or the image failed; the error says what was kept
  3    the disc is burned, and is not what it should be
  130  cancelled by Ctrl-C or another signal

Examples:
  burn-album --list *.flac
  burn-album --output album.cue *.flac
  burn-album --device /dev/sr0 --gapless ~/Music/Concert
  burn-album --device /dev/sr0 --blank fast --verify full album.m3u
  burn-album --device /dev/sr0 album.cue
)";

constexpr auto speed_pattern =
    "a speed is blocks a second, such as 600, or a multiple of 75, such as 8x";

/// More than any drive has, and still a number when it is multiplied.
constexpr int max_speed = 1000000;

/// Blocks a second: "600", or "8x" of 75. Negative where it is neither.
int speed_of(const std::string &text) {
  try {
    std::size_t used = 0;
    const int number = std::stoi(text, &used);
    const auto unit = text.substr(used);
    if (number > max_speed) return -1;
    if (unit.empty()) return number;
    return unit == "x" ? number * static_cast<int>(blocks_per_second) : -1;
  } catch (const std::logic_error &) {
    return -1;
  }
}

std::string check_speed(const std::string &text) {
  return speed_of(text) < 0 ? speed_pattern : "";
}

std::string check_charset(const std::string &name) {
  return redbook::is_charset(name) ? "" : "no charset of this name is known";
}

CLI::Option *one_of(CLI::Option *option, const std::vector<std::string> &words) {
  std::string all;
  for (const auto &word : words) all += (all.empty() ? "" : "|") + word;
  return option->check(CLI::IsMember(words).description(""))->type_name(all);
}

void add_destinations(CLI::App &app, Arguments &arguments) {
  const auto *group = "Where to";
  app.add_option("--device", arguments.devices,
                 "Burn on this drive; may be given several times, for several drives")
      ->type_name("DEVICE")
      ->allow_extra_args(false)
      ->group(group);
  app.add_option("-o,--output", arguments.output,
                 "Write a disc image: .cue, .toc (of cdrdao) or .ddp")
      ->type_name("FILE")
      ->group(group);
  one_of(app.add_option("--format", arguments.image_format,
                        "The image, where its ending does not say it"),
         {"auto", "cue", "toc", "ddp"})
      ->group(group);
  app.add_flag("--list", arguments.list, "Show the tracks, and burn nothing")
      ->group(group);
}

void add_texts(CLI::App &app, Arguments &arguments) {
  const auto add = [&](const char *name, std::string &value, const char *help,
                       const char *type) {
    app.add_option(name, value, help)->type_name(type)->group("The disc");
  };
  add("--title", arguments.title, "Title of the disc; wins over tags", "TEXT");
  add("--performer", arguments.performer, "Performer of the disc; wins over tags",
      "TEXT");
  add("--genre", arguments.genre, "Genre of the disc; wins over tags", "TEXT");
  add("--catalog", arguments.catalog_number, "Catalogue number (UPC, EAN) of the disc",
      "DIGITS");
  add("--language", arguments.language, "Language of the texts, ISO 639", "CODE");
  app.add_flag("--no-cd-text", arguments.no_cd_text, "Leave the texts out")
      ->group("The disc");
  app.add_option("--cue-charset", arguments.cue_charset,
                 "Charset of a cue sheet that is not in UTF-8; without it: a guess")
      ->check(CLI::Validator{check_charset, "", "charset"})
      ->type_name("CHARSET")
      ->group("The disc");
}

void add_gaps(CLI::App &app, Arguments &arguments) {
  app.add_flag("--gapless", arguments.gapless, "Join the tracks without adding a sample")
      ->group("The disc");
  app.add_option("--gap", arguments.gap_seconds, "Silence between tracks; without it: 0")
      ->check(CLI::Range(0.0, 60.0).description(""))
      ->type_name("SECONDS")
      ->group("The disc");
  app.add_option("--capacity", arguments.capacity,
                 "What the disc holds; without it: as the one in the drive, or 359849")
      ->check(CLI::Range(std::int64_t{900}, std::int64_t{449849}).description(""))
      ->type_name("BLOCKS")
      ->group("The disc");
}

void add_ways(CLI::App &app, Arguments &arguments, std::string &speed) {
  const auto in_group = [](CLI::Option *option) { option->group("How to burn"); };
  in_group(app.add_flag("--simulate", arguments.simulate,
                        "Do everything but with the laser off, or without an image"));
  in_group(one_of(
      app.add_option(
          "--verify", arguments.verify,
          "Read the disc back: layout and texts (quick), or the sound, too (full); without it: quick"),
      {"none", "quick", "full"}));
  in_group(one_of(app.add_option("--blank", arguments.blank, "Erase a CD-RW first"),
                  {"none", "fast", "full"}));
  in_group(one_of(app.add_option("--write-mode", arguments.write_mode,
                                 "Session at once, or track at once"),
                  {"auto", "sao", "tao"}));
  in_group(app.add_option("--write-speed", speed,
                          "Blocks a second, or a multiple of 75; without it: the fastest")
               ->check(CLI::Validator{check_speed, "", "speed"})
               ->type_name("600|8x"));
  in_group(app.add_option("--copies", arguments.copies, "Discs to burn on each drive")
               ->check(CLI::Range(1, 99).description(""))
               ->type_name("NUMBER"));
  in_group(app.add_option("--wait", arguments.wait_seconds,
                          "How long to wait for a disc that will do")
               ->type_name("SECONDS"));
  in_group(app.add_flag("--overburn", arguments.overburn,
                        "Try what is too long for the disc"));
  in_group(app.add_flag("--eject", arguments.eject, "Open the tray afterwards"));
}

void add_rest(CLI::App &app, Arguments &arguments) {
  app.add_option(
         "INPUT", arguments.inputs,
         "Music files, folders, playlists (M3U, PLS, XSPF) or URIs, in the order of the tracks; or one cue sheet; or one disc image")
      ->type_name("")
      ->required();
  app.add_flag("--ignore-damage", arguments.ignore_damage,
               "Burn what is there of files that are cut off or have holes");
  app.add_option("--report", arguments.report,
                 "Write what was made, as NAME.json and NAME.txt")
      ->type_name("NAME");
  app.add_flag("--json", arguments.json, "Tell what happens as lines of JSON");
}

void check(const Arguments &arguments) {
  if (!arguments.devices.empty() && !arguments.output.empty())
    throw CLI::ValidationError{"--device and --output don't go together"};
  if (!arguments.has_destination() && !arguments.list)
    throw CLI::ValidationError{"say where to: --device, --output, or --list"};
}

}  // namespace

std::int64_t Arguments::gap_blocks() const {
  return std::llround(gap_seconds * static_cast<double>(blocks_per_second));
}

std::optional<Arguments> parse_arguments(int count, char **words, ExitCode &code) {
  CLI::App app{"Makes an audio CD of music files.", "burn-album"};
  app.set_version_flag("--version", PACKAGE_VERSION);
  app.footer(footer);
  Arguments arguments;
  std::string speed;
  add_rest(app, arguments);
  add_destinations(app, arguments);
  add_texts(app, arguments);
  add_gaps(app, arguments);
  add_ways(app, arguments, speed);
  try {
    app.parse(count, words);
    check(arguments);
    if (!speed.empty()) arguments.write_speed = speed_of(speed);
    return arguments;
  } catch (const CLI::ParseError &error) {
    const bool asked = app.exit(error, std::cout, std::cerr) == 0;
    code = asked ? ExitCode::done : ExitCode::input;
    return {};
  }
}

}  // namespace burn_album
