// Any bytes at all are taken for a request, for an event, and for packets; what they are
// can be said again and is the same. Packets are lines.

#include <cstdlib>
#include <span>

#include "protocol/channel.hpp"
#include "protocol/protocol.hpp"
#include "seed.hpp"

using namespace redbook;

namespace {

template <typename Read>
void read(std::string_view message, Read read) {
  try {
    const auto first = read(message);
    const auto again = read(message_of(first));
    if (message_of(first) != message_of(again)) std::abort();
    test::is_accepted = true;
  } catch (const Error &error) {
    if (error.fault() != Fault::drive) std::abort();
  }
}

void assemble(std::string_view lines) {
  PacketAssembly assembly;
  try {
    while (!lines.empty()) {
      const auto packet = lines.substr(0, lines.find('\n'));
      lines.remove_prefix(std::min(packet.size() + 1, lines.size()));
      if (const auto message = assembly.add(packet)) read(*message, request_in);
    }
  } catch (const Error &error) {
    if (error.fault() != Fault::drive) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char *>(data), size};
  read(text, request_in);
  read(text, event_in);
  assemble(text);
  return 0;
}
