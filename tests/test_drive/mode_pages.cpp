#include <algorithm>
#include <array>

#include "test_drive/commands.hpp"
#include "test_drive/recording.hpp"

namespace redbook::drive {
namespace {

enum class Control : std::uint8_t { current, changeable, standard, saved };

constexpr std::uint8_t all_pages = 0x3F;
constexpr std::array<std::uint8_t, 4> pages_here{0x01, 0x05, 0x0E, 0x2A};
constexpr std::size_t error_recovery_bytes = 12;
constexpr std::size_t audio_control_bytes = 16;
constexpr unsigned fastest_kb = 8467;

Bytes empty_page(std::uint8_t code, std::size_t size) {
  Bytes page(size);
  page[0] = code;
  page[1] = static_cast<std::uint8_t>(size - 2);
  return page;
}

Bytes error_recovery_page() {
  auto page = empty_page(0x01, error_recovery_bytes);
  page[3] = 16;
  return page;
}

Bytes audio_control_page() {
  auto page = empty_page(0x0E, audio_control_bytes);
  page[2] = 0x04;
  for (const std::size_t at : {8, 10}) {
    page[at] = at == 8 ? 1 : 2;
    page[at + 1] = 0xFF;
  }
  return page;
}

// Page 2Ah, CD capabilities and mechanical status: MMC-2's, which hosts still go by.
Bytes capabilities_page(const Workings &drive) {
  const auto &settings = drive.settings;
  auto page = empty_page(0x2A, 32);
  page[2] = 0x07;  // reads CD-R, CD-RW
  page[3] = static_cast<std::uint8_t>(0x03 | (settings.simulation ? 0x04 : 0));
  page[4] = static_cast<std::uint8_t>(0x71 | (settings.buf ? 0x80 : 0));
  page[5] = 0x7F;  // CD-DA exact, R-W, C2, ISRC, UPC, no bar code
  page[6] = static_cast<std::uint8_t>(0x29 | (drive.state.removal_prevented ? 0x02 : 0));
  put_16(page, 8, fastest_kb);
  put_16(page, 10, 256);
  put_16(page, 12, static_cast<unsigned>(settings.buffer_kb));
  put_16(page, 14, drive.state.read_kb_per_second);
  put_16(page, 18, fastest_kb);
  put_16(page, 20, drive.state.write_kb_per_second);
  put_16(page, 28, drive.state.write_kb_per_second);
  return page;
}

Bytes write_parameters_page(const WriteParameters &parameters, Control control) {
  Bytes page{parameters.page.begin(), parameters.page.end()};
  if (control != Control::changeable) return page;
  page[2] = 0x5F;
  page[3] = 0xFF;
  page[4] = 0x0F;
  std::fill_n(page.begin() + 16, 32, std::uint8_t{0xFF});
  return page;
}

Bytes page_of(const Workings &drive, std::uint8_t code, Control control) {
  const bool standard = control == Control::standard;
  switch (code) {
    case 0x01: return error_recovery_page();
    case 0x05:
      return write_parameters_page(
          standard ? default_write_parameters() : drive.state.write_parameters, control);
    case 0x0E: return audio_control_page();
    case 0x2A: return capabilities_page(drive);
    default: throw sense::invalid_field_in_cdb;
  }
}

bool six_byte(const Command &command) { return command.opcode() < 0x20; }

void demand(bool holds) {
  if (!holds) throw sense::invalid_field_in_parameters;
}

bool holds_digits(const WriteParameters &parameters, std::size_t at, std::size_t count) {
  const auto digits = View{parameters.page}.subspan(at, count);
  return std::ranges::all_of(digits, [](auto c) { return c >= '0' && c <= '9'; });
}

void check(const Settings &settings, const WriteParameters &wanted) {
  using Type = WriteParameters::Type;
  const auto type = wanted.type();
  demand(type == Type::track_at_once ||
         (type == Type::session_at_once && settings.session_at_once));
  demand(!wanted.test() || settings.simulation);
  demand(!wanted.underrun_proof() || settings.buf);
  // Data may be announced (wodim does, to see what a drive can do), yet not written.
  demand(wanted.block_type() == 0 || wanted.block_type() == 8);
  demand(!wanted.has_mcn() || holds_digits(wanted, 17, 13));
  demand(!wanted.has_isrc() || holds_digits(wanted, 38, 7));
}

void take_write_parameters(Workings &drive, View page) {
  demand(page.size() == WriteParameters::bytes);
  WriteParameters wanted{};
  std::ranges::copy(page, wanted.page.begin());
  check(drive.settings, wanted);
  // A host that sets parameters while it records has lost interest in the recording.
  if (drive.medium && drive.state.recording != Recording::nothing)
    abandon_recording(drive);
  if (!wanted.test()) end_simulation(drive);
  drive.state.write_parameters = wanted;
}

void take_page(Workings &drive, View page) {
  const auto code = page[0] & 0x3F;
  if (code == 0x05) return take_write_parameters(drive, page);
  const auto ours = std::ranges::find(pages_here, code);
  demand(ours != pages_here.end() && code != 0x2A);
  demand(page.size() == page_of(drive, *ours, Control::current).size());
}

}  // namespace

Bytes mode_sense(Workings &drive, const Command &command) {
  const auto code = static_cast<std::uint8_t>(command.at(2) & 0x3F);
  const auto control = static_cast<Control>(command.at(2) >> 6);
  if (control == Control::saved) throw sense::saving_not_supported;
  const std::size_t header = six_byte(command) ? 4 : 8;
  Bytes bytes(header);
  for (const auto each : pages_here) {
    if (code != all_pages && code != each) continue;
    const auto page = page_of(drive, each, control);
    append(bytes, page);
  }
  if (bytes.size() == header) throw sense::invalid_field_in_cdb;
  if (six_byte(command))
    bytes[0] = static_cast<std::uint8_t>(bytes.size() - 1);
  else
    put_16(bytes, 0, static_cast<unsigned>(bytes.size() - 2));
  return bytes;
}

Bytes mode_select(Workings &drive, const Command &command) {
  if (!(command.at(1) & 0x10) || command.at(1) & 1) throw sense::invalid_field_in_cdb;
  const std::size_t header = six_byte(command) ? 4 : 8;
  const std::size_t length = six_byte(command) ? command.at(4) : get_16(command.cdb, 7);
  if (length == 0) return {};
  if (length < header || command.parameters.size() < length)
    throw sense::parameter_list_length;
  const auto list = command.parameters.first(length);
  demand(six_byte(command) ? list[3] == 0 : get_16(list, 6) == 0);  // block descriptors
  for (auto rest = list.subspan(header); !rest.empty();) {
    if (rest.size() < 2 || rest.size() < rest[1] + 2u) throw sense::parameter_list_length;
    const auto page = rest.first(rest[1] + 2u);
    take_page(drive, page);
    rest = rest.subspan(page.size());
  }
  return {};
}

}  // namespace redbook::drive
