#include "test_drive/fault_plan.hpp"

#include <array>
#include <cctype>
#include <cerrno>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace redbook::drive {
namespace {

using Effect = Fault::Effect;

const std::map<std::string, Effect> effects{
    {"sense", Effect::sense}, {"busy", Effect::busy}, {"host", Effect::host},
    {"errno", Effect::error}, {"hang", Effect::hang}, {"gone", Effect::gone},
    {"short", Effect::cut},   {"data", Effect::data}, {"delay", Effect::delay},
    {"flip", Effect::flip},   {"drop", Effect::drop},
};

const std::map<std::string, int> errors{
    {"EIO", EIO},     {"EBUSY", EBUSY},   {"ENODEV", ENODEV},
    {"ENXIO", ENXIO}, {"EINTR", EINTR},   {"EACCES", EACCES},
    {"EPERM", EPERM}, {"ENOMEM", ENOMEM}, {"ENOENT", ENOENT},
};

std::string word(std::istream &line) {
  std::string word;
  if (!(line >> word)) throw std::invalid_argument{"a word is missing"};
  return word;
}

std::uint8_t hex_byte(const std::string &text) {
  std::size_t used = 0;
  const int value = std::stoi(text, &used, 16);
  if (used != text.size() || value < 0 || value > 0xFF) throw std::invalid_argument{text};
  return static_cast<std::uint8_t>(value);
}

std::pair<int, int> range(const std::string &text) {
  const auto dots = text.find("..");
  const int first = std::stoi(text);
  return {first, dots == std::string::npos ? first : std::stoi(text.substr(dots + 2))};
}

Sense sense_in(std::istream &line) {
  std::istringstream text{word(line)};
  std::array<std::uint8_t, 3> parts{};
  std::string part;
  for (auto &value : parts) {
    if (!std::getline(text, part, '/')) throw std::invalid_argument{"K/ASC/ASCQ"};
    value = hex_byte(part);
  }
  return {parts[0], parts[1], parts[2]};
}

int error_in(std::istream &line) {
  const auto name = word(line);
  const auto known = errors.find(name);
  return known == errors.end() ? std::stoi(name) : known->second;
}

Bytes bytes_in(std::istream &line) {
  Bytes bytes;
  for (std::string byte; line >> byte;) bytes.push_back(hex_byte(byte));
  return bytes;
}

void take_details(Fault &fault, std::istream &line) {
  switch (fault.effect) {
    case Effect::sense: fault.sense = sense_in(line); break;
    case Effect::error: fault.number = error_in(line); break;
    case Effect::data: fault.bytes = bytes_in(line); break;
    case Effect::hang:
      if (!(line >> fault.number)) fault.number = 0;
      break;
    case Effect::host:
    case Effect::cut:
    case Effect::delay:
    case Effect::flip: fault.number = std::stoi(word(line)); break;
    case Effect::busy:
    case Effect::gone:
    case Effect::drop: break;
  }
}

/// Takes one word before the effect; false if it is none of these.
bool take_condition(Fault &fault, const std::string &condition, std::istream &line) {
  if (condition == "after") {
    fault.after = true;
  } else if (condition == "lba") {
    const auto [first, last] = range(word(line));
    fault.places = {Lba{first}, Lba{last}};
  } else if (std::isdigit(static_cast<unsigned char>(condition[0]))) {
    std::tie(fault.first, fault.last) = range(condition);
  } else {
    return condition == "every";
  }
  return true;
}

Fault fault_in(const std::string &text) {
  std::istringstream line{text};
  Fault fault;
  fault.kind = command_kind(word(line));
  auto next = word(line);
  while (take_condition(fault, next, line)) next = word(line);
  fault.effect = effects.at(next);
  take_details(fault, line);
  return fault;
}

bool touches(const Fault &fault, const Command &command) {
  if (!fault.places) return true;
  const auto blocks = blocks_of(command);
  return blocks && blocks->first <= fault.places->second &&
         blocks->first + blocks->second > fault.places->first;
}

}  // namespace

std::optional<std::pair<Lba, int>> blocks_of(const Command &command) {
  const auto &cdb = command.cdb;
  const Lba lba{static_cast<std::int32_t>(cdb.size() >= 10 ? get_32(cdb, 2) : 0)};
  switch (command.opcode()) {
    case 0x28:
    case 0x2A: return std::pair{lba, static_cast<int>(get_16(cdb, 7))};
    case 0xBE: return std::pair{lba, static_cast<int>(get_24(cdb, 6))};
    case 0xA8: return std::pair{lba, static_cast<int>(get_32(cdb, 6))};
    default: return {};
  }
}

FaultPlan FaultPlan::parse(const std::string &text) {
  FaultPlan plan;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos || line[begin] == '#') continue;
    try {
      plan.faults_.push_back(fault_in(line));
    } catch (const std::logic_error &) {
      throw std::invalid_argument{"not a fault: " + line};
    }
  }
  return plan;
}

FaultPlan FaultPlan::read(const std::filesystem::path &path) {
  std::ifstream file{path};
  return parse({std::istreambuf_iterator<char>{file}, {}});
}

const Fault *FaultPlan::match(const Command &command, int nth) const {
  for (const auto &fault : faults_)
    if (fault.kind == command.opcode() && nth >= fault.first && nth <= fault.last &&
        touches(fault, command))
      return &fault;
  return nullptr;
}

const Fault *FaultPlan::match_open(int nth) const {
  for (const auto &fault : faults_)
    if (fault.kind == open_kind && nth >= fault.first && nth <= fault.last) return &fault;
  return nullptr;
}

}  // namespace redbook::drive
