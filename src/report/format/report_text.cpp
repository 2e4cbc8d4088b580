#include "report/format/report_text.hpp"

#include <utility>
#include <vector>

#include "disc/identity.hpp"
#include "report/format/text_table.hpp"
#include "report/wording.hpp"
#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

using Align = TextTable::Align;
constexpr int max_sentence_length = 2000;

using Lines = std::vector<std::pair<std::string, std::string>>;

std::string heading(const std::string &text) {
  return '\n' + text + '\n' + std::string(text.size(), '=') + "\n\n";
}

/// Name and value, those that have one.
std::string aligned_list(const Lines &lines) {
  constexpr std::size_t width = 14;
  std::string text;
  for (const auto &[name, value] : lines) {
    if (value.empty()) continue;
    text += ' ' + name + std::string(width - std::min(width, name.size()), ' ') +
            one_line(value, max_sentence_length) + '\n';
  }
  return text;
}

std::string opening_of(const Report &report) {
  return report.program + ", " + report.created + "\n\n" + outcome_sentence(report) +
         "\n\n" +
         aligned_list({{"Written to", report.destination.name},
                       {"Which disc", to_string(report.destination.which)},
                       {"Write mode", report.destination.write_mode},
                       {"Tracks", tracks_written(report)},
                       {"Length", time_of(report.disc.length())}});
}

std::string disc_texts(const Disc &disc) {
  const auto text = aligned_list({{"Title", disc.texts.title},
                                  {"Performer", disc.texts.performer},
                                  {"Songwriter", disc.texts.songwriter},
                                  {"Composer", disc.texts.composer},
                                  {"Arranger", disc.texts.arranger},
                                  {"Message", disc.texts.message},
                                  {"Genre", disc.genre},
                                  {"MCN", disc.mcn}});
  return text.empty() ? text : heading("Disc") + text;
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
               flags_of(track.subcode), indexes_of(track),
               one_line(performer_and_title(track.texts))});
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
  for (auto &row : checksum_rows(sums)) table.add(std::move(row));
  const auto ctdb = sums.ctdb == 0 ? "" : hexadecimal(sums.ctdb);
  return heading("Checksums") + table.text() + '\n' + aligned_list({{"CTDB CRC", ctdb}});
}

std::string loudness_of(const DiscLoudness &loudness) {
  TextTable table{{{"Track", Align::right},
                   {"LUFS", Align::right},
                   {"Range LU", Align::right},
                   {"True peak dBTP", Align::right},
                   {"Gain dB", Align::right}}};
  for (auto &row : loudness_rows(loudness)) table.add(std::move(row));
  return heading("Loudness") + ' ' + loudness_sentence(loudness) + "\n\n" + table.text();
}

std::string identities_of(const Disc &disc) {
  const auto identity = identity_of(disc);
  return heading("Identities") +
         aligned_list({{"MusicBrainz", identity.musicbrainz},
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
            one_line(sentence_of(finding), max_sentence_length) + " [" +
            name_of(finding.severity) + ' ' + finding.name + "]\n";
  return text;
}

}  // namespace

std::string text_of(const Report &report) {
  return opening_of(report) + disc_texts(report.disc) + contents_of(report.disc) +
         (report.sums ? checksums_of(*report.sums) : "") +
         (report.loudness ? loudness_of(*report.loudness) : "") +
         identities_of(report.disc) + findings_of(report.findings);
}

}  // namespace redbook
