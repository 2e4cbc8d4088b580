// Any bytes at all are taken for a journal, once as they are and once with the CRCs made
// right, past which little else would get. What can be read of them comes to a disc whose
// tracks are end to end, also where records contradict each other; and what was read can
// be written again, and is the same.

#include <cstdlib>

#include "error.hpp"
#include "seed.hpp"
#include "stash/journal.hpp"
#include "stash/stash_state.hpp"

using namespace redbook;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Promised &promised) {
  Lba end{};
  for (const auto &track : promised.disc.tracks) {
    require(track.start == end && track.length > Blocks{});
    end = track.end();
  }
  require(promised.staged_bytes >= 0);
  StashState state{.promised = promised, .audio_bytes = promised.staged_bytes + 5000};
  if (const auto track = state.unfinished()) require(track->length >= min_track_length);
}

void take(const std::vector<Record> &records, Contradictions contradictions) {
  try {
    const auto promised = promised_by(records, contradictions);
    check(promised);
    if (!promised.disc.tracks.empty()) test::is_accepted = true;
  } catch (const Error &error) {
    require(error.fault() == Fault::stash);
  }
}

void read(std::string_view bytes) {
  try {
    const auto read = records_in(bytes);
    require(read.end + read.torn_bytes <= bytes.size());
    take(read.records, Contradictions::refused);
    take(read.records, Contradictions::settled);
    auto again = journal_header();
    std::uint32_t number = 0;
    for (const auto &record : read.records) again += bytes_of(record, number++);
    require(records_in(again).records == read.records);
  } catch (const Error &error) {
    require(error.fault() == Fault::stash);
  }
}

/// A journal of records that a byte of type and a line of payload each are.
std::string with_crcs(std::string_view lines) {
  auto bytes = journal_header();
  std::uint32_t number = 0;
  while (!lines.empty()) {
    const auto line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (line.empty()) continue;
    const auto type = static_cast<std::uint32_t>(line.front() - '0');
    bytes +=
        bytes_of({static_cast<RecordType>(type), std::string{line.substr(1)}}, number++);
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char *>(data), size};
  read(text);
  read(with_crcs(text));
  return 0;
}
