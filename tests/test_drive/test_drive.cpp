// The program test-drive: prepares drives and media, and looks at them.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstring>
#include <fstream>
#include <iostream>

#include "test_drive/describe.hpp"
#include "test_drive/drive.hpp"
#include "test_drive/music.hpp"
#include "test_drive/recording.hpp"
#include "test_drive/stock.hpp"

#ifndef REDBOOK_TEST_DRIVE_LIBRARY
#define REDBOOK_TEST_DRIVE_LIBRARY ""
#endif

using namespace redbook::drive;

namespace {

namespace fs = std::filesystem;

/// What the command line says.
struct Wishes {
  std::string folder;
  std::string drive = "sr0";
  std::string what;
  std::string name;
  std::string value;
  std::vector<std::string> program;

  fs::path path() const { return fs::path{folder} / drive; }
};

/// A drive held still, with all of its parts at hand.
class Bench {
 public:
  explicit Bench(const fs::path &folder)
      : lock_{checked(folder) / "lock"},
        state_{folder / "state"},
        drive_{folder, Settings::read(folder / "settings"), *state_, {}, clock_} {
    if (Medium::exists(medium_folder())) drive_.medium.emplace(medium_folder());
  }

  Workings &drive() { return drive_; }
  fs::path medium_folder() const { return drive_.folder / "medium"; }
  Medium &medium() {
    if (!drive_.medium) throw std::invalid_argument{"there is no medium in the drive"};
    return *drive_.medium;
  }
  void let_go_of_medium() {
    if (drive_.medium) abandon_recording(drive_);
    drive_.medium.reset();
    drive_.state.attention = sense::medium_may_have_changed;
  }

 private:
  static const fs::path &checked(const fs::path &folder) {
    if (!fs::exists(folder / "node"))
      throw std::invalid_argument{"there is no drive at " + folder.string()};
    return folder;
  }

