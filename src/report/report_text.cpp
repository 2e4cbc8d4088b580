#include "report/report_text.hpp"

#include <utility>
#include <vector>

#include "disc/identity.hpp"
#include "image/text_field.hpp"
#include "report/spelling.hpp"
#include "report/text_table.hpp"

namespace redbook {
namespace {

using Align = TextTable::Align;
constexpr int longest_sentence = 2000;

using Lines = std::vector<std::pair<std::string, std::string>>;

std::string heading(const std::string &text) {
  return '\n' + text + '\n' + std::string(text.size(), '=') + "\n\n";
}

/// Name and value, those that have one.
std::string list_of(const Lines &lines) {
  constexpr std::size_t width = 14;
  std::string text;
  for (const auto &[name, value] : lines) {
    if (value.empty()) continue;
    text += ' ' + name + std::string(width - std::min(width, name.size()), ' ') +
            one_line(value, longest_sentence) + '\n';
  }
  return text;
}

std::string outcome_of(const Report &report) {
  const auto &[result, sentence, detail, written] = report.outcome;
  if (result == Result::ok)
    return report.destination.simulate
               ? "The disc would be complete: simulated, nothing was kept."
           : is_verified(report.findings)
               ? "The disc is complete. It was read back, and is what was staged."
               : "The disc is complete.";
  if (result == Result::user_abort) return "The burn was cancelled.";
  return "The burn failed. " + sentence + (detail.empty() ? "" : " (" + detail + ")");
}

std::string head_of(const Report &report) {
  const auto &outcome = report.outcome;
  const auto tracks = report.disc.tracks.size();
  auto written = std::to_string(tracks);
  if (outcome.tracks_written != static_cast<int>(tracks))
    written = std::to_string(outcome.tracks_written) + " of " + written;
  return report.program + ", " + report.created + "\n\n" + outcome_of(report) + "\n\n" +
         list_of({{"Written to", report.destination.name},
                  {"Which disc", to_string(report.destination.which)},
                  {"Write mode", report.destination.write_mode},
                  {"Tracks", written},
                  {"Length", time_of(report.disc.length())}});
}

std::string disc_texts(const Disc &disc) {
  const auto text = list_of({{"Title", disc.texts.title},
                             {"Performer", disc.texts.performer},
                             {"Songwriter", disc.texts.songwriter},
                             {"Composer", disc.texts.composer},
                             {"Arranger", disc.texts.arranger},
                             {"Message", disc.texts.message},
                             {"Genre", disc.genre},
                             {"MCN", disc.mcn}});
  return text.empty() ? text : heading("Disc") + text;
}

std::string flags_of(const Subcode &subcode) {
  std::string flags;
  if (subcode.copy == Copy::permitted) flags += " copy";
  if (subcode.copy == Copy::scms) flags += " scms";
  if (subcode.pre_emphasis) flags += " pre-emphasis";
  if (subcode.four_channel) flags += " four-channel";
  return flags.empty() ? flags : flags.substr(1);
}

std::string indexes_of(const Track &track) {
  std::string places;
  for (const auto offset : track.indexes)
    places += (places.empty() ? "" : " ") + time_of(track.index_1() + offset - Lba{0});
  return places;
}

std::string name_of(const Track &track) {
  const auto &texts = track.texts;
  const bool both = !texts.performer.empty() && !texts.title.empty();
  return one_line(texts.performer + (both ? " - " : "") + texts.title);
}

std::string pregap_of(const Track &track) {
  return track.pregap > Blocks{0} ? time_of(track.pregap) : "";
}

std::string contents_of(const Disc &disc) {
  TextTable table{{{"Track", Align::right},
                   {"Start", Align::right},
                   {"Length", Align::right},
                   {"Pregap", Align::right},
                   {"First block", Align::right},
                   {"Blocks", Align::right},
                   {"ISRC"},
                   {"Flags"},
                   {"Further indexes"},
                   {"Performer and title"}}};
  int number = 1;
  for (const auto &track : disc.tracks) {
    const auto length = track.end() - track.index_1();
    table.add({std::to_string(number++), time_of(track.index_1() - Lba{0}),
               time_of(length), pregap_of(track), std::to_string(track.index_1().value()),
               std::to_string(length.count()), track.subcode.isrc,
               flags_of(track.subcode), indexes_of(track), name_of(track)});
  }
  return heading("Table of contents") + table.text();
}

std::string checksums_of(const DiscSums &sums) {
  TextTable table{{{"Track", Align::right},
                   {"Peak", Align::right},
                   {"CRC-32"},
                   {"without nulls"},
                   {"AccurateRip v1"},
                   {"AccurateRip v2"}}};
  int number = 1;
  for (const auto &track : sums.tracks)
    table.add({std::to_string(number++), percent_of_full_scale(track.peak),
               hexadecimal(track.crc32), hexadecimal(track.crc32_without_nulls),
               hexadecimal(track.accurate_rip.v1), hexadecimal(track.accurate_rip.v2)});
  table.add({"all", percent_of_full_scale(sums.peak), hexadecimal(sums.crc32),
             hexadecimal(sums.crc32_without_nulls), "", ""});
  const auto ctdb = sums.ctdb == 0 ? "" : hexadecimal(sums.ctdb);
  return heading("Checksums") + table.text() + '\n' + list_of({{"CTDB CRC", ctdb}});
}

std::string identities_of(const Disc &disc) {
  const auto identity = identity_of(disc);
  return heading("Identities") + list_of({{"MusicBrainz", identity.musicbrainz},
                                          {"freedb", identity.freedb},
                                          {"AccurateRip", identity.accurate_rip_path},
                                          {"CTDB", identity.ctdb}});
}

std::string findings_of(const Findings &findings) {
  if (findings.empty()) return heading("Findings") + " None: nothing was changed.\n";
  std::string text = heading("Findings");
  int number = 1;
  for (const auto &finding : findings)
    text += ' ' + std::to_string(number++) + ". " +
            one_line(sentence_of(finding), longest_sentence) + " [" +
            name_of(finding.severity) + ' ' + finding.name + "]\n";
  return text;
}

}  // namespace

std::string text_of(const Report &report) {
  return head_of(report) + disc_texts(report.disc) + contents_of(report.disc) +
         (report.sums ? checksums_of(*report.sums) : "") + identities_of(report.disc) +
         findings_of(report.findings);
}

}  // namespace redbook
