#include "image_handover.hpp"

#include <glib.h>
#include <sys/wait.h>

#include <csignal>
#include <string>
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

void check(const std::filesystem::path &image, const Arguments &arguments) {
  const auto name = image.string();
  if (arguments.list || arguments.devices.empty())
    throw refusal(name + " is a disc image: burn-album can only burn it, with --device.");
  if (ending_of(image) == ".ddp")
    throw refusal(name + " is a DDP set, which is for a plant: it can't be burned.");
  if (arguments.devices.size() > 1 || arguments.copies > 1)
    throw refusal(name + " is a disc image: it is burned on one drive at a time.");
  if (arguments.json) throw refusal(name + " is a disc image: --json is for music only.");
}

Words command_for(const std::filesystem::path &image, const Arguments &arguments) {
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
  add(true, {std::filesystem::absolute(image)});
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
    default: return ExitCode::burn;
  }
}

}  // namespace

ExitCode burn_image(const std::filesystem::path &image, const Arguments &arguments) {
  check(image, arguments);
  const auto words = command_for(image, arguments);
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
