#include "report/format/report_json.hpp"

#include <cmath>

#include "disc/identity.hpp"
#include "text/json_value.hpp"
#include "text/number_text.hpp"

namespace redbook {
namespace {

void add_texts(Json &json, const Texts &texts) {
  for (const auto &[name, text] : text_items)
    if (!(texts.*text).empty()) json[name] = texts.*text;
}

Json entry_of(const Outcome &outcome, bool verified) {
  Json json{{"result", name_of(outcome.result)},
            {"code", code_of(outcome.result)},
            {"tracks-written", outcome.tracks_written},
            {"verified", verified}};
  if (!outcome.sentence.empty()) json["error"] = outcome.sentence;
  if (!outcome.detail.empty()) json["detail"] = outcome.detail;
  return json;
}

Json entry_of(const ReportedDestination &destination) {
  const auto &which = destination.which;
  return {{"name", destination.name},
          {"write-mode", destination.write_mode},
          {"simulate", destination.simulate},
          {"disc", which.disc},
          {"discs", which.discs},
          {"copy", which.copy},
          {"copies", which.copies}};
}

Json json_of_disc(const Disc &disc) {
  Json json{{"tracks", disc.tracks.size()}, {"lead-out", disc.lead_out().value()}};
  add_texts(json, disc.texts);
  if (!disc.genre.empty()) json["genre"] = disc.genre;
  if (!disc.mcn.empty()) json["mcn"] = disc.mcn;
  if (!disc.language.empty()) json["language"] = disc.language;
  json["cd-text-packs"] = disc.cdtext.size() / 18;
  return json;
}

Json entry_of(const AudioSums &sums) {
  return {{"accurate-rip-v1", hexadecimal(sums.accurate_rip.v1)},
          {"accurate-rip-v2", hexadecimal(sums.accurate_rip.v2)},
          {"crc-32", hexadecimal(sums.crc32)},
          {"crc-32-without-nulls", hexadecimal(sums.crc32_without_nulls)},
          {"peak", sums.peak}};
}

// Hundredths of a dB: no meter has more, and a reader compares texts.
double hundredths(double value) {
  constexpr double hundred = 100;
  return std::round(value * hundred) / hundred;
}

void add(Json &json, const MeasuredLoudness &measured) {
  if (measured.integrated) json["integrated"] = hundredths(*measured.integrated);
  json["range"] = hundredths(measured.range);
  if (measured.true_peak > 0)
    json["true-peak"] = hundredths(decibels(measured.true_peak));
}

Json entry_of(const TrackLoudness &track) {
  auto json = Json::object();
  add(json, track.measured);
  json["gain"] = hundredths(track.gain);
  return json;
}

Json entry_of(const DiscLoudness &loudness) {
  Json json{{"mode", name_of(loudness.settings.mode)},
            {"target", loudness.settings.target},
            {"true-peak-limit", loudness.settings.true_peak_limit}};
  add(json, loudness.whole);
  return json;
}

Json entry_of(const Track &track) {
  Json json{{"start", track.start.value()},
            {"pregap", track.pregap.count()},
            {"index-1", track.index_1().value()},
            {"indexes", Json::array()},
            {"length", (track.length - track.pregap).count()}};
  for (const auto offset : track.indexes)
    json["indexes"].push_back((track.index_1() + offset).value());
  if (!track.subcode.isrc.empty()) json["isrc"] = track.subcode.isrc;
  json["copy"] = name_of(track.subcode.copy);
  json["pre-emphasis"] = track.subcode.pre_emphasis;
  json["four-channel"] = track.subcode.four_channel;
  add_texts(json, track.texts);
  return json;
}

Json tracks_of(const Report &report) {
  auto tracks = Json::array();
  for (std::size_t i = 0; i < report.disc.tracks.size(); ++i) {
    Json track{{"number", i + 1}};
    track.update(entry_of(report.disc.tracks[i]));
    if (report.sums) track["checksums"] = entry_of(report.sums->tracks[i]);
    if (report.loudness) track["loudness"] = entry_of(report.loudness->tracks[i]);
    tracks.push_back(std::move(track));
  }
  return tracks;
}

Json entry_of(const DiscSums &sums) {
  Json json{{"crc-32", hexadecimal(sums.crc32)},
            {"crc-32-without-nulls", hexadecimal(sums.crc32_without_nulls)},
            {"peak", sums.peak}};
  if (sums.ctdb != 0) json["ctdb"] = hexadecimal(sums.ctdb);
  return json;
}

Json entry_of(const Identity &identity) {
  return {{"musicbrainz", identity.musicbrainz},
          {"musicbrainz-toc", identity.musicbrainz_toc},
          {"freedb", identity.freedb},
          {"accurate-rip", identity.accurate_rip_path},
          {"ctdb", identity.ctdb}};
}

Json entry_of(const Findings &findings) {
  auto json = Json::array();
  for (const auto &finding : findings)
    json.push_back({{"name", finding.name},
                    {"severity", name_of(finding.severity)},
                    {"track", finding.track},
                    {"sentence", finding.sentence},
                    {"action", finding.action},
                    {"code", finding.code}});
  return json;
}

}  // namespace

std::string json_of(const Report &report) {
  Json json{{"format", "redbook-report"},
            {"version", 1},
            {"program", report.program},
            {"created", report.created},
            {"outcome", entry_of(report.outcome, is_verified(report.findings))},
            {"destination", entry_of(report.destination)},
            {"disc", json_of_disc(report.disc)},
            {"tracks", tracks_of(report)}};
  if (report.sums) json["checksums"] = entry_of(*report.sums);
  if (report.loudness) json["loudness"] = entry_of(*report.loudness);
  json["identities"] = entry_of(identity_of(report.disc));
  json["findings"] = entry_of(report.findings);
  constexpr int indent = 2;
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace redbook
