#include "verify/verification.hpp"

#include <algorithm>
#include <utility>

#include "verify/audio_findings.hpp"
#include "verify/disc_comparison.hpp"
#include "verify/index_comparison.hpp"

namespace redbook {
namespace {

void add_all(Findings &findings, Findings more) {
  for (auto &finding : more) findings.push_back(std::move(finding));
}

bool is_error(const Finding &finding) { return finding.severity == Severity::error; }

/// If the tracks are not in their places, their audio can't be.
bool has_right_places(const Findings &findings) {
  return std::none_of(findings.begin(), findings.end(), [](const Finding &finding) {
    return finding.name == "VERIFY_TOC";
  });
}

Finding unreadable(const UnreadableBlock &fault, const ReadDisc &read) {
  return {"VERIFY_UNREADABLE",
          Severity::error,
          0,
          "block " + std::to_string(fault.block.value()) + " (" +
              place_in_track(fault.block, read) + ") can't be read: " + fault.why + ".",
          {},
          code_of(Result::verification_failed)};
}

Findings verify_audio(const SentDisc &sent, const ReadDisc &read, DiscReader &reader,
                      BurnObserver &observer, const std::stop_token &stop) {
  const auto audio = audio_of(sent, read, [&](Lba first, std::span<std::byte> into) {
    reader.read(first, into);
  });
  try {
    const auto alignment = find_alignment(audio, stop);
    const auto progress = [&](Blocks completed, Blocks total) {
      if (completed > Blocks{}) observer.on(event::Verified{completed, total});
    };
    return findings_of(compare_audio(audio, alignment, progress, stop), sent);
  } catch (const UnreadableBlock &fault) {
    return {unreadable(fault, read)};
  }
}

/// The gaps between tracks at once are the drive's own, and they have no other index.
Findings verify_indexes(const SentDisc &sent, DiscReader &reader,
                        const std::stop_token &stop) {
  if (sent.mode == WriteMode::tao) return {};
  const auto read_q = [&](Lba first, std::span<std::byte> into) {
    return reader.read_q(first, into);
  };
  return compare_indexes(sent.disc, read_q, stop);
}

Finding verified(Verify kind, std::size_t tracks) {
  return {verified_finding,
          Severity::note,
          0,
          kind == Verify::full
              ? "its table of contents, codes, texts and the audio of " +
                    std::to_string(tracks) + (tracks == 1 ? " track" : " tracks") +
                    " are what was staged."
              : "its table of contents, codes and texts are what was staged.",
          {},
          0};
}

}  // namespace

bool has_error(const Findings &findings) {
  return std::any_of(findings.begin(), findings.end(), is_error);
}

Findings verify(const SentDisc &sent, Verify kind, DiscReader &reader,
                BurnObserver &observer, const std::stop_token &stop) {
  const auto length = sent.disc.length();
  observer.on(event::Verified{Blocks{}, length});
  const auto read = reader.layout();
  auto findings = compare_layout(sent.disc, read, sent.mode);
  throw_if_stopped(stop);
  const bool right_places = has_right_places(findings);
  if (right_places) add_all(findings, verify_indexes(sent, reader, stop));
  if (kind == Verify::full && right_places)
    add_all(findings, verify_audio(sent, read, reader, observer, stop));
  else
    observer.on(event::Verified{length, length});
  if (!has_error(findings)) findings.push_back(verified(kind, sent.disc.tracks.size()));
  return findings;
}

Error error_of(const Findings &findings, const std::string &device) {
  const auto first = std::find_if(findings.begin(), findings.end(), is_error);
  auto detail = device;
  for (const auto &finding : findings)
    if (is_error(finding)) detail += "; " + finding.name + ": " + sentence_of(finding);
  return {Fault::medium, Result::verification_failed,
          "The disc is not what was staged. " + sentence_of(*first), std::move(detail)};
}

}  // namespace redbook
