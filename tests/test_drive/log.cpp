#include "test_drive/log.hpp"

#include <fstream>
#include <string>

#include "test_drive/fault_plan.hpp"

namespace redbook::drive {
namespace {

std::string hex(unsigned byte) {
  constexpr auto digits = "0123456789abcdef";
  return {digits[byte >> 4 & 0xF], digits[byte & 0xF]};
}

std::string hex(View bytes) {
  std::string text;
  for (const auto byte : bytes) text.append(hex(byte)).append(" ");
  if (!text.empty()) text.pop_back();
  return text;
}

std::string outcome(const Reply &reply) {
  if (reply.error_number) return "errno " + std::to_string(reply.error_number);
  if (reply.host_status) return "host " + std::to_string(reply.host_status);
  if (reply.status == status_busy) return "busy";
  if (reply.status == status_good) return "good";
  const auto &sense = reply.sense;
  return "sense " + hex(sense.key).substr(1) + "/" + hex(sense.asc) + "/" +
         hex(sense.ascq);
}

}  // namespace

void log(const std::filesystem::path &path, const Command &command, const Reply &reply) {
  constexpr std::size_t max_shown = 256;
  std::ofstream file{path, std::ios::app};
  file << command_name(command.opcode()) << " [" << hex(command.cdb) << "]";
  if (!command.parameters.empty()) {
    file << " sent " << command.parameters.size();
    if (command.parameters.size() <= max_shown)
      file << " <" << hex(command.parameters) << ">";
  }
  if (!reply.data.empty()) file << " got " << reply.data.size();
  if (!reply.data.empty() && reply.data.size() <= max_shown)
    file << " <" << hex(reply.data) << ">";
  file << " " << outcome(reply) << '\n';
}

}  // namespace redbook::drive