  SystemClock clock_;
  FolderLock lock_;
  Mapped<DriveState> state_;
  Workings drive_;
};

void create(const Wishes &wishes) {
  const auto number = wishes.drive.substr(std::min<std::size_t>(2, wishes.drive.size()));
  const bool named_well = wishes.drive.starts_with("sr") && !number.empty() &&
                          number.find_first_not_of("0123456789") == std::string::npos &&
                          std::stoul(number) < 32;
  if (!named_well) throw std::invalid_argument{"drives are called sr0 to sr31"};
  Drive::create(wishes.path());
}

void insert(const Wishes &wishes) {
  Bench bench{wishes.path()};
  const bool kept = Medium::exists(wishes.what);
  const fs::path medium = kept ? fs::path{wishes.what} : wishes.path() / "new-medium";
  if (!kept) make_medium(medium, wishes.what);
  bench.let_go_of_medium();
  fs::remove_all(bench.medium_folder());
  fs::rename(medium, bench.medium_folder());
  bench.drive().state.tray_open = false;
}

void take(const Wishes &wishes) {
  Bench bench{wishes.path()};
  bench.medium();
  bench.let_go_of_medium();
  fs::rename(bench.medium_folder(), wishes.what);
}

void set_tray(const Wishes &wishes, bool open) {
  Bench bench{wishes.path()};
  bench.let_go_of_medium();
  bench.drive().state.tray_open = open;
}

void set(const Wishes &wishes) {
  Bench bench{wishes.path()};
  bench.drive().settings.set(wishes.name, wishes.value);
  bench.drive().settings.write(wishes.path() / "settings");
}

void show_settings(const Wishes &wishes) {
  Bench bench{wishes.path()};
  for (const auto &[name, value] : bench.drive().settings.all())
    std::cout << name << ' ' << value << '\n';
}

/// Takes the lines given, or a file, as the plan; counting starts anew.
void plan(const Wishes &wishes) {
  Bench bench{wishes.path()};
  std::string lines;
  for (const auto &line : wishes.program) lines += line + '\n';
  FaultPlan::parse(lines);
  std::ofstream{wishes.path() / "plan"} << lines;
  bench.drive().state.commands_seen = {};
  bench.drive().state.opens_seen = 0;
}

/// The drive is as after power on, but for its medium.
void plug(const Wishes &wishes) {
  Bench bench{wishes.path()};
  bench.let_go_of_medium();
  auto &state = bench.drive().state;
  const bool open = state.tray_open;
  state = power_on_state();
  state.tray_open = open;
}

void list(const Wishes &wishes) {
  Bench bench{wishes.path()};
  describe_drive(std::cout, bench.drive().state, bench.drive().settings);
  if (bench.drive().medium)
    describe_disc(std::cout, bench.medium());
  else
    std::cout << "no medium\n";
}

void show(const Wishes &wishes) {
  Bench bench{wishes.path()};
  if (wishes.what == "toc") describe_lead_in(std::cout, bench.medium());
  if (wishes.what == "packs") describe_text(std::cout, bench.medium());
  if (wishes.what == "q") describe_q(std::cout, bench.medium());
}

/// The audio from LBA 0 to the last block, raw.
void dump(const Wishes &wishes) {
  Bench bench{wishes.path()};
  auto &medium = bench.medium();
  std::ofstream file{wishes.what, std::ios::binary};
  const auto *last = medium.catalogue().last_track();
  for (Lba lba{0}; last && lba < last->end; lba = lba + 1) {
    const auto block = medium.program().read(lba, 1);
    file.write(reinterpret_cast<const char *>(block.data()), bytes_per_block);
  }
}

void play(const Wishes &wishes) {
  fs::remove(wishes.what);
  append_file(wishes.what,
              wave_file(music(std::stoi(wishes.name), std::stoi(wishes.value))));
}

void run(const Wishes &wishes) {
  if (wishes.program.empty()) throw std::invalid_argument{"which program?"};
  const char *const loaded = std::getenv("LD_PRELOAD");
  const std::string library = REDBOOK_TEST_DRIVE_LIBRARY;
  const auto preload = loaded && *loaded ? std::string{loaded} + ":" + library : library;
  ::setenv("LD_PRELOAD", preload.c_str(), 1);
  ::setenv("TEST_DRIVE_FOLDER", fs::absolute(wishes.folder).c_str(), 1);
  std::vector<char *> words;
  for (const auto &word : wishes.program)
    words.push_back(const_cast<char *>(word.c_str()));
  words.push_back(nullptr);
  ::execvp(words[0], words.data());
  throw std::system_error{errno, std::generic_category(), wishes.program[0]};
}

std::string media_help() {
  std::string text = "Media:\n";
  for (const auto &item : stock())
    text += "  " + std::string{item.name} +
            std::string(18 - std::strlen(item.name), ' ') + item.description + "\n";
  return text;
}

CLI::App *add_command(CLI::App &app, Wishes &wishes, const char *name, const char *help,
                      std::function<void(const Wishes &)> action) {
  auto *const command = app.add_subcommand(name, help);
  command->callback([&wishes, action = std::move(action)] { action(wishes); });
  return command;
}

CLI::App *add_drive_command(CLI::App &app, Wishes &wishes, const char *name,
                            const char *help,
                            std::function<void(const Wishes &)> action) {
  auto *const command = add_command(app, wishes, name, help, std::move(action));
  command->add_option("drive", wishes.drive, "sr0, sr1 ...")->required();
  return command;
}

void add_medium_commands(CLI::App &app, Wishes &wishes) {
  add_drive_command(app, wishes, "create", "make a drive, without a medium", create);
  auto *const in = add_drive_command(app, wishes, "insert",
                                     "put in a medium and close the tray", insert);
  in->add_option("medium", wishes.what, "one of those below, or what `take` put aside")
      ->required();
  in->footer(media_help());
  add_drive_command(app, wishes, "take", "take the medium out and put it aside", take)
      ->add_option("path", wishes.what, "where to put it")
      ->required();
  add_drive_command(app, wishes, "eject", "open the tray",
                    [](const Wishes &wishes) { set_tray(wishes, true); });
  add_drive_command(app, wishes, "load", "close the tray",
                    [](const Wishes &wishes) { set_tray(wishes, false); });
}

void add_owner_commands(CLI::App &app, Wishes &wishes) {
  auto *const change = add_drive_command(app, wishes, "set", "change a setting", set);
  change->add_option("name", wishes.name, "see `settings`")->required();
  change->add_option("value", wishes.value)->required();
  add_drive_command(app, wishes, "settings", "list the settings", show_settings);
  add_drive_command(app, wishes, "plan", "what is to go wrong, a fault an argument", plan)
      ->add_option("fault", wishes.program, "such as 'write 3 sense 3/0C/00'");
  add_drive_command(app, wishes, "plug", "plug in a drive that has gone", plug);
}

void add_looking_commands(CLI::App &app, Wishes &wishes) {
  add_drive_command(app, wishes, "list", "tell what is in the drive", list);
  for (const auto &[name, help] : {std::pair{"toc", "the Q frames of the lead-in"},
                                   std::pair{"packs", "the CD-TEXT packs"},
                                   std::pair{"q", "the Q frames at each index"}})
    add_drive_command(app, wishes, name, help, [name = name](const Wishes &wishes) {
      auto wanted = wishes;
      wanted.what = name;
      show(wanted);
    });
  add_drive_command(app, wishes, "dump", "save the program area, raw", dump)
      ->add_option("file", wishes.what)
      ->required();
  auto *const audio = add_command(app, wishes, "music", "make a WAVE file to burn", play);
  audio->add_option("track", wishes.name, "a number; each sounds different")->required();
  audio->add_option("samples", wishes.value, "588 to a block")->required();
  audio->add_option("file", wishes.what)->required();
  auto *const start = app.add_subcommand("run", "run a program that sees the drives");
  start->prefix_command();
  start->callback([start, &wishes] {
    wishes.program = start->remaining();
    run(wishes);
  });
}

}  // namespace

int main(int count, char **words) {
  CLI::App app{"Pretend CD recorders that real programs can burn on."};
  Wishes wishes;
  app.add_option("--folder", wishes.folder, "where the drives live")
      ->envname("TEST_DRIVE_FOLDER")
      ->required();
  app.require_subcommand(1);
  add_medium_commands(app, wishes);
  add_owner_commands(app, wishes);
  add_looking_commands(app, wishes);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError &error) {
    return app.exit(error);
  } catch (const std::exception &error) {
    std::cerr << "test-drive: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
