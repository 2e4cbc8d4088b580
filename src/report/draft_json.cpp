#include "report/draft_json.hpp"

#include "disc/disc_json.hpp"

namespace redbook {
namespace {

constexpr std::size_t max_findings = 10000;
constexpr int max_discs = 10000;
constexpr int full_scale = 32768;
constexpr double max_decibels = 1000;  // also of an amplitude, far beyond full scale

bool is_location(const std::string &text) {
  return text.empty() || (text.front() == '/' && text.find('\0') == text.npos);
}

}  // namespace

static void list_members(const JsonValue &json, AudioSums &sums) {
  json["accurate-rip-v1"].number(sums.accurate_rip.v1, 0, UINT32_MAX);
  json["accurate-rip-v2"].number(sums.accurate_rip.v2, 0, UINT32_MAX);
  json["crc-32"].number(sums.crc32, 0, UINT32_MAX);
  json["crc-32-without-nulls"].number(sums.crc32_without_nulls, 0, UINT32_MAX);
  json["peak"].number(sums.peak, 0, full_scale);
}

static void list_members(const JsonValue &json, DiscSums &sums) {
  json["crc-32"].number(sums.crc32, 0, UINT32_MAX);
  json["crc-32-without-nulls"].number(sums.crc32_without_nulls, 0, UINT32_MAX);
  json["ctdb"].number(sums.ctdb, 0, UINT32_MAX);
  json["peak"].number(sums.peak, 0, full_scale);
  json["tracks"].array(sums.tracks, max_tracks);
}

static void list_decibels(const JsonValue &json, double &value) {
  json.real(value, -max_decibels, max_decibels);
}

static void list_members(const JsonValue &json, MeasuredLoudness &measured) {
  json["range"].real(measured.range, 0, max_decibels);
  json["true-peak"].real(measured.true_peak, 0, max_decibels);
  json.optional("integrated", measured.integrated, list_decibels);
}

static void list_members(const JsonValue &json, TrackLoudness &track) {
  list_decibels(json["gain"], track.gain);
  list_members(json["measured"], track.measured);
}

static void list_members(const JsonValue &json, DiscLoudness &loudness) {
  json["mode"].word(loudness.settings.mode);
  list_decibels(json["target"], loudness.settings.target);
  list_decibels(json["true-peak-limit"], loudness.settings.true_peak_limit);
  list_members(json["whole"], loudness.whole);
  json["tracks"].array(loudness.tracks, max_tracks);
}

static void list_members(const JsonValue &json, WhichDisc &which) {
  json["disc"].number(which.disc, 1, max_discs);
  json["discs"].number(which.discs, 1, max_discs);
  json["copy"].number(which.copy, 1, max_discs);
  json["copies"].number(which.copies, 1, max_discs);
  if (json.is_reading() && (which.disc > which.discs || which.copy > which.copies))
    throw json.wrong("more than there are");
}

void list_members(const JsonValue &json, ReportDraft &draft) {
  json["location"].text(draft.location);
  if (json.is_reading() && !is_location(draft.location))
    throw json["location"].wrong("not a path from the root on");
  list_members(json["which"], draft.which);
  if (!json.lacks("capacity"))
    json["capacity"].number(draft.which.capacity, 0, max_program_length.count());
  json["sums"].nullable(draft.sums);
  json["findings"].array(draft.findings, max_findings);
  json.optional("loudness", draft.loudness);
}

}  // namespace redbook
