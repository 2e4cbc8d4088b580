#include "image_handover.hpp"

#include <glib.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <string>
#include <utility>
#include <vector>

#include "files.hpp"
#include "owned.hpp"

namespace burn_album {
namespace {

using Words = std::vector<std::string>;

Failure refusal(const std::string &sentence) { return input_failure(sentence); }

// Where it lies is known to whoever built it, else to the system.
std::string burner() {
  const auto *chosen = g_getenv("REDBOOK_BURNER");
  return chosen ? chosen : "redbook-burner";
}

/// The options that were given, of those that an image can't heed.
std::string options_for_music(const Arguments &arguments) {
  const std::array all{
      std::pair{"--title", !arguments.title.empty()},
      std::pair{"--performer", !arguments.performer.empty()},
      std::pair{"--genre", !arguments.genre.empty()},
      std::pair{"--catalog", !arguments.catalog_number.empty()},
      std::pair{"--language", !arguments.language.empty()},
      std::pair{"--no-cd-text", arguments.no_cd_text},
      std::pair{"--gapless", arguments.gapless},
      std::pair{"--gap", arguments.gap_seconds > 0},
      std::pair{"--capacity", arguments.capacity > 0},
      std::pair{"--ignore-damage", arguments.ignore_damage},
      std::pair{"--wait", arguments.wait_seconds > 0},
      std::pair{"--report", !arguments.report.empty()},
      std::pair{"--format", arguments.image_format != "auto"},
      std::pair{"--simulate", arguments.simulate && arguments.devices.empty()},
      std::pair{"--list", arguments.list},
      std::pair{"--json", arguments.json}};
  std::string given;
  for (const auto &[option, is_given] : all)
    if (is_given) given += (given.empty() ? "" : ", ") + std::string{option};
  return given;
}

void check(const std::filesystem::path &image, const Arguments &arguments) {
  const auto name = image.string();
  if (ending_of(image) == ".ddp")
    throw refusal(name + " is a DDP set, which is for a plant: it can't be read.");
  if (const auto options = options_for_music(arguments); !options.empty())
    throw refusal(name + " is a disc image, which is taken as it is: without " + options +
                  ".");
  if (arguments.devices.size() > 1 || arguments.copies > 1)
    throw refusal(name + " is a disc image: it is burned on one drive at a time.");
}

Words export_command(const std::filesystem::path &image, const Arguments &arguments) {
  Words words{burner(), "--export", whole_path(image), whole_path(arguments.output)};
  if (!arguments.cue_charset.empty())
    words.insert(words.end(), {"--cue-charset", arguments.cue_charset});
  return words;
}

Words burn_command(const std::filesystem::path &image, const Arguments &arguments) {
  Words words{burner(),
              "--device",
              arguments.devices.front(),
              "--blank",
              arguments.blank,
              "--write-mode",
              arguments.write_mode,
              "--verify-after",
              arguments.verify.empty() ? "quick" : arguments.verify};
  const auto add = [&](bool wanted, const Words &more) {
    if (wanted) words.insert(words.end(), more.begin(), more.end());
  };
  add(arguments.simulate, {"--simulate"});
  add(arguments.overburn, {"--overburn"});
  add(arguments.eject, {"--eject-after"});
  add(arguments.write_speed > 0,
      {"--write-speed", std::to_string(arguments.write_speed)});
  add(!arguments.cue_charset.empty(), {"--cue-charset", arguments.cue_charset});
  add(true, {whole_path(image)});
  return words;
}

/// redbook-burner's exit codes are finer.
ExitCode code_of(int status) {
  if (!WIFEXITED(status)) return ExitCode::burn;
  switch (WEXITSTATUS(status)) {
    case 0: return ExitCode::done;
    case 2:
    case 5: return ExitCode::input;
    case 6: return ExitCode::cancelled;
    case 7: return ExitCode::verification;
    default: return ExitCode::burn;
  }
}

}  // namespace

ExitCode hand_over(const std::filesystem::path &image, const Arguments &arguments) {
  check(image, arguments);
  const auto words = arguments.devices.empty() ? export_command(image, arguments)
                                               : burn_command(image, arguments);
  std::vector<gchar *> command;
  for (const auto &word : words) command.push_back(const_cast<gchar *>(word.c_str()));
  command.push_back(nullptr);
  std::signal(SIGINT, SIG_IGN);  // it is redbook-burner that Ctrl-C stops
  const auto heed = [](gpointer) { std::signal(SIGINT, SIG_DFL); };
  GError *error = nullptr;
  int status = 0;
  g_spawn_sync(nullptr, command.data(), nullptr,
               GSpawnFlags(G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN), heed,
               nullptr, nullptr, nullptr, &status, &error);
  const OwnedError owned{error};
  if (error) throw Failure{ExitCode::burn, std::string{error->message} + "."};
  return code_of(status);
}

}  // namespace burn_album
