// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/libburn_disc_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "cdtext/pack.hpp"
#include "redbook-burner/libburn/command_watch.hpp"
#include "redbook-burner/libburn/libburn_status.hpp"

namespace redbook {
namespace {

/// A block that can't be read at the first go often can a moment later.
constexpr int max_tries = 6;

constexpr auto changed_meanwhile =
    "The disc in the drive was changed while it was verified.";

}  // namespace

/// Throws for what no second try can help.
void LibburnDiscReader::check(const CommandFault &fault) const {
  using Kind = CommandFault::Kind;
  const auto fail = [&](Fault whose, Result result, const char *sentence) {
    DriveTrace trace{"verifying", name_of_command(fault), sense_of(fault), {}};
    throw Error{whose, result, sentence,
                handle_.device() + ", verifying, " + to_string(fault)}
        .traced(std::move(trace));
  };
  if (fault.kind == Kind::gone)
    fail(
        Fault::drive, Result::device_not_present,
        "The drive has gone while the disc was verified: check its cable and power. The disc is burned, and not verified.");
  if (fault.kind == Kind::no_reply || fault.kind == Kind::busy)
    fail(
        Fault::drive, Result::command_timeout,
        "The drive did not answer while the disc was verified: check its cable and power. The disc is burned, and not verified.");
  if (!tells_of_another_medium(fault)) return;
  if (fault.key == sense_key::not_ready)
    fail(Fault::medium, Result::verification_failed,
         "The disc was taken out of the drive while it was verified.");
  fail(Fault::medium, Result::verification_failed, changed_meanwhile);
}

void LibburnDiscReader::read_again(Lba block, std::span<std::byte> into) const {
  std::optional<CommandFault> fault;
  for (int i = 0; i < max_tries; ++i) {
    fault = read_audio(block, into);
    if (!fault) return;
    check(*fault);
  }
  throw UnreadableBlock{block, to_string(*fault)};
}

void LibburnDiscReader::read(Lba first, std::span<std::byte> into) {
  while (!into.empty()) {
    const auto most = static_cast<std::size_t>(max_read.bytes());
    const auto piece = into.first(std::min(into.size(), most));
    const auto fault = read_audio(first, piece);
    if (fault) check(*fault);
    const auto block = static_cast<std::size_t>(bytes_per_block);
    for (std::size_t at = 0; fault && at < piece.size(); at += block)
      read_again(first + Blocks::whole(static_cast<std::int64_t>(at)),
                 piece.subspan(at, block));
    first = first + Blocks::whole(static_cast<std::int64_t>(piece.size()));
    into = into.subspan(piece.size());
  }
}

bool LibburnDiscReader::read_q(Lba first, std::span<std::byte> into) {
  const auto fault = read_formatted_q(first, into);
  if (fault) check(*fault);
  return !fault;
}

/// If a drive says that it has no CD-TEXT, none may be there all the same.
std::optional<std::vector<std::byte>> LibburnDiscReader::packs() const {
  unsigned char *memory = nullptr;
  int count = 0;
  const int found = burn_disc_get_leadin_text(handle_.drive(), &memory, &count, 0);
  const std::unique_ptr<unsigned char, Frees> owned{memory};
  take_messages();
  if (found > 0 && memory) {
    const auto bytes = std::as_bytes(
        std::span{memory, static_cast<std::size_t>(count) * bytes_per_pack});
    return std::vector<std::byte>{bytes.begin(), bytes.end()};
  }
  if (!status_of(handle_).capabilities.cd_text) return {};
  return std::vector<std::byte>{};
}

std::optional<std::string> LibburnDiscReader::told(const ReadCode &code) const {
  if (code.fault) check(*code.fault);
  return code.text;
}

// libburn does not say why it finds no CD-TEXT: the disc may be another one by now. That
// the drive has gone is seen by the commands that follow.
ReadDisc LibburnDiscReader::layout() {
  auto disc = contents_of(handle_.drive());
  const int changes = CommandWatch::of_process().medium_changes();
  disc.cdtext = packs();
  if (CommandWatch::of_process().medium_changes() != changes)
    throw Error{Fault::medium, Result::verification_failed, changed_meanwhile,
                handle_.device() + ", verifying, reading CD-TEXT"};
  int number = 0;
  for (auto &track : disc.tracks) track.isrc = told(read_isrc(++number));
  disc.mcn = told(read_mcn());
  return disc;
}

}  // namespace redbook
