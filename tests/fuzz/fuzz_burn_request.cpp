// Any bytes at all are taken for a request to burn. The disc that redbook-burner makes of
// it can go to a drive: tracks end to end, codes in their valid form, whole packs; a plan
// is made of it, and its report written.

#include <algorithm>
#include <cstdlib>

#include "cdtext/pack.hpp"
#include "drive/burn_plan.hpp"
#include "protocol/protocol.hpp"
#include "redbook-burner/serve/burnable_disc.hpp"
#include "report/format/html_page.hpp"
#include "report/format/report_json.hpp"
#include "report/format/report_text.hpp"
#include "seed.hpp"

using namespace redbook;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_digit_or_capital(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

void require_code(const std::string &code, std::size_t length) {
  require(code.empty() || code.size() == length);
  require(std::ranges::all_of(code, is_digit_or_capital));
}

void require_burnable(const Disc &disc) {
  require(!disc.tracks.empty() && disc.tracks.size() <= max_tracks);
  require(disc.length() <= max_program_length);
  require(disc.cdtext.size() % bytes_per_pack == 0);
  require_code(disc.mcn, 13);
  Lba end{};
  for (const auto &track : disc.tracks) {
    require(track.start == end && track.index_1() < track.end());
    auto index = Blocks{0};
    for (const auto next : track.indexes) require(std::exchange(index, next) < next);
    require(track.index_1() + index < track.end());
    require_code(track.subcode.isrc, 12);
    end = track.end();
  }
}

void plan(const request::Burn &burn) {
  const DriveStatus drive{.device = burn.device,
                          .capabilities = {true, true, true, true, true},
                          .medium = {.type = MediumType::cd_r,
                                     .state = MediumState::blank,
                                     .capacity = eighty_minutes,
                                     .free = eighty_minutes}};
  try {
    plan_burn(burn.disc, drive, burn.settings);
  } catch (const Error &error) {
    require(error.fault() != Fault::settings);
  }
}

void write_report(const request::Burn &burn, const Findings &changes) {
  auto report = report_of(burn.report, burn.disc, burn.device,
                          name_of(burn.settings.write_mode), burn.settings.simulate);
  report.findings.insert(report.findings.end(), changes.begin(), changes.end());
  require(!json_of(report).empty() && !text_of(report).empty());
  require(!html_of(report).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  try {
    auto request = request_in({reinterpret_cast<const char *>(data), size});
    auto *burn = std::get_if<request::Burn>(&request);
    if (!burn) return 0;
    const auto changes = make_burnable(burn->disc);
    require_burnable(burn->disc);
    plan(*burn);
    write_report(*burn, changes);
    test::is_accepted = true;
  } catch (const Error &error) {
    require(error.fault() == Fault::drive || error.fault() == Fault::layout);
  }
  return 0;
}
