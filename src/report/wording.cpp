#include "report/wording.hpp"

#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

std::string decibels_of(double amplitude) {
  return amplitude > 0 ? decimal(decibels(amplitude), 1) : "silent";
}

std::vector<std::string> loudness_row(const std::string &name,
                                      const MeasuredLoudness &measured,
                                      const std::string &gain) {
  return {name, measured.integrated ? decimal(*measured.integrated, 1) : "silent",
          decimal(measured.range, 1), decibels_of(measured.true_peak), gain};
}

}  // namespace

std::string outcome_sentence(const Report &report) {
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

std::string tracks_written(const Report &report) {
  const auto tracks = report.disc.tracks.size();
  const auto written = report.outcome.tracks_written;
  const auto all = std::to_string(tracks);
  return written == static_cast<int>(tracks) ? all
                                             : std::to_string(written) + " of " + all;
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

std::string pregap_of(const Track &track) {
  return track.pregap > Blocks{0} ? time_of(track.pregap) : "";
}

std::string performer_and_title(const Texts &texts) {
  const bool both = !texts.performer.empty() && !texts.title.empty();
  return texts.performer + (both ? " - " : "") + texts.title;
}

std::string words_of_track(const Report &report, std::size_t i) {
  constexpr std::size_t longest = 300;
  const auto &track = report.disc.tracks[i];
  const auto name = one_line(performer_and_title(track.texts), longest);
  auto words = "Track " + std::to_string(i + 1) + (name.empty() ? "" : ": " + name) +
               ". Starts at " + time_of(track.index_1() - Lba{0}) + ", lasts " +
               time_of(track.end() - track.index_1()) + '.';
  if (!track.subcode.isrc.empty()) words += " ISRC " + track.subcode.isrc + '.';
  if (!report.sums) return words;
  const auto &sums = report.sums->tracks[i];
  return words + " Peak " + percent_of_full_scale(sums.peak) + ". CRC-32 " +
         hexadecimal(sums.crc32) + ", AccurateRip v2 " +
         hexadecimal(sums.accurate_rip.v2) + '.';
}

std::vector<std::vector<std::string>> checksum_rows(const DiscSums &sums) {
  std::vector<std::vector<std::string>> rows;
  int number = 1;
  for (const auto &track : sums.tracks)
    rows.push_back({std::to_string(number++), percent_of_full_scale(track.peak),
                    hexadecimal(track.crc32), hexadecimal(track.crc32_without_nulls),
                    hexadecimal(track.accurate_rip.v1),
                    hexadecimal(track.accurate_rip.v2)});
  rows.push_back({"all", percent_of_full_scale(sums.peak), hexadecimal(sums.crc32),
                  hexadecimal(sums.crc32_without_nulls), "", ""});
  return rows;
}

std::string loudness_sentence(const DiscLoudness &loudness) {
  const auto &[mode, target, limit] = loudness.settings;
  const std::string whose = mode == LoudnessMode::track ? "Each track" : "The album";
  return "As the tracks came. " + whose + " was brought to " + decimal(target, 1) +
         " LUFS, or to true peaks of " + decimal(limit, 1) + " dBTP.";
}

std::vector<std::vector<std::string>> loudness_rows(const DiscLoudness &loudness) {
  std::vector<std::vector<std::string>> rows;
  int number = 1;
  for (const auto &track : loudness.tracks)
    rows.push_back(
        loudness_row(std::to_string(number++), track.measured, decimal(track.gain, 2)));
  rows.push_back(loudness_row("all", loudness.whole, ""));
  return rows;
}

}  // namespace redbook
