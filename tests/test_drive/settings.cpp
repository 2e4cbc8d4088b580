#include "test_drive/settings.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <variant>

namespace redbook::drive {
namespace {

constexpr std::array broken_names{"nothing", "six-bit", "msf", "q-binary", "pregap"};

using Member = std::variant<std::string Settings::*, int Settings::*, bool Settings::*,
                            Broken Settings::*>;

struct Entry {
  const char *name;
  Member member;
  int least = 0;
  int most = 0;
};

const std::array entries{
    Entry{"vendor", &Settings::vendor},
    Entry{"product", &Settings::product},
    Entry{"speed", &Settings::speed, 0, 1000},
    Entry{"buffer-kb", &Settings::buffer_kb, 64, 65536},
    Entry{"read-offset", &Settings::read_offset, -1500, 1500},
    Entry{"write-offset", &Settings::write_offset, -1500, 1500},
    Entry{"buf", &Settings::buf},
    Entry{"simulation", &Settings::simulation},
    Entry{"session-at-once", &Settings::session_at_once},
    Entry{"text", &Settings::text},
    Entry{"log", &Settings::log},
    Entry{"broken", &Settings::broken},
};

const Entry &entry_named(const std::string &name) {
  const auto named = [&](const Entry &entry) { return entry.name == name; };
  const auto found = std::find_if(entries.begin(), entries.end(), named);
  if (found == entries.end()) throw std::invalid_argument{"no setting called " + name};
  return *found;
}

[[noreturn]] void refuse(const Entry &entry, const std::string &value) {
  throw std::invalid_argument{std::string{entry.name} + " cannot be " + value};
}

struct Put {
  Settings &settings;
  const Entry &entry;
  const std::string &value;

  void operator()(std::string Settings::*member) const { settings.*member = value; }
  void operator()(int Settings::*member) const {
    std::size_t used = 0;
    const int number = std::stoi(value, &used);
    if (used != value.size() || number < entry.least || number > entry.most)
      refuse(entry, value);
    settings.*member = number;
  }
  void operator()(bool Settings::*member) const {
    if (value != "yes" && value != "no") refuse(entry, value);
    settings.*member = value == "yes";
  }
  void operator()(Broken Settings::*member) const {
    const auto found = std::find(broken_names.begin(), broken_names.end(), value);
    if (found == broken_names.end()) refuse(entry, value);
    settings.*member = static_cast<Broken>(found - broken_names.begin());
  }
};

struct Get {
  const Settings &settings;

  std::string operator()(std::string Settings::*member) const { return settings.*member; }
  std::string operator()(int Settings::*member) const {
    return std::to_string(settings.*member);
  }
  std::string operator()(bool Settings::*member) const {
    return settings.*member ? "yes" : "no";
  }
  std::string operator()(Broken Settings::*member) const {
    return broken_names[static_cast<std::size_t>(settings.*member)];
  }
};

}  // namespace

void Settings::set(const std::string &name, const std::string &value) {
  const auto &entry = entry_named(name);
  try {
    std::visit(Put{*this, entry, value}, entry.member);
  } catch (const std::logic_error &) {  // what std::stoi throws
    refuse(entry, value);
  }
}

std::map<std::string, std::string> Settings::all() const {
  std::map<std::string, std::string> values;
  for (const auto &entry : entries)
    values[entry.name] = std::visit(Get{*this}, entry.member);
  return values;
}

Settings Settings::read(const std::filesystem::path &path) {
  Settings settings;
  std::ifstream file{path};
  std::string name;
  std::string value;
  while (file >> name >> std::ws && std::getline(file, value)) settings.set(name, value);
  return settings;
}

void Settings::write(const std::filesystem::path &path) const {
  std::ofstream file{path};
  for (const auto &[name, value] : all()) file << name << ' ' << value << '\n';
}

}  // namespace redbook::drive
